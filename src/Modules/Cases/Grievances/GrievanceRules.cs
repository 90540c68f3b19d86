using System.Text.Json;
using Yimen.Kernel;

namespace Yimen.Cases.Grievances;

/// <summary>原因 — why a matter could not be done. <see cref="Ours"/>: the fault is the administration's, and a corrective measure is asked for.</summary>
internal sealed record GrievanceCause(string Code, string Name, bool Ours, DateOnly From, DateOnly? To);

/// <summary>The dated rules of 办不成事反映: how long a unit has, and the table of causes. Data, read once.</summary>
internal static class GrievanceRules
{
    private static readonly RuleFile File = Read();

    /// <summary>The unit's limit for cases recorded on a day.</summary>
    public static Period Limit(DateOnly on) => Period.Working(File.Limits.Where(l => l.From <= on).MaxBy(l => l.From)?.WorkingDays
        ?? throw new RuleViolation("no-limit", $"{on:yyyy-MM-dd} 还没有规定答复时限。"));

    public static IReadOnlyList<GrievanceCause> CausesOn(DateOnly day) => [.. File.Causes.Where(c => c.From <= day && (c.To is null || c.To > day))];

    /// <summary>A cause by its code, also one no longer in use.</summary>
    public static string NameOf(string code) => File.Causes.FirstOrDefault(c => c.Code == code)?.Name ?? code;

    public static IReadOnlyList<GrievanceCause> Causes => File.Causes;

    private static RuleFile Read()
    {
        using var stream = typeof(GrievanceRules).Assembly.GetManifestResourceStream("Yimen.Cases.Data.grievances.json")!;
        return JsonSerializer.Deserialize<RuleFile>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record RuleFile(IReadOnlyList<LimitLine> Limits, IReadOnlyList<GrievanceCause> Causes);

    private sealed record LimitLine(DateOnly From, int WorkingDays, string Source);
}
