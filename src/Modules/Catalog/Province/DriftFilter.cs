using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Catalog.Province;

/// <summary>What the list was asked for, as it stands in the address. Without a state it shows what is open.</summary>
public sealed record DriftFilter(string? Q, string? Unit, string? Kind, string? State, string? Sort, string? Page, string? Size);

/// <summary>One line of the report.</summary>
public sealed class DriftRow
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? Unit { get; init; }

    public Guid? ItemId { get; init; }

    public required DriftKind Kind { get; init; }

    /// <summary>A line a field.</summary>
    public required string Text { get; init; }

    public required DateOnly FoundOn { get; init; }

    public DateOnly? SettledOn { get; init; }

    public required bool Open { get; init; }
}

public sealed record DriftPage(IReadOnlyList<DriftRow> Drifts, int Page, int Size, int Total);

internal static class DriftQuery
{
    /// <summary>A unit's own; whoever reads the whole county reads all, those of no unit too.</summary>
    public static IQueryable<Drift> Within(this IQueryable<Drift> drifts, IReadOnlyList<RoleScope> scopes)
    {
        if (scopes.Any(s => s.Unit is null && s.Area is null))
        {
            return drifts;
        }

        var units = scopes.Where(s => s.Unit is not null).Select(s => s.Unit!.Value).ToList();
        return drifts.Where(d => d.Unit != null && units.Contains(d.Unit.Value));
    }

    public static IQueryable<DriftRow> DriftRows(this AppDb db, HttpContext http, DriftFilter filter) =>
        from d in Narrow(db.Drifts.AsNoTracking().Within(http.Reach(Rights.Read)), filter)
        join u in db.UnitRefs on d.Unit equals u.Id into named
        from u in named.DefaultIfEmpty()
        select new DriftRow
        {
            Id = d.Id, Code = d.Code, Name = d.Name, Unit = (string?)u!.ShortName, ItemId = d.ItemId, Kind = d.Kind, Text = d.Text, FoundOn = d.FoundOn, SettledOn = d.SettledOn,
            Open = d.State == DriftState.Open,
        };

    public static IQueryable<DriftRow> Sorted(this IQueryable<DriftRow> rows, string? sort) => sort switch
    {
        "code" => rows.OrderBy(r => r.Code),
        "-code" => rows.OrderByDescending(r => r.Code),
        "name" => rows.OrderBy(r => r.Name).ThenBy(r => r.Code),
        "-name" => rows.OrderByDescending(r => r.Name).ThenBy(r => r.Code),
        "found" => rows.OrderBy(r => r.FoundOn).ThenBy(r => r.Code),
        _ => rows.OrderByDescending(r => r.FoundOn).ThenBy(r => r.Code),
    };

    private static IQueryable<Drift> Narrow(IQueryable<Drift> drifts, DriftFilter filter)
    {
        drifts = filter.State switch
        {
            "all" => drifts,
            "settled" => drifts.Where(d => d.State == DriftState.Settled),
            _ => drifts.Where(d => d.State == DriftState.Open),
        };
        if (filter.Q?.Trim() is { Length: > 0 } q)
        {
            drifts = drifts.Where(d => d.Name.Contains(q) || d.Code.Contains(q));
        }

        if (filter.Unit is { Length: > 0 } text)
        {
            var unit = new UnitId(text);
            drifts = drifts.Where(d => d.Unit == unit);
        }

        return Enum.TryParse<DriftKind>(filter.Kind, out var kind) && Enum.IsDefined(kind) ? drifts.Where(d => d.Kind == kind) : drifts;
    }
}
