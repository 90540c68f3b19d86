using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Dispatches;

/// <summary>A division that the order names.</summary>
/// <param name="Said">The word by which it was found.</param>
public sealed record PlaceHintRow(string Code, string Name, string Said);

/// <summary>区划 — the division tree as the dispatcher chooses from it, and which of it the caller's words name.</summary>
internal static class PlaceHints
{
    private const int TownLevel = 5;
    private const int Shown = 3;
    private const int LeastStem = 2;
    private static readonly string[] TownEndings = ["街道", "镇", "乡"];

    /// <summary>The county, then each town with its villages.</summary>
    public static async Task<IReadOnlyList<Choice>> Tree(AppDb db, CancellationToken ct)
    {
        var all = await All(db, ct);
        var towns = all.Where(d => d.Level == TownLevel).ToDictionary(d => d.Code.Value[..9], d => d.Name);
        return [.. all.Select(d => new Choice(d.Code.Value, d.Level < TownLevel ? $"{d.Name}（不分镇街）" : d.Name, null, d.Level < TownLevel ? null : towns.GetValueOrDefault(d.Code.Value[..9])))];
    }

    /// <summary>What title, address and story name: villages by their whole name before towns, of which the name without its ending is enough.</summary>
    public static async Task<IReadOnlyList<PlaceHintRow>> Of(AppDb db, WorkOrder o, CancellationToken ct)
    {
        var text = $"{o.Title}\n{o.Address}\n{o.Content}";
        var named = (await All(db, ct)).Where(d => d.Level >= TownLevel).Select(d => (d.Code, d.Name, d.Level, Said: text.Contains(d.Name, StringComparison.Ordinal) ? d.Name : d.Level == TownLevel && text.Contains(Stem(d.Name), StringComparison.Ordinal) ? Stem(d.Name) : null)).Where(d => d.Said is not null).ToList();
        // a village of a town that is named as well is the nearer one
        return [.. named.OrderByDescending(d => d.Level > TownLevel && named.Any(t => t.Level == TownLevel && t.Code.Value[..9] == d.Code.Value[..9])).ThenBy(d => d.Level == TownLevel ? 0 : 1).ThenByDescending(d => d.Said!.Length)
            .ThenBy(d => d.Code.Value, StringComparer.Ordinal).Take(Shown).Select(d => new PlaceHintRow(d.Code.Value, d.Name, d.Said!))];
    }

    private static async Task<List<(AreaCode Code, string Name, int Level)>> All(AppDb db, CancellationToken ct) =>
        [.. (await db.DivisionRefs.AsNoTracking().Where(d => d.Level >= TownLevel - 1).OrderBy(d => d.Code).Select(d => new { d.Code, d.Name, d.Level }).ToListAsync(ct)).Select(d => (d.Code, d.Name, d.Level))];

    private static string Stem(string town) => TownEndings.FirstOrDefault(e => town.EndsWith(e, StringComparison.Ordinal)) is { } ending && town.Length - ending.Length >= LeastStem ? town[..^ending.Length] : town;
}
