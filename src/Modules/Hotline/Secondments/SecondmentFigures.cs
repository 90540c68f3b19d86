using Yimen.Hotline.Kpi;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Hotline.Secondments;

/// <summary>Secondments over dated rows.</summary>
internal static class SecondmentFigures
{
    private const string Group = "热线考核";

    public static IReadOnlyList<Figure> All =>
    [
        Of("HC01", "列入选派", "期间内因直接解答率低或者咨询量大而列入选派的单位次数，按列入日期计。", (r, s) => r.Where(x => x.CalledOn >= s.From && x.CalledOn < s.To)),
        Of("HC02", "选派业务骨干", "期间内到岗的业务骨干人次，按到岗日期计。", (r, s) => r.Where(x => x.From >= s.From && x.From < s.To)),
        Of("HC03", "逾期未选派", "时点当日选派期限已过、还没有确定人选的单位次数。", (r, s) => r.Where(x => x.NameBy < s.AsOf && x.CalledOn <= s.AsOf && x.State == SecondmentState.Wanted)) with { Standing = true },
        Figure.Count("HC04", "选派人员培训", "次", "期间内登记的选派人员培训，按培训日期计。", (db, s) =>
            from t in db.Set<SecondmentTraining>().Where(t => t.On >= s.From && t.On < s.To)
            join r in db.Set<Secondment>() on t.SecondmentId equals r.Id
            where s.Unit == null || r.Unit == s.Unit
            select new FigureRow { Key = r.Id + "/" + t.Id, Title = t.Subject, Detail = r.PersonName, On = t.On, Href = "/desk/secondments/" + r.Id }) with { Group = Group, By = FigureBy.Unit, Right = KpiPermissions.Read },
    ];

    private static Figure Of(string id, string name, string definition, Func<IQueryable<Secondment>, FigureScope, IQueryable<Secondment>> which) =>
        Figure.Count(id, name, "人次", definition, (db, s) => which(s.Unit is { } unit ? db.Set<Secondment>().Where(r => r.Unit == unit) : db.Set<Secondment>(), s)
            .Select(r => new FigureRow { Key = r.Id.ToString(), Title = r.Why, Detail = r.PersonName, On = r.CalledOn, Href = "/desk/secondments/" + r.Id })) with
        { Group = Group, By = FigureBy.Unit, Right = KpiPermissions.Read };
}
