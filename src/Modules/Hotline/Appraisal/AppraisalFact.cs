using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Rechecks;
using Yimen.Hotline.Returns;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Hotline.Appraisal;

/// <summary>One thing that a criterion counts for a unit: a dispatch, a closing, a verdict.</summary>
internal sealed class AppraisalFact
{
    /// <summary>The order it is of: what an exclusion names.</summary>
    public required Guid OrderId { get; init; }

    public required UnitId? Unit { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>It earns; of what deducts, everything counts.</summary>
    public required bool Good { get; init; }

    public required string Key { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }
}

/// <summary>The dated rows behind every criterion but 知识库, which its own room counts (Q03, Q04). The sheet counts them in memory, the figures list them: one definition.</summary>
internal static class AppraisalFacts
{
    public static IQueryable<AppraisalFact> Of(AppDb db, Criterion c, FigureScope s) => Raw(db, c, s).Where(f => f.Unit != null && (s.Unit == null || f.Unit == s.Unit));

    /// <summary>Without what was excluded with a reason and an approval.</summary>
    public static IQueryable<AppraisalFact> Counted(AppDb db, Criterion c, FigureScope s) =>
        Of(db, c, s).Where(f => !db.Set<AppraisalExclusion>().Any(x => x.Criterion == c && x.OrderId == f.OrderId && x.Allowed == true && x.From <= f.On && f.On < x.To));

    /// <summary>What was excluded.</summary>
    public static IQueryable<AppraisalFact> LeftOut(AppDb db, Criterion c, FigureScope s) =>
        Of(db, c, s).Where(f => db.Set<AppraisalExclusion>().Any(x => x.Criterion == c && x.OrderId == f.OrderId && x.Allowed == true && x.From <= f.On && f.On < x.To));

    private static IQueryable<AppraisalFact> Raw(AppDb db, Criterion c, FigureScope s) => c switch
    {
        Criterion.Sign =>
            from d in db.Set<OrderDispatch>().Where(d => d.On >= s.From && d.On < s.To)
            join o in db.Orders on d.OrderId equals o.Id
            select new AppraisalFact { OrderId = o.Id, Unit = d.Unit, On = d.On, Good = d.SignedAt != null && d.SignedAt <= d.SignBy, Key = o.Number + "/" + d.Id, Number = o.Number, Title = o.Secret ? "（保密工单）" : o.Title },
        Criterion.OnTime => Closed(db, s, false),
        Criterion.Overdue => Closed(db, s, true).Concat(StillOpen(db, s)),
        Criterion.Satisfied => Judged(db, s),
        Criterion.Solved =>
            from v in Visits(db, s)
            join o in db.Orders on v.OrderId equals o.Id
            select new AppraisalFact { OrderId = o.Id, Unit = v.Unit, On = v.On, Good = v.Result == CallerResult.Solved, Key = o.Number + "/" + v.Id, Number = o.Number, Title = o.Secret ? "（保密工单）" : o.Title },
        Criterion.Direct => Consultations(db, s),
        Criterion.Return =>
            from r in db.Set<OrderReturn>().Where(r => !r.Transfer && r.Granted == false && r.On >= s.From && r.On < s.To)
            join o in db.Orders on r.OrderId equals o.Id
            select new AppraisalFact { OrderId = o.Id, Unit = r.Unit, On = r.On, Good = false, Key = o.Number + "/" + r.Id, Number = o.Number, Title = o.Secret ? "（保密工单）" : o.Title },
        Criterion.FalseReply =>
            from r in db.Set<OrderRecheck>().Where(r => r.FalseReply && r.DecidedOn >= s.From && r.DecidedOn < s.To)
            join o in db.Orders on r.OrderId equals o.Id
            select new AppraisalFact { OrderId = o.Id, Unit = r.Unit, On = r.DecidedOn!.Value, Good = false, Key = o.Number + "/" + r.Id, Number = o.Number, Title = o.Secret ? "（保密工单）" : o.Title },
        Criterion.Rehandled =>
            from r in db.Set<OrderRehandling>().Where(r => r.On >= s.From && r.On < s.To)
            join o in db.Orders on r.OrderId equals o.Id
            select new AppraisalFact { OrderId = o.Id, Unit = r.Unit, On = r.On, Good = false, Key = o.Number + "/" + r.Sequence, Number = o.Number, Title = o.Secret ? "（保密工单）" : o.Title },
        _ => throw new ArgumentOutOfRangeException(nameof(c), c, "知识库 is counted by its own room"),
    };

