using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Kpi;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Reminders;
using Yimen.Hotline.Returns;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Limits;

namespace Yimen.Hotline;

/// <summary>The figures this room answers for (domain E5): over dated rows, never over the present status (ruling 40). A zero below the line is not applicable.</summary>
internal static class OrderFigures
{
    private const string Group = "热线";
    private const FigureBy By = FigureBy.Unit | FigureBy.Type | FigureBy.Area;

    public static readonly IReadOnlyList<Figure> All =
    [
        Orders("H01", "诉求量", "期间内受理的工单，按受理日期计；重复的、随主单办理的都计，一个诉求人一件。", (o, s) => Received(o, s)),
        Orders("H02", "办理量", "期间内受理的工单中单独办理的件数；随主单办理的只计主单。", (o, s) => Received(o, s).Masters),
        Orders("H03", "咨询量", "期间内受理的咨询类工单。", (o, s) => Received(o, s).Where(x => x.Type == OrderType.Consultation)),
        Orders("H04", "咨询直接解答", "期间内受理的咨询类工单中，没有派单、当场答复的件数。", (o, s) => Received(o, s).Where(x => x.Type == OrderType.Consultation && x.DirectAnswer)),
        Percent("H05", "直接解答率", "H04", "H03", "咨询直接解答 ÷ 咨询量。"),
        Dispatched("H06", "派单", "期间内派给单位的次数，按派单日期计；退回后改派的另计一次。", d => d),
        Dispatched("H07", "及时签收", "期间内派出的工单中，在签收时限以前签收的次数。紧急工单按分钟、其他按工作日计。", d => d.Where(x => x.SignedAt <= x.SignBy)),
        Percent("H08", "签收及时率", "H07", "H06", "及时签收 ÷ 派单。"),
        Closed("H09", "办结", "期间内办结的次数，按办结日期计；重办后再办结的另计一次。", c => c),
        Closed("H10", "按时办结", "期间内办结、且最后一次答复不晚于当时期限的次数。", c => c.Where(x => x.AnsweredOn <= x.Due)),
        Percent("H11", "按时办结率", "H10", "H09", "按时办结 ÷ 办结。"),
        Closed("H12", "提前办结", "期间内办结、且最后一次答复早于当时期限的次数；到期当日答复的不计。", c => c.Where(x => x.AnsweredOn < x.Due)),
        Percent("H13", "提前办结率", "H12", "H09", "提前办结 ÷ 办结。"),
        Orders("H14", "应办结", "期间内受理的和以前结转的工单，退回市平台的不计。", (o, s) => Carried(o, s)),
        Orders("H15", "应办结中已办结", "应办结的工单中，期间内首次办结的件数。", (o, s) => Carried(o, s).Where(x => x.Closures.Any(c => c.On >= s.From && c.On < s.To))),
        Percent("H16", "办结率", "H15", "H14", "应办结中已办结 ÷ 应办结（新收加结转）。"),
        Visited("H17", "回访评价", "期间内得到诉求人评价的次数，含热线办回访、市平台回访和诉求人自行评价；未联系上的不计。", (v, _, _) => v),
        Visited("H18", "评价满意", "期间内对办理态度评价为满意的次数；基本满意是否计入按当时的统计口径。", (v, db, s) => v.Where(x => x.Attitude >= LeastSatisfied(db, s))),
        Percent("H19", "满意率", "H18", "H17", "评价满意 ÷ 回访评价（不是除以办结）。"),
        Visited("H20", "评价不满意", "期间内对办理态度评价为不满意、非常不满意的次数。", (v, _, _) => v.Where(x => x.Attitude <= Attitude.Dissatisfied)),
        Percent("H21", "不满意率", "H20", "H06", "评价不满意 ÷ 派单。"),
        Visited("H22", "评价已解决", "期间内诉求人评价为已解决的次数。", (v, _, _) => v.Where(x => x.Result == CallerResult.Solved)),
        Percent("H23", "解决率", "H22", "H17", "评价已解决 ÷ 回访评价。"),
        Rehandled(),
        Percent("H25", "重办率", "H24", "H09", "重办 ÷ 办结。"),
        Returned(),
        Percent("H27", "回退率", "H26", "H06", "退单 ÷ 派单。"),
        Orders("H28", "应回访", "期间内答复诉求人的工单，按答复放行的日期计；没有留电话的不计。", (o, s) => Answered(o, s)),
        Orders("H29", "已回访", "应回访的工单中，答复以后联系上诉求人的件数。", (o, s) => Answered(o, s).Where(x => x.Visits.Any(v => v.Reached && v.On >= s.From))),
        Percent("H30", "回访率", "H29", "H28", "已回访 ÷ 应回访。"),
        Visited("H31", "承办称已解决", "期间内得到评价的答复中，承办单位称已解决的次数。", (v, _, _) => v.Where(x => x.Said == UnitOutcome.Solved)),
        Visited("H32", "称已解决而诉求人不认可", "承办单位称已解决、诉求人评价为部分解决或未解决的次数。", (v, _, _) => v.Where(x => x.Said == UnitOutcome.Solved && x.Result != CallerResult.Solved)),
        Percent("H33", "结果不符率", "H32", "H31", "称已解决而诉求人不认可 ÷ 承办称已解决。"),
        Orders("H34", "逾期未答复", "时点当日县办结期限已过、还没有答复诉求人的工单。", (o, s) => Late(o, s)) with { Standing = true },
        Orders("H35", "直办", "期间内受理的工单，不论类型，没有派单、当场答复办结的件数。", (o, s) => Received(o, s).Where(x => x.DirectAnswer)),
        Percent("H36", "直办率", "H35", "H01", "直办 ÷ 诉求量。"),
        Pressed("H37", "黄牌", "期间内对承办单位督办的次数，按督办日期计。", ReminderLevel.Supervision),
        Pressed("H38", "红牌", "期间内对承办单位书面批评的次数，按批评日期计。", ReminderLevel.Criticism),
    ];

