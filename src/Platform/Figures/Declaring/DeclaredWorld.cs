using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Worlds;

namespace Yimen.Platform.Figures.Declaring;

internal sealed record DeclaredFile(string Source, IReadOnlyList<DeclaredLine> Figures);

/// <param name="Value">As printed: its places are the precision.</param>
/// <param name="Period">A day, a year, months (2020-01..10), or open (2020..); null: the day as of which the document holds.</param>
internal sealed record DeclaredLine(string Id, string Label, JsonElement Value, string Comparator, string Unit, string? Period, string? Section, string? Note);

/// <summary>What the report of the world's year printed, entered as declared values.</summary>
internal static class DeclaredWorld
{
    public static Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        if (world.About.AsOf is not { } asOf || !world.Has($"declared-{asOf.Year}.json"))
        {
            return Task.CompletedTask;
        }

        var file = world.Read<DeclaredFile>($"declared-{asOf.Year}.json");
        var (db, ids) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<IdSource>());
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now(), $"装入世界 {world.Name}");
        return services.GetRequiredService<Writer>().Write(act, () =>
        {
            db.AddRange(file.Figures.Select(f => DeclaredFigure.Declare(ids.NewId(act.Now), Value(f, file.Source, asOf), act)));
            return Task.CompletedTask;
        }, ct);
    }

    private static DeclaredValue Value(DeclaredLine line, string document, DateOnly asOf)
    {
        var (from, through) = Span(line.Period, asOf);
        return new(line.Id, line.Label, from, through, line.Value.GetRawText(), line.Unit, document)
        {
            Comparator = line.Comparator switch { ">=" => DeclaredComparator.AtLeast, "~" => DeclaredComparator.About, "<" => DeclaredComparator.Below, _ => DeclaredComparator.Equal },
            Section = line.Section,
            Note = line.Note,
        };
    }

    internal static (DateOnly From, DateOnly Through) Span(string? period, DateOnly asOf)
    {
        if (period is null)
        {
            return (asOf, asOf);
        }

        if (DateOnly.TryParseExact(period, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day, day);
        }

        var ends = period.Split("..");
        var from = Month(ends[0], 1);
        // 2020-01..10 names the year once
        var last = ends.Length == 1 ? Month(ends[0], 12) : ends[1].Length == 0 ? asOf : Month(ends[1].Length == 2 ? $"{ends[0][..4]}-{ends[1]}" : ends[1], 12);
        return (from, ends is [_, ""] ? asOf : last.AddMonths(1).AddDays(-1));
    }

    private static DateOnly Month(string text, int month) => new(int.Parse(text.AsSpan(0, 4)), text.Length > 4 ? int.Parse(text.AsSpan(5, 2)) : month, 1);
}