    // what a month's end within the late days was noted for has counted there
    private static IQueryable<AppraisalFact> Closed(AppDb db, FigureScope s, bool late) =>
        from c in db.Set<OrderClosure>().Where(c => c.On >= s.From && c.On < s.To && (!late || (c.AnsweredOn > c.Due && !db.Set<OverdueSpan>().Any(x => x.OrderId == c.OrderId && x.On > c.Due && x.On < c.AnsweredOn))))
        join o in db.Orders.Masters on c.OrderId equals o.Id
        select new AppraisalFact { OrderId = o.Id, Unit = c.Unit, On = c.On, Good = c.AnsweredOn <= c.Due, Key = o.Number + "/" + c.Sequence, Number = o.Number, Title = o.Secret ? "（保密工单）" : o.Title };

    private static IQueryable<AppraisalFact> StillOpen(AppDb db, FigureScope s) =>
        from x in db.Set<OverdueSpan>().Where(x => x.On >= s.From && x.On < s.To)
        join o in db.Orders.Masters on x.OrderId equals o.Id
        select new AppraisalFact { OrderId = o.Id, Unit = x.Unit, On = x.On, Good = false, Key = o.Number + "/L" + x.Round, Number = o.Number, Title = (o.Secret ? "（保密工单）" : o.Title) + "（月末逾期未答复）" };

    private static IQueryable<OrderVisit> Visits(AppDb db, FigureScope s) => db.Set<OrderVisit>().Where(v => v.Reached && v.On >= s.From && v.On < s.To);

    // 粤办函〔2021〕216号: law enforcement and mediation are not judged by satisfaction; which they are stands in the dated table of the period's last day
    private static IQueryable<AppraisalFact> Judged(AppDb db, FigureScope s)
    {
        var rows = db.OrderCodes().Unjudged(s.AsOf);
        var classes = rows.Where(r => r.Class is not null).Select(r => r.Class!).ToList();
        var types = rows.Where(r => r.Type is not null).Select(r => r.Type!.Value).ToList();
        var least = OrderLimitTable.The.On(db, s.AsOf)[OrderLimitCode.FairCounts] == 1 ? Attitude.Fair : Attitude.Satisfied;
        return from v in Visits(db, s)
               join o in db.Orders.Where(o => !classes.Contains(o.ContentClass) && !types.Contains(o.Type)) on v.OrderId equals o.Id
               select new AppraisalFact { OrderId = o.Id, Unit = v.Unit, On = v.On, Good = v.Attitude >= least, Key = o.Number + "/" + v.Id, Number = o.Number, Title = o.Secret ? "（保密工单）" : o.Title };
    }

    /// <summary>Consultations of a unit: those dispatched to it, and those answered at once from its own entry of the knowledge base. One answered at once from no entry is nobody's.</summary>
    public static IQueryable<AppraisalFact> Consultations(AppDb db, FigureScope s)
    {
        var (answers, articles) = (db.AnswersFrom, db.ArticleRefs);
        return from o in db.Orders.Where(o => o.Type == OrderType.Consultation && o.ReceivedOn >= s.From && o.ReceivedOn < s.To)
               let own = (from a in answers join r in articles on a.ArticleId equals r.Id where a.Matter == WorkOrder.MatterKind && a.MatterId == o.Id orderby r.Id select (UnitId?)r.Unit).FirstOrDefault()
               select new AppraisalFact { OrderId = o.Id, Unit = o.DirectAnswer ? own : o.Unit, On = o.ReceivedOn, Good = o.DirectAnswer, Key = o.Number, Number = o.Number, Title = o.Secret ? "（保密工单）" : o.Title };
    }
}
