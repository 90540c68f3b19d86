using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Units;

/// <summary>The state of the list of units, as it stands in the address.</summary>
public sealed record UnitFilter(string? Q, string? Kind, string? State, string? Sort, string? Page, string? Size)
{
    internal IReadOnlyList<FilterChip> Chips() =>
    [
        .. Some(Q) is { } q ? [new FilterChip($"包含“{q}”", "q")] : Array.Empty<FilterChip>(),
        .. Enum.TryParse<UnitKind>(Kind, out var kind) ? [new FilterChip($"类别：{Label.Of(kind)}", "kind")] : Array.Empty<FilterChip>(),
        .. Enum.TryParse<UnitState>(State, out var state) ? [new FilterChip($"状态：{Label.Of(state)}", "state")] : Array.Empty<FilterChip>(),
    ];

    internal IQueryable<Unit> In(AppDb db)
    {
        var units = db.Units.AsNoTracking();
        if (Some(Q) is { } q)
        {
            var code = q.ToUpperInvariant();
            var id = new UnitId(code);
            units = units.Where(u => u.Name.Contains(q) || u.ShortName.Contains(q) || u.CreditCode.Contains(code) || u.Id == id);
        }

        units = Enum.TryParse<UnitKind>(Kind, out var kind) ? units.Where(u => u.Kind == kind) : units;
        units = Enum.TryParse<UnitState>(State, out var state) ? units.Where(u => u.Closed == (state == UnitState.Closed)) : units;
        return Sort switch
        {
            "-code" => units.OrderByDescending(u => u.Id),
            "kind" => units.OrderBy(u => u.Kind).ThenBy(u => u.Id),
            "-kind" => units.OrderByDescending(u => u.Kind).ThenBy(u => u.Id),
            "area" => units.OrderBy(u => u.Area).ThenBy(u => u.Id),
            "-area" => units.OrderByDescending(u => u.Area).ThenBy(u => u.Id),
            _ => units.OrderBy(u => u.Id),
        };
    }

    internal static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(60, text.Trim().Length)];
}

/// <summary>A unit as lists and the API show it.</summary>
public sealed record UnitRow(string Id, string Name, string ShortName, string CreditCode, UnitKind Kind, int Level, string Area, string AreaName, string? Parent, string ConsultPhone, string SupervisePhone, bool Closed, int Windows, int Version)
{
    internal static IQueryable<UnitRow> From(AppDb db, IQueryable<Unit> units)
    {
        // an expression tree takes no extension property
        var (divisions, windows) = (db.Divisions, db.Windows);
        return units.Select(u => new UnitRow(
            u.Id.Value, u.Name, u.ShortName, u.CreditCode, u.Kind, u.Level, u.Area.Value,
            divisions.Where(d => d.Code == u.Area).Select(d => d.Name).FirstOrDefault() ?? "",
            u.Parent == null ? null : u.Parent.Value.Value, u.ConsultPhone, u.SupervisePhone, u.Closed,
            windows.Count(w => w.Unit == u.Id && w.ClosedOn == null), u.Trail.Count));
    }
}
