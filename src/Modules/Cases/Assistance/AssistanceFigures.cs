using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Cases.Assistance;

/// <summary>How much help was asked for and given, over dated facts.</summary>
internal static class AssistanceFigures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        Count("C81", "帮办代办申请", "件", "期间内登记的帮办代办申请数，按申请日期计，含电话、上门、到站和网上。",
            (db, s) => Rows(db.AssistanceOrders.Where(o => o.RequestedOn >= s.From && o.RequestedOn < s.To), finished: false)),
        Count("C82", "帮办代办办结", "件", "期间内办结的帮办代办数，按办结日期计；撤回的不计。",
            (db, s) => Rows(db.AssistanceOrders.Where(o => o.State == AssistanceState.Finished && o.FinishedOn >= s.From && o.FinishedOn < s.To), finished: true)),
        Count("C83", "代办件", "件", "期间内关联到帮办代办的办件数，按关联日期计。",
            (db, s) => Linked(db.Set<AssistedCase>(), db.Cases.Counted(), s)) with { LeftOut = (db, s) => Linked(db.Set<AssistedCase>(), db.Cases.Counted(leftOut: true), s) },
        Count("C84", "巡村走访", "户次", "期间内完成的走访数，按完成日期计。",
            (db, s) => db.VillageVisits.Where(v => v.DoneOn >= s.From && v.DoneOn < s.To)
                .Select(v => new FigureRow { Key = v.Id.ToString(), Title = v.Purpose, Detail = v.DoneBy, On = v.DoneOn, Href = "/desk/visits" })),
    ];

    private static Figure Count(string id, string name, string unit, string definition, Func<AppDb, FigureScope, IQueryable<FigureRow>> rows) => Figure.Count(id, name, unit, definition, rows) with { Group = "帮办代办" };

    private static IQueryable<FigureRow> Linked(IQueryable<AssistedCase> linked, IQueryable<Case> cases, FigureScope s) =>
        from l in linked
        where l.LinkedOn >= s.From && l.LinkedOn < s.To
        join c in cases on l.CaseId equals c.Id
        select new FigureRow { Key = l.CaseNumber, Title = l.ItemName, Detail = l.CaseNumber, On = l.LinkedOn, Href = "/desk/cases/" + l.CaseId, Origin = c.LateEntry != null ? OriginCount.Late : null };

    private static IQueryable<FigureRow> Rows(IQueryable<AssistanceOrder> orders, bool finished) => finished
        ? orders.Select(o => new FigureRow { Key = o.Number, Title = o.Wish, Detail = o.AgentName, On = o.FinishedOn, Href = "/desk/assistance/" + o.Id })
        : orders.Select(o => new FigureRow { Key = o.Number, Title = o.Wish, Detail = o.AgentName, On = o.RequestedOn, Href = "/desk/assistance/" + o.Id });
}
