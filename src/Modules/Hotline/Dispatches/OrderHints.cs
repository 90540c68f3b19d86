using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Rules;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Text;

namespace Yimen.Hotline.Dispatches;

/// <summary>A unit that handled the like, on what basis, and which order that was.</summary>
public sealed record UnitHintRow(string Unit, string Name, int Times, string Basis, Guid OrderId, string Number, string Title);

/// <summary>An order that may be about the same.</summary>
public sealed record LikeRow(Guid Id, string Number, string Title, string State, DateOnly On, bool SameCaller);

/// <summary>What helps the dispatcher: who handled the like last time, likely duplicates, and whether many say the same today.</summary>
public sealed record HintsView(IReadOnlyList<UnitHintRow> Units, IReadOnlyList<LikeRow> Duplicates, int Today, bool Mass)
{
    /// <summary>Entries of the knowledge base that answer the like.</summary>
    public IReadOnlyList<Suggestion> Answers { get; init; } = [];

    /// <summary>派单规则 that speak of this order: decided, so they come before what was learnt.</summary>
    public IReadOnlyList<RuleHintRow> Rules { get; init; } = [];

    /// <summary>Divisions that the order names, the nearest first.</summary>
    public IReadOnlyList<PlaceHintRow> Places { get; init; } = [];

    /// <summary>紧急情形 — advised by a word of the order; null where none advises.</summary>
    public UrgencyHint? Urgency { get; init; }
}

/// <summary>An urgency that a word of the order advises.</summary>
public sealed record UrgencyHint(string Urgency, string Word);

/// <summary>Learns from past dispatches: like words first, then the same class.</summary>
internal sealed class OrderHints(AppDb db, KnowledgeSearch knowledge)
{
    private const int Shown = 3;
    private const int Looked = 40;
    private const int Piece = 4;
    private const int Pieces = 12;

    // so many of the title's pieces shared: enough to learn from, enough to be the same
    private const double Telling = 0.34;
    private const double Same = 0.6;

    public async Task<HintsView> Of(WorkOrder o, OrderAct by, CancellationToken ct)
    {
        var like = await Like(o, ct);
        var today = await Today(o, like, by.Act.Today, ct);
        var answers = await knowledge.Suggest($"{o.Title} {o.Content}", by.Act.Today, Shown, ct);
        return new(await Units(o, like, ct), await Duplicates(o, like, by, ct), today, today >= by.Limits[OrderLimitCode.MassEvent]) { Answers = answers, Rules = await RuleHints.Of(db, o, by.Act.Today, ct), Places = await PlaceHints.Of(db, o, ct), Urgency = Pressing(o, by) };
    }

    // only where it is more urgent than it stands
    private static UrgencyHint? Pressing(WorkOrder o, OrderAct by) => by.Codes.Pressing($"{o.Title}\n{o.Content}\n{o.Appeal}", by.Act.Today) is { } found && found.Urgency > o.Urgency ? new(Label.Of(found.Urgency), found.Word) : null;

    // 群体诉求: so many of the same class today, or where nobody gave it one yet, so many that say the same
    private async Task<int> Today(WorkOrder o, IReadOnlyList<Likeness> like, DateOnly today, CancellationToken ct)
    {
        var near = like.Where(l => l.Share >= Same).Select(l => l.Id).ToList();
        var classed = o.ContentClass.Length == 0 ? 0 : await db.Orders.CountAsync(x => x.ReceivedOn == today && x.ContentClass == o.ContentClass, ct);
        return Math.Max(classed, await db.Orders.CountAsync(x => x.ReceivedOn == today && near.Contains(x.Id), ct) + (o.ReceivedOn == today ? 1 : 0));
    }

    /// <summary>Those without a class that wait at the dispatcher's desk since that day and read like this one.</summary>
    public async Task<IReadOnlyList<Guid>> Unclassified(WorkOrder o, DateOnly since, CancellationToken ct)
    {
        var like = (await Like(o, ct)).Where(l => l.Share >= Telling).Select(l => l.Id).ToList();
        return await db.Orders.Where(x => like.Contains(x.Id) && x.State == OrderState.Received && x.ContentClass == "" && x.ReceivedOn >= since).Select(x => x.Id).ToListAsync(ct);
    }

