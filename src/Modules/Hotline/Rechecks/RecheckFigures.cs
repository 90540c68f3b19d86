using Yimen.Hotline.Kpi;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Hotline.Rechecks;

/// <summary>What became of the dissatisfied orders, over dated rows.</summary>
internal static class RecheckFigures
{
    private const string Group = "热线考核";

    public static IReadOnlyList<Figure> All =>
    [
        Of("HB01", "不满意件复核", "期间内列入复核的不满意件，按列入日期计。", (r, s) => r.Where(x => x.AskedOn >= s.From && x.AskedOn < s.To)),
        Of("HB02", "应说明", "期间内到期应由单位说明的不满意件，按第一次说明期限计。", (r, s) => Due(r, s)),
        Of("HB03", "按期说明", "应说明的不满意件中，在期限当日或以前说明的件数。", (r, s) => Due(r, s).Where(x => x.FirstExplainedOn <= x.FirstBy)),
        Figure.Percent("HB04", "按期说明率", "HB03", "HB02", "按期说明 ÷ 应说明。") with { Group = Group, By = FigureBy.Unit, Right = KpiPermissions.Read },
        Of("HB05", "逾期未说明", "应说明的不满意件中，期限届满时还没有说明的件数，以后补说明的也计。", (r, s) => Due(r, s).Where(x => x.FirstBy < s.AsOf && (x.FirstExplainedOn == null || x.FirstExplainedOn > x.FirstBy))),
        Of("HB06", "复核要求重办", "期间内复核后要求重办的不满意件，按复核日期计。", (r, s) => r.Where(x => x.State == OrderRecheckState.Rehandled && x.DecidedOn >= s.From && x.DecidedOn < s.To)),
    ];

    private static IQueryable<OrderRecheck> Due(IQueryable<OrderRecheck> r, FigureScope s) => r.Where(x => x.FirstBy >= s.From && x.FirstBy < s.To);

    private static Figure Of(string id, string name, string definition, Func<IQueryable<OrderRecheck>, FigureScope, IQueryable<OrderRecheck>> which) =>
        Figure.Count(id, name, "件", definition, (db, s) => which(s.Unit is { } unit ? db.Set<OrderRecheck>().Where(r => r.Unit == unit) : db.Set<OrderRecheck>(), s)
            .Select(r => new FigureRow { Key = r.OrderNumber + "/" + r.Id, Title = r.Title, Detail = r.OrderNumber, On = r.SaidOn, Href = "/desk/order-rechecks/" + r.Id })) with
        { Group = Group, By = FigureBy.Unit, Right = KpiPermissions.Read };
}
