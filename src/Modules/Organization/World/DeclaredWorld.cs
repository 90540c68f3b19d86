using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Worlds;

namespace Yimen.Organization.World;

/// <summary>What the centre's report printed, to stand beside what the rows say.</summary>
internal static class DeclaredWorld
{
    private const string File = "declared-2020.json";

    private static readonly Dictionary<string, DeclaredComparator> Comparators = new()
    {
        ["="] = DeclaredComparator.Equal, [">="] = DeclaredComparator.AtLeast, ["~"] = DeclaredComparator.About, ["<"] = DeclaredComparator.Below,
    };

    public static Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var (db, ids) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<IdSource>());
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now(), $"装入世界 {world.Name}");
        return services.GetRequiredService<Writer>().Write(act, () =>
        {
            db.AddRange(Declared(world).Select(said => DeclaredFigure.Declare(ids.NewId(act.Now), said, act)));
            return Task.CompletedTask;
        }, ct);
    }

    private static IEnumerable<DeclaredValue> Declared(WorldSource world)
    {
        if (!world.Has(File))
        {
            yield break;
        }

        var file = world.Read<DeclaredFile>(File);
        foreach (var line in file.Figures)
        {
            // a rule without a period, and a count "since 2020" without an end, are compared with nothing
            if (PeriodOf(line.Period) is var (from, through))
            {
                yield return new DeclaredValue(line.Id, line.Label, from, through, line.Value.GetRawText(), line.Unit, file.Source)
                {
                    Comparator = Comparators[line.Comparator], Section = line.Section, Note = line.Note,
                };
            }
        }
    }

    /// <summary>Reads 2020-12-31, 2020, 2020-07..2020-12 and 2020-01..10; null for what has no end.</summary>
    internal static (DateOnly From, DateOnly Through)? PeriodOf(string? text) => text?.Split("..") switch
    {
        [var day] when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) => (on, on),
        [var year] => (new(int.Parse(year), 1, 1), new(int.Parse(year), 12, 31)),
        [var first, { Length: > 0 } last] => (MonthOf(first), MonthOf(last.Length == 2 ? first[..5] + last : last).AddMonths(1).AddDays(-1)),
        _ => null,
    };

    private static DateOnly MonthOf(string text) => DateOnly.ParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record DeclaredFile(string Source, IReadOnlyList<DeclaredLine> Figures);

    private sealed record DeclaredLine(string Id, string Label, JsonElement Value, string Comparator, string Unit, string? Period, string? Section, string? Note);
}
