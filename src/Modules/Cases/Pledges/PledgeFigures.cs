using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Cases.Pledges;

/// <summary>告知承诺: signed, due for the check, checked in time, breached; over the days of the facts.</summary>
internal static class PledgeFigures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        Count("C111", "签署告知承诺", "期间内签署的告知承诺份数，一份承诺代替一份材料，按签署日期计。", (db, s) =>
            Narrowed(db, s).Where(p => p.SignedOn >= s.From && p.SignedOn < s.To).Select(p => new FigureRow { Key = p.Id.ToString(), Title = p.Material, On = p.SignedOn, Href = "/desk/pledges/" + p.Id })),
        Count("C112", "应核查的告知承诺", "核查期限的最后一日落在期间内的告知承诺份数；办件没有办成而终止核查的不计。", (db, s) =>
            Rows(Narrowed(db, s).Where(p => p.CheckBy >= s.From && p.CheckBy < s.To && p.State != PledgeState.Dropped))),
        Count("C113", "按期核查的告知承诺", "应核查的告知承诺中，核查日期不晚于核查期限的份数。", (db, s) =>
            Rows(Narrowed(db, s).Where(p => p.CheckBy >= s.From && p.CheckBy < s.To && p.State != PledgeState.Dropped && p.CheckedOn <= p.CheckBy))),
        Figure.Percent("C114", "告知承诺按期核查率", "C113", "C112", "期间内按期核查份数 ÷ 期间内应核查份数。") with { Group = "办件", By = FigureBy.Unit },
        Count("C115", "违反告知承诺", "期间内经核查认定违反承诺的份数，按核查日期计，不论处理与否。", (db, s) =>
            Narrowed(db, s).Where(p => p.CheckedOn >= s.From && p.CheckedOn < s.To && (p.State == PledgeState.Breached || p.State == PledgeState.Punished))
                .Select(p => new FigureRow { Key = p.Id.ToString(), Title = p.Material, On = p.CheckedOn, Href = "/desk/pledges/" + p.Id })),
    ];

    private static Figure Count(string id, string name, string definition, Func<AppDb, FigureScope, IQueryable<FigureRow>> rows) =>
        Figure.Count(id, name, "份", definition, rows) with { Group = "办件", By = FigureBy.Unit };

    private static IQueryable<Pledge> Narrowed(AppDb db, FigureScope scope) => scope.Unit is { } unit ? db.Pledges.Where(p => p.Unit == unit) : db.Pledges;

    private static IQueryable<FigureRow> Rows(IQueryable<Pledge> pledges) =>
        pledges.Select(p => new FigureRow { Key = p.Id.ToString(), Title = p.Material, On = p.CheckBy, Href = "/desk/pledges/" + p.Id });
}
