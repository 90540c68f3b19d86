using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Registry;

public sealed record ItemListView(IReadOnlyList<ItemRow> Rows, Paging Paging, ItemFilter Filter, IReadOnlyList<FilterChip> Chips, ItemChoices Choices, bool MayImport)
{
    public string Sort => Filter.Sort ?? "-edited";

    public bool Filtered => Chips.Count > 0;
}

/// <summary>What the filter offers.</summary>
public sealed record ItemChoices(IReadOnlyList<Choice> Units)
{
    public IReadOnlyList<Choice> Types { get; } = [.. Words.Types.Select(t => new Choice(t.Key, t.Value))];

    public IReadOnlyList<Choice> Levels { get; } = [.. new[] { 3, 4, 5, 6 }.Select(l => new Choice($"{l}", Words.LevelOf(l)))];

    public IReadOnlyList<Choice> States { get; } = Of<ItemState>();

    public IReadOnlyList<Choice> Versions { get; } = Of<VersionState>();

    public IReadOnlyList<Choice> Places { get; } = Of<HandledIn>();

    private static IReadOnlyList<Choice> Of<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(v.ToString(), Label.Of(v)))];
}

/// <summary>事项列表 — the county's items, or those of the visitor's unit.</summary>
internal static class ListItems
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/items", Show).RequirePermission(Rights.Read);

    private static async Task<IResult> Show(HttpContext http, [AsParameters] ItemFilter filter, AppDb db, CancellationToken ct)
    {
        var rows = db.Rows(db.Items.AsNoTracking().Within(http.Reach(Rights.Read)), filter);
        var paging = Paging.Of(filter.Page, filter.Size, await rows.CountAsync(ct));
        var page = await rows.Sorted(filter.Sort).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        var choices = new ItemChoices(await Units(db, http, ct));
        return Page.Of<ItemListPage>(http, new ItemListView(page, paging, filter, [.. Chips(filter, choices)], choices, http.MaySomewhere(Rights.Import)));
    }

    /// <summary>The units that own items within reach.</summary>
    internal static async Task<IReadOnlyList<Choice>> Units(AppDb db, HttpContext http, CancellationToken ct)
    {
        var owners = db.Items.Within(http.Reach(Rights.Read)).Select(i => i.Unit).Distinct();
        var units = await db.UnitRefs.Where(u => owners.Contains(u.Id)).OrderBy(u => u.Id).Select(u => new { u.Id, u.ShortName }).ToListAsync(ct);
        return [.. units.Select(u => new Choice(u.Id.Value, u.ShortName))];
    }

    internal static IEnumerable<FilterChip> Chips(ItemFilter filter, ItemChoices choices)
    {
        (string Label, string Name, string? Value, IReadOnlyList<Choice> Of)[] parts =
        [
            ("单位", "unit", filter.Unit, choices.Units), ("类型", "type", filter.Type, choices.Types), ("状态", "state", filter.State, choices.States),
            ("层级", "level", filter.Level, choices.Levels), ("版本", "version", filter.Version, choices.Versions), ("办理系统", "handledIn", filter.HandledIn, choices.Places),
        ];
        if (filter.Q is { Length: > 0 } q)
        {
            yield return new($"包含“{q}”", "q");
        }

        foreach (var part in parts.Where(p => p.Value is { Length: > 0 }))
        {
            yield return new($"{part.Label}：{part.Of.FirstOrDefault(c => c.Value == part.Value)?.Label ?? part.Value}", part.Name);
        }
    }
}
