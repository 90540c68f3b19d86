using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Registry;

/// <summary>Where an item is handled, with the days: the hall, windows, levels of 通办.</summary>
internal static class ItemHoldings
{
    public static async Task<IReadOnlyList<HoldingLine>> Holdings(this AppDb db, Guid item, DateOnly today, CancellationToken ct)
    {
        var hall = await db.Residencies.Where(r => r.ItemId == item).OrderBy(r => r.From).ToListAsync(ct);
        var regions = await db.CrossRegions.Where(r => r.ItemId == item).OrderBy(r => r.Level).ThenBy(r => r.From).ToListAsync(ct);
        var windows = await (from b in db.WindowBindings.Where(b => b.ItemId == item)
                             join w in db.WindowRefs on b.Window equals w.Code into named
                             from w in named.DefaultIfEmpty()
                             orderby b.Window, b.From
                             select new { b.Window, b.From, b.To, Name = (string?)w.Name, Kind = (WindowKind?)w.Kind }).ToListAsync(ct);
        return
        [
            .. hall.Select(r => new HoldingLine("进驻大厅", "政务服务大厅", Words.Span(r.From, r.To), On(r.From, r.To, today))),
            .. windows.Select(w => new HoldingLine(w.Kind is { } kind ? Label.Of(kind) : "窗口", w.Name is null ? w.Window : $"{w.Window} {w.Name}", Words.Span(w.From, w.To), On(w.From, w.To, today))),
            .. regions.Select(r => new HoldingLine("通办", Label.Of(r.Level), Words.Span(r.From, r.To), On(r.From, r.To, today))),
        ];
    }

    private static bool On(DateOnly from, DateOnly? to, DateOnly day) => from <= day && (to is null || to > day);
}
