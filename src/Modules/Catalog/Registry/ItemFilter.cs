using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Registry;

/// <summary>What the list was asked for, as it stands in the address.</summary>
public sealed record ItemFilter(string? Q, string? Unit, string? Type, string? State, string? Level, string? Version, string? HandledIn, string? Sort, string? Page, string? Size);

/// <summary>One line of the list.</summary>
public sealed class ItemRow
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required UnitId Unit { get; init; }

    public required string UnitName { get; init; }

    public required string Type { get; init; }

    public required int Level { get; init; }

    public required ItemState State { get; init; }

    /// <summary>Of the version that is worked on, or of the one in force.</summary>
    public required VersionState Version { get; init; }

    public required int Number { get; init; }

    public required HandledIn HandledIn { get; init; }

    public required DateTimeOffset EditedAt { get; init; }
}

internal static class ItemFilterQuery
{
    /// <summary>The items that answer the filter, each with its latest living version.</summary>
    public static IQueryable<ItemRow> Rows(this AppDb db, IQueryable<Item> items, ItemFilter filter) =>
        from i in Narrow(items, filter)
        join v in Latest(db, filter) on i.Id equals v.ItemId
        join u in db.Set<Organization.Contracts.UnitRef>() on i.Unit equals u.Id into named
        from u in named.DefaultIfEmpty()
        select new ItemRow
        {
            Id = i.Id, Code = i.HandlingCode, Name = i.Name, Unit = i.Unit, UnitName = (string?)u.ShortName ?? "", Type = i.Type, Level = i.Level, State = i.State,
            Version = v.State, Number = v.Number, HandledIn = v.HandledIn, EditedAt = v.EditedAt,
        };

    /// <summary>Sorted by a non-null column and then by id (ruling 28).</summary>
    public static IQueryable<ItemRow> Sorted(this IQueryable<ItemRow> rows, string? sort) => sort switch
    {
        "name" => rows.OrderBy(r => r.Name).ThenBy(r => r.Id),
        "-name" => rows.OrderByDescending(r => r.Name).ThenBy(r => r.Id),
        "unit" => rows.OrderBy(r => r.Unit).ThenBy(r => r.Code),
        "-unit" => rows.OrderByDescending(r => r.Unit).ThenBy(r => r.Code),
        "edited" => rows.OrderBy(r => r.EditedAt).ThenBy(r => r.Id),
        "code" => rows.OrderBy(r => r.Code),
        "-code" => rows.OrderByDescending(r => r.Code),
        _ => rows.OrderByDescending(r => r.EditedAt).ThenBy(r => r.Id),
    };

    private static IQueryable<ItemVersion> Latest(AppDb db, ItemFilter filter)
    {
        var versions = db.Set<ItemVersion>();
        var latest = versions.Where(v => v.Number == versions.Where(w => w.ItemId == v.ItemId && w.State != VersionState.Discarded).Max(w => (int?)w.Number)
            || (v.Number == 1 && !versions.Any(w => w.ItemId == v.ItemId && w.State != VersionState.Discarded)));
        if (One<VersionState>(filter.Version) is { } state)
        {
            latest = latest.Where(v => v.State == state);
        }

        return One<HandledIn>(filter.HandledIn) is { } place ? latest.Where(v => v.HandledIn == place) : latest;
    }

    private static IQueryable<Item> Narrow(IQueryable<Item> items, ItemFilter filter)
    {
        if (filter.Q?.Trim() is { Length: > 0 } q)
        {
            var part = $"%{q.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            items = items.Where(i => EF.Functions.Like(i.Name, part, "\\") || EF.Functions.Like(i.HandlingCode, part.ToUpperInvariant(), "\\"));
        }

        if (filter.Unit is { Length: > 0 } unit)
        {
            var id = new UnitId(unit);
            items = items.Where(i => i.Unit == id);
        }

        items = filter.Type is { Length: > 0 } type ? items.Where(i => i.Type == type) : items;
        items = int.TryParse(filter.Level, out var level) ? items.Where(i => i.Level == level) : items;
        return One<ItemState>(filter.State) is { } state ? items.Where(i => i.State == state) : items;
    }

    private static T? One<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