    /// <summary>诉求类型 as the dimension of figures takes it: the names of <see cref="OrderType"/>. A word that names none finds nothing.</summary>
    private static IQueryable<WorkOrder> Of(AppDb db, FigureScope s)
    {
        var type = Enum.TryParse<OrderType>(s.Type, out var named) ? named : default;
        var orders = s.Type is null ? db.Orders : db.Orders.Where(o => o.Type == type);
        return s.Area is { } area ? orders.Where(o => o.Town == area) : orders;
    }

    private static IQueryable<WorkOrder> Received(IQueryable<WorkOrder> o, FigureScope s) => o.Where(x => x.ReceivedOn >= s.From && x.ReceivedOn < s.To);

    // put away under 归档 it stays 退回市平台: what was closed has a closing of that day, what went back has none
    private static IQueryable<WorkOrder> Carried(IQueryable<WorkOrder> o, FigureScope s) =>
        o.Where(x => x.ReceivedOn < s.To && x.MasterId == null && !x.Closures.Any(c => c.On < s.From) && !((x.State == OrderState.ReturnedToCity || x.State == OrderState.Archived) && x.ClosedOn < s.To && !x.Closures.Any(c => c.On == x.ClosedOn)));

    private static IQueryable<WorkOrder> Answered(IQueryable<WorkOrder> o, FigureScope s)
    {
        var (from, to) = (s.FromInstant, s.ToInstant);
        return o.Where(x => x.Requester.PhoneIndex != "" && x.Replies.Any(r => r.ReleasedAt >= from && r.ReleasedAt < to));
    }

    private static IQueryable<WorkOrder> Late(IQueryable<WorkOrder> o, FigureScope s)
    {
        var until = ChinaTime.StartOf(s.AsOf.AddDays(1));
        return o.Where(x => x.Due < s.AsOf && x.MasterId == null && x.ReceivedOn <= s.AsOf && (x.ClosedOn == null || x.ClosedOn > s.AsOf) && !x.Replies.Any(r => r.ReleasedAt < until && r.On >= x.CountedFrom));
    }

    // the rule of the day on which it is counted
    private static Attitude LeastSatisfied(AppDb db, FigureScope s) => OrderLimitTable.The.On(db, s.AsOf).Counting(OrderLimitCode.FairCounts) == 1 ? Attitude.Fair : Attitude.Satisfied;

    private static Figure Orders(string id, string name, string definition, Func<IQueryable<WorkOrder>, FigureScope, IQueryable<WorkOrder>> which) =>
        Figure.Count(id, name, "件", definition, (db, s) => which(s.Unit is { } unit ? Of(db, s).Where(o => o.Unit == unit) : Of(db, s), s)
            .Select(o => new FigureRow { Key = o.Number, Title = o.Secret ? "（保密工单）" : o.Title, Detail = o.Number, On = o.ReceivedOn, Href = "/desk/orders/" + o.Id })) with
        { Group = Group, By = By, Right = KpiPermissions.Read };

