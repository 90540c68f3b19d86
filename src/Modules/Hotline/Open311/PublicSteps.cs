using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Replies;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.Open311;

/// <summary>公开的办理步骤 — what of an order's life others may follow: received, dispatched, answered, closed, handled again. Read from the journal, whose numbers never change.</summary>
internal static class PublicSteps
{
    private const string Received = "受理";

    private static readonly OrderVerb[] Told =
        [OrderVerb.Dispatch, OrderVerb.AnswerDirectly, OrderVerb.TakeAnswer, OrderVerb.Release, OrderVerb.Close, OrderVerb.Rehandle, OrderVerb.ReturnToCity];

    private static readonly OrderVerb[] Ending = [OrderVerb.AnswerDirectly, OrderVerb.Close, OrderVerb.ReturnToCity];

    private static readonly List<string> Verbs = [Received, .. Told.Select(v => Label.Of(v))];

    private static readonly HashSet<string> Ends = [.. Ending.Select(v => Label.Of(v))];

    /// <summary>When each of the orders last took a public step.</summary>
    public static async Task<Dictionary<Guid, DateTimeOffset>> Last(AppDb db, List<Guid> orders, CancellationToken ct) =>
        await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == WorkOrder.MatterKind && orders.Contains(j.MatterId) && Verbs.Contains(j.Verb))
            .GroupBy(j => j.MatterId).Select(g => new { g.Key, At = g.Max(j => j.At) }).ToDictionaryAsync(g => g.Key, g => g.At, ct);

    /// <summary>The steps of these orders within a time, oldest first.</summary>
    public static async Task<List<PublicStep>> Between(AppDb db, IQueryable<WorkOrder> orders, (DateTimeOffset From, DateTimeOffset To) span, int most, CancellationToken ct)
    {
        var rows = await (from j in db.Set<JournalEntry>().AsNoTracking()
                          join o in orders on j.MatterId equals o.Id
                          where j.Kind == WorkOrder.MatterKind && j.At >= span.From && j.At <= span.To && Verbs.Contains(j.Verb)
                          orderby j.At, j.Position
                          select new { o.Id, o.Number, o.Source, o.ContentClass, o.DirectText, j.Verb, j.At, Entry = j.Number }).Take(most).ToListAsync(ct);
        List<Guid> ids = [.. rows.Select(r => r.Id).Distinct()];
        var replies = await db.Set<OrderReply>().AsNoTracking().Where(r => ids.Contains(r.OrderId) && r.ReleasedAt != null).Select(r => new { r.OrderId, At = r.ReleasedAt!.Value, r.Text }).ToListAsync(ct);
        var units = await (from d in db.Set<OrderDispatch>().AsNoTracking() join u in db.UnitRefs on d.Unit equals u.Id where ids.Contains(d.OrderId) select new { d.OrderId, d.At, u.Name }).ToListAsync(ct);
        return [.. rows.Select(r => new PublicStep(
            $"{r.Number}-{r.Entry}", r.Number, Ends.Contains(r.Verb), r.At, r.Source, r.ContentClass, Words(r.Verb, units.Find(u => u.OrderId == r.Id && u.At == r.At)?.Name),
            replies.Find(a => a.OrderId == r.Id && a.At == r.At)?.Text ?? (r.Verb == Label.Of(OrderVerb.AnswerDirectly) || r.Verb == Label.Of(OrderVerb.TakeAnswer) ? r.DirectText : "")))];
    }

    private static string Words(string verb, string? unit) => verb switch
    {
        Received => "已受理。",
        _ when verb == Label.Of(OrderVerb.Dispatch) => unit is null ? "已转交承办单位办理。" : $"已转交{unit}办理。",
        _ when verb == Label.Of(OrderVerb.Close) => "已办结。",
        _ when verb == Label.Of(OrderVerb.Rehandle) => "已退回承办单位重新办理。",
        _ when verb == Label.Of(OrderVerb.ReturnToCity) => "已退回市平台另派。",
        _ => "已答复。",
    };
}

/// <summary>One step that others may follow.</summary>
/// <param name="Answer">What was answered with it; empty for most steps, and to be withheld where content is.</param>
internal sealed record PublicStep(string Id, string Number, bool Closed, DateTimeOffset At, OrderSource Door, string ContentClass, string Words, string Answer);
