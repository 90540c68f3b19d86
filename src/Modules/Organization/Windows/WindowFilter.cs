using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Organization.Units;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Windows;

/// <summary>The state of the list of windows, as it stands in the address.</summary>
public sealed record WindowFilter(string? Q, string? Kind, string? State, string? Unit, string? Sort, string? Page, string? Size)
{
    internal IReadOnlyList<FilterChip> Chips()
    {
        var chips = new List<FilterChip>();
        if (UnitFilter.Some(Q) is { } q)
        {
            chips.Add(new($"包含“{q}”", "q"));
        }

        if (Enum.TryParse<WindowKind>(Kind, out var kind))
        {
            chips.Add(new($"类型：{Label.Of(kind)}", "kind"));
        }

        if (Enum.TryParse<WindowState>(State, out var state))
        {
            chips.Add(new($"状态：{Label.Of(state)}", "state"));
        }

        if (UnitFilter.Some(Unit) is { } unit)
        {
            chips.Add(new($"单位：{unit}", "unit"));
        }

        return chips;
    }

    internal IQueryable<Window> In(AppDb db)
    {
        var windows = db.Windows.AsNoTracking();
        windows = UnitFilter.Some(Q) is { } q ? windows.Where(w => w.Code.Contains(q) || w.Name.Contains(q) || w.Place.Contains(q)) : windows;
        windows = Enum.TryParse<WindowKind>(Kind, out var kind) ? windows.Where(w => w.Kind == kind) : windows;
        windows = Enum.TryParse<WindowState>(State, out var state) ? windows.Where(w => w.ClosedOn == null == (state == WindowState.Open)) : windows;
        if (UnitFilter.Some(Unit) is { } unit)
        {
            var id = new UnitId(unit);
            windows = windows.Where(w => w.Unit == id);
        }

        return Sort switch
        {
            "-code" => windows.OrderByDescending(w => w.Code),
            "kind" => windows.OrderBy(w => w.Kind).ThenBy(w => w.Code),
            "-kind" => windows.OrderByDescending(w => w.Kind).ThenBy(w => w.Code),
            "opened" => windows.OrderBy(w => w.OpenedOn).ThenBy(w => w.Code),
            "-opened" => windows.OrderByDescending(w => w.OpenedOn).ThenBy(w => w.Code),
            _ => windows.OrderBy(w => w.Code),
        };
    }
}

/// <summary>A window as lists and the API show it.</summary>
/// <param name="ClosedOn">The first day on which it no longer stands.</param>
public sealed record WindowRow(string Code, string Name, WindowKind Kind, string Unit, string UnitName, string Area, string AreaName, string Place, string Hours, string Phone, DateOnly OpenedOn, DateOnly? ClosedOn, int Version)
{
    internal static IQueryable<WindowRow> From(AppDb db, IQueryable<Window> windows)
    {
        // an expression tree takes no extension property
        var (divisions, units) = (db.Divisions, db.Units);
        return windows.Select(w => new WindowRow(
            w.Code, w.Name, w.Kind, w.Unit.Value,
            units.Where(u => u.Id == w.Unit).Select(u => u.ShortName).FirstOrDefault() ?? "",
            w.Area.Value,
            divisions.Where(d => d.Code == w.Area).Select(d => d.Name).FirstOrDefault() ?? "",
            w.Place, w.Hours, w.Phone, w.OpenedOn, w.ClosedOn, w.Trail.Count));
    }
}