    // orders that share pieces of the title, the nearest first: a piece that stands in few orders says more than one that stands in many
    private async Task<IReadOnlyList<Likeness>> Like(WorkOrder o, CancellationToken ct)
    {
        var (found, pieces) = (new Dictionary<Guid, (int Shared, double Weight)>(), PiecesOf(o.Title).ToList());
        foreach (var piece in pieces)
        {
            var hits = await TextIndex.Search(db, OrdersData.TextKind, piece, Looked, ct);
            foreach (var hit in hits.Where(h => h.Id != o.Id))
            {
                var (shared, weight) = found.GetValueOrDefault(hit.Id);
                found[hit.Id] = (shared + 1, weight + (1.0 / hits.Count));
            }
        }

        return [.. found.Select(f => new Likeness(f.Key, (double)f.Value.Shared / pieces.Count, f.Value.Weight)).OrderByDescending(l => l.Weight).ThenByDescending(l => l.Id).Take(Looked)];
    }

    private static IEnumerable<string> PiecesOf(string title)
    {
        var text = string.Concat(title.Where(char.IsLetterOrDigit));
        return Enumerable.Range(0, Math.Max(0, (text.Length / 2) - 1)).Select(n => text.Substring(n * 2, Math.Min(Piece, text.Length - (n * 2)))).Where(p => p.Length >= 2).Take(Pieces);
    }

    private async Task<IReadOnlyList<UnitHintRow>> Units(WorkOrder o, IReadOnlyList<Likeness> all, CancellationToken ct)
    {
        var like = all.Where(l => l.Share >= Telling).Select(l => l.Id).ToList();
        // what was given back or handed on teaches nothing
        var rows = await (
            from d in db.Set<OrderDispatch>().AsNoTracking()
            where d.EndedOn == null && d.OrderId != o.Id && d.Unit != o.ReportedUnit
            join x in db.Orders on d.OrderId equals x.Id
            where like.Contains(x.Id) || (o.ContentClass != "" && x.ContentClass == o.ContentClass)
            join u in db.UnitRefs on d.Unit equals u.Id
            orderby d.At descending
            select new { d.Unit, u.ShortName, d.Basis, x.Id, x.Number, x.Title, x.Town }).Take(Looked * 2).ToListAsync(ct);
        var near = like.Select((id, n) => (id, n)).ToDictionary(x => x.id, x => x.n);
        return [.. rows.GroupBy(r => (r.Unit, r.ShortName))
            .Select(g => (g.Key, Count: g.Count(), Best: g.OrderBy(r => near.GetValueOrDefault(r.Id, Looked)).First(), Score: g.Sum(r => near.ContainsKey(r.Id) ? 2 + (r.Town == o.Town ? 1 : 0) : 1)))
            .OrderByDescending(g => g.Score).ThenBy(g => g.Key.Unit.Value).Take(Shown)
            .Select(g => new UnitHintRow(g.Key.Unit.Value, g.Key.ShortName, g.Count, g.Best.Basis, g.Best.Id, g.Best.Number, g.Best.Title))];
    }

    private async Task<IReadOnlyList<LikeRow>> Duplicates(WorkOrder o, IReadOnlyList<Likeness> like, OrderAct by, CancellationToken ct)
    {
        var since = o.ReceivedOn.AddDays(-by.Limits[OrderLimitCode.Merge]);
        var caller = o.Requester.PhoneIndex;
        var near = like.Where(l => l.Share >= Same).Take(Shown * 3).Select(l => l.Id).ToList();
        var rows = await db.Orders.AsNoTracking().Open
            .Where(x => x.Id != o.Id && x.State != OrderState.Following && x.State != OrderState.FollowUp && x.ReceivedOn >= since && (near.Contains(x.Id) || (caller != "" && x.Requester.PhoneIndex == caller)))
            .OrderByDescending(x => x.ReceivedAt).Take(Shown * 2)
            .Select(x => new { x.Id, x.Number, x.Title, x.State, x.ReceivedOn, Same = caller != "" && x.Requester.PhoneIndex == caller }).ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.Same).Select(r => new LikeRow(r.Id, r.Number, r.Title, Label.Of(r.State), r.ReceivedOn, r.Same))];
    }

    private sealed record Likeness(Guid Id, double Share, double Weight);
}
