using System.Text.Json;

namespace Yimen.Hotline;

/// <summary>内容分类 — six digits in the manner of GB/T 39666 (大、中、小类 two each). The shipped selection is the county's own and no copy of the standard's table (<c>classes.json</c>).</summary>
internal sealed record ContentClass(string Code, string Name, DateOnly From, DateOnly? Until = null)
{
    private static readonly IReadOnlyList<ContentClass> All = DataFile.Read<ContentClass>("classes");

    public static IReadOnlyList<ContentClass> On(DateOnly day) => [.. All.Where(c => c.From <= day && (c.Until is null || day <= c.Until))];

    /// <summary>A class by its code, also one no longer in use; the code itself where there is none.</summary>
    public static string NameOf(string code) => All.FirstOrDefault(c => c.Code == code)?.Name ?? code;
}

/// <summary>挂起情形 — on which the clock may stand (<c>grounds.json</c>).</summary>
internal sealed record SuspensionGround(string Name, DateOnly From, string Basis, DateOnly? Until = null)
{
    private static readonly IReadOnlyList<SuspensionGround> All = DataFile.Read<SuspensionGround>("grounds");

    public static IReadOnlyList<SuspensionGround> On(DateOnly day) => [.. All.Where(g => g.From <= day && (g.Until is null || day <= g.Until))];
}

/// <summary>退单理由 (<c>reasons.json</c>).</summary>
internal sealed record ReturnReason(string Name, DateOnly From, DateOnly? Until = null)
{
    private static readonly IReadOnlyList<ReturnReason> All = DataFile.Read<ReturnReason>("reasons");

    public static IReadOnlyList<ReturnReason> On(DateOnly day) => [.. All.Where(r => r.From <= day && (r.Until is null || day <= r.Until))];
}

/// <summary>Tables that ship with the program.</summary>
internal static class DataFile
{
    public static List<T> Read<T>(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream($"Yimen.Hotline.{name}.json")!;
        return JsonSerializer.Deserialize<List<T>>(stream, JsonSerializerOptions.Web)!;
    }
}