    private static Figure Dispatched(string id, string name, string definition, Func<IQueryable<OrderDispatch>, IQueryable<OrderDispatch>> which) =>
        Figure.Count(id, name, "次", definition, (db, s) =>
            from d in which(db.Set<OrderDispatch>().Where(d => d.On >= s.From && d.On < s.To && (s.Unit == null || d.Unit == s.Unit)))
            join o in Of(db, s) on d.OrderId equals o.Id
            select new FigureRow { Key = o.Number + "/" + d.Id, Title = o.Secret ? "（保密工单）" : o.Title, Detail = o.Number, On = d.On, Href = "/desk/orders/" + o.Id }) with
        { Group = Group, By = By, Right = KpiPermissions.Read };

    private static Figure Closed(string id, string name, string definition, Func<IQueryable<OrderClosure>, IQueryable<OrderClosure>> which) =>
        Figure.Count(id, name, "次", definition, (db, s) =>
            from c in which(db.Set<OrderClosure>().Where(c => c.On >= s.From && c.On < s.To && (s.Unit == null || c.Unit == s.Unit)))
            join o in Of(db, s).Masters on c.OrderId equals o.Id
            select new FigureRow { Key = o.Number + "/" + c.Sequence, Title = o.Secret ? "（保密工单）" : o.Title, Detail = o.Number, On = c.On, Href = "/desk/orders/" + o.Id }) with
        { Group = Group, By = By, Right = KpiPermissions.Read };

    private static Figure Visited(string id, string name, string definition, Func<IQueryable<OrderVisit>, AppDb, FigureScope, IQueryable<OrderVisit>> which) =>
        Figure.Count(id, name, "次", definition, (db, s) =>
            from v in which(db.Set<OrderVisit>().Where(v => v.Reached && v.On >= s.From && v.On < s.To && (s.Unit == null || v.Unit == s.Unit)), db, s)
            join o in Of(db, s) on v.OrderId equals o.Id
            select new FigureRow { Key = o.Number + "/" + v.Id, Title = o.Secret ? "（保密工单）" : o.Title, Detail = o.Number, On = v.On, Href = "/desk/orders/" + o.Id }) with
        { Group = Group, By = By, Right = KpiPermissions.Read };

    private static Figure Rehandled() => Figure.Count("H24", "重办", "次", "期间内退回承办单位重办的次数，按重办日期计。", (db, s) =>
        from r in db.Set<OrderRehandling>().Where(r => r.On >= s.From && r.On < s.To && (s.Unit == null || r.Unit == s.Unit))
        join o in Of(db, s) on r.OrderId equals o.Id
        select new FigureRow { Key = o.Number + "/" + r.Sequence, Title = o.Secret ? "（保密工单）" : o.Title, Detail = o.Number, On = r.On, Href = "/desk/orders/" + o.Id }) with
    { Group = Group, By = By, Right = KpiPermissions.Read };

    private static Figure Returned() => Figure.Count("H26", "退单", "次", "期间内单位申请退单的次数，按申请日期计，不论是否同意；签收后申请移交的不计。", (db, s) =>
        from r in db.Set<OrderReturn>().Where(r => !r.Transfer && r.On >= s.From && r.On < s.To && (s.Unit == null || r.Unit == s.Unit))
        join o in Of(db, s) on r.OrderId equals o.Id
        select new FigureRow { Key = o.Number + "/" + r.Id, Title = o.Secret ? "（保密工单）" : o.Title, Detail = o.Number, On = r.On, Href = "/desk/orders/" + o.Id }) with
    { Group = Group, By = By, Right = KpiPermissions.Read };

    private static Figure Pressed(string id, string name, string definition, ReminderLevel level) => Figure.Count(id, name, "次", definition, (db, s) =>
        from r in db.Set<OrderReminder>().Where(r => r.Level == level && r.On >= s.From && r.On < s.To && (s.Unit == null || r.Unit == s.Unit))
        join o in Of(db, s) on r.OrderId equals o.Id
        select new FigureRow { Key = o.Number + "/" + r.Id, Title = o.Secret ? "（保密工单）" : o.Title, Detail = o.Number, On = r.On, Href = "/desk/orders/" + o.Id }) with
    { Group = Group, By = By, Right = KpiPermissions.Read };

    private static Figure Percent(string id, string name, string numerator, string denominator, string definition) =>
        Figure.Percent(id, name, numerator, denominator, definition) with { Group = Group, By = By, Right = KpiPermissions.Read };
}
