using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Impacts;

namespace Yimen.Cases.Points;

/// <summary>What a change of an item touches here: open cases keep the version they began with; drafts are told to begin anew.</summary>
internal static class CaseImpact
{
    public static readonly Impact OpenCases = new("在办办件", Of);

    private static async Task<IReadOnlyList<ImpactLine>> Of(AppDb db, Guid item, CancellationToken ct)
    {
        var open = await (
            from c in db.Cases
            where c.ItemId == item && c.ClosedOn == null && c.State != CaseState.Discarded
            join v in db.ItemVersionRefs on c.VersionId equals v.Id
            group c by new { v.Number, Draft = c.State == CaseState.Draft } into g
            orderby g.Key.Draft, g.Key.Number
            select new { g.Key.Number, g.Key.Draft, Count = g.Count() }).ToListAsync(ct);
        return [.. open.Select(o => o.Draft
            ? new ImpactLine($"网上草稿 {o.Count} 份", $"按第 {o.Number} 版填写，发布后再申请的按新版")
            : new ImpactLine($"在办 {o.Count} 件", $"保持第 {o.Number} 版不变", "/desk/cases"))];
    }
}
