using Microsoft.EntityFrameworkCore;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Hotline.Rules;

/// <summary>A rule that speaks of the order being read: who leads, on what basis, since which decision.</summary>
public sealed record RuleHintRow(Guid Id, string Unit, string Name, string Basis, string Bounds, Guid OrderId, string OrderNumber);

/// <summary>What the dispatcher is shown before anything that was learnt: decided rules, the narrowest first.</summary>
internal static class RuleHints
{
    public static async Task<IReadOnlyList<RuleHintRow>> Of(AppDb db, WorkOrder order, DateOnly today, CancellationToken ct)
    {
        var inForce = await db.Set<DispatchRule>().AsNoTracking().Where(r => r.From <= today && (r.Until == null || r.Until >= today) && r.Lead != order.ReportedUnit).ToListAsync(ct);
        var fitting = inForce.Where(r => r.Fits(order)).OrderByDescending(Bounds).ThenByDescending(r => r.MadeAt).ThenBy(r => r.Id).ToList();
        if (fitting.Count == 0)
        {
            return [];
        }

        var codes = await db.OrderCodes(ct);
        var leads = fitting.Select(r => r.Lead).ToList();
        var names = await db.UnitRefs.AsNoTracking().Where(u => leads.Contains(u.Id) && !u.Closed).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        return [.. fitting.Where(r => names.ContainsKey(r.Lead)).Select(r => new RuleHintRow(r.Id, r.Lead.Value, names[r.Lead], r.Basis, InWords(r, codes), r.OrderId, r.OrderNumber))];
    }

    /// <summary>分类 010102，含“路灯”: of what it speaks, in words.</summary>
    public static string InWords(DispatchRule r, OrderCodes codes) => string.Join('，', new[]
    {
        r.Class.Length == 0 ? "" : $"{r.Class} {codes.ClassName(r.Class, r.From)}", r.Words.Length == 0 ? "" : $"含“{r.Words.Replace(" ", "”或“")}”", r.Area is { } area ? $"区域 {area.Value}" : "",
    }.Where(w => w.Length > 0));

    private static int Bounds(DispatchRule r) => (r.Class.Length > 0 ? 1 : 0) + (r.Words.Length > 0 ? 1 : 0) + (r.Area is null ? 0 : 1);
}
