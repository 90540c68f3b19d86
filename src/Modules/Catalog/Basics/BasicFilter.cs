using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Basics;

/// <summary>Whether an entry is carried out here.</summary>
public enum BasicUse
{
    [Label("有实施清单")] Used,
    [Label("没有实施清单")] Unused,
    [Label("已失效")] Ended,
}

/// <summary>What the list was asked for, as it stands in the address.</summary>
public sealed record BasicFilter(string? Q, string? Type, string? Level, string? State, string? Sort, string? Page, string? Size);

/// <summary>One entry of the basic catalogue, with how many of the reader's items carry it out.</summary>
public sealed class BasicRow
{
    /// <summary>基本编码, 12 digits.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string MainName { get; init; }

    public required string Type { get; init; }

    public required string Department { get; init; }

    public required int Version { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly? EffectiveTo { get; init; }

    public required int Items { get; init; }

    internal BasicUse UseOn(DateOnly day) => EffectiveTo <= day ? BasicUse.Ended : Items > 0 ? BasicUse.Used : BasicUse.Unused;
}

internal static class BasicQuery
{
    /// <param name="mine">The items that the reader may see.</param>
    public static IQueryable<BasicRow> BasicRows(this AppDb db, IQueryable<Item> mine, BasicFilter filter, DateOnly today) =>
        from b in Narrow(db.BasicItems.AsNoTracking(), mine, filter, today)
        select new BasicRow
        {
            Code = b.Code, Name = b.Name, MainName = b.MainName, Type = b.Type, Department = b.Department, Version = b.Version,
            EffectiveFrom = b.EffectiveFrom, EffectiveTo = b.EffectiveTo, Items = mine.Count(i => i.BasicCode == b.Code),
        };

    public static IQueryable<BasicRow> Sorted(this IQueryable<BasicRow> rows, string? sort) => sort switch
    {
        "-code" => rows.OrderByDescending(r => r.Code),
        "name" => rows.OrderBy(r => r.Name).ThenBy(r => r.Code),
        "-name" => rows.OrderByDescending(r => r.Name).ThenBy(r => r.Code),
        "items" => rows.OrderBy(r => r.Items).ThenBy(r => r.Code),
        "-items" => rows.OrderByDescending(r => r.Items).ThenBy(r => r.Code),
        _ => rows.OrderBy(r => r.Code),
    };

    private static IQueryable<BasicItem> Narrow(IQueryable<BasicItem> basics, IQueryable<Item> mine, BasicFilter filter, DateOnly today)
    {
        if (filter.Q?.Trim() is { Length: > 0 } q)
        {
            var part = $"%{q.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            basics = basics.Where(b => EF.Functions.Like(b.Name, part, "\\") || EF.Functions.Like(b.Code, part, "\\") || EF.Functions.Like(b.Department, part, "\\"));
        }

        basics = filter.Type is { Length: > 0 } type ? basics.Where(b => b.Type == type) : basics;
        basics = int.TryParse(filter.Level, out var level) ? basics.Where(b => mine.Any(i => i.BasicCode == b.Code && i.Level == level)) : basics;
        return UseOf(filter) switch
        {
            BasicUse.Used => basics.Where(b => mine.Any(i => i.BasicCode == b.Code) && (b.EffectiveTo == null || b.EffectiveTo > today)),
            BasicUse.Unused => basics.Where(b => !mine.Any(i => i.BasicCode == b.Code) && (b.EffectiveTo == null || b.EffectiveTo > today)),
            BasicUse.Ended => basics.Where(b => b.EffectiveTo <= today),
            _ => basics,
        };
    }

    internal static BasicUse? UseOf(BasicFilter filter) => Enum.TryParse<BasicUse>(filter.State, out var use) && Enum.IsDefined(use) ? use : null;
}
