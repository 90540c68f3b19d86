using Yimen.Hotline.Kpi;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Hotline.Calls;

/// <summary>接通率 and how fast (domain E4, E5): over the day of the first ring; told only where the county takes calls itself. What still rings is neither answered nor lost, and is not counted yet.</summary>
internal static class CallFigures
{
    private const string Group = "来电";

    public static readonly IReadOnlyList<Figure> All =
    [
        Calls("H71", "来电量", "期间内振铃的来电，按振铃日期计，无效来电也计；还在振铃的不计。", c => c),
        Calls("H72", "接通", "来电量中话务员接听的次数。", c => c.Where(x => x.AnsweredAt != null)),
        Percent("H73", "接通率", "H72", "H71", "接通 ÷ 来电量。"),
        Calls("H74", "及时接听", "来电量中在接听时限以内接听的次数；时限是来电当日热线规则的“来电接听时限”，出厂为 15 秒。", c => c.Where(x => x.AnsweredAt <= x.AnswerBy)),
        Percent("H75", "及时接听率", "H74", "H71", "及时接听 ÷ 来电量（不是除以接通：没有接通的也没有及时接听）。"),
        Calls("H76", "未接通", "来电量中接听以前挂断的次数。", c => c.Where(x => x.AnsweredAt == null)),
        Calls("H77", "无效来电", "来电量中话务员判为无效的次数。", c => c.Where(x => x.Outcome == CallOutcome.Invalid)),
    ];

    private static Figure Calls(string id, string name, string definition, Func<IQueryable<HotlineCall>, IQueryable<HotlineCall>> which) =>
        Figure.Count(id, name, "次", definition, (db, s) => which(Ended(db, s)).Select(c => new FigureRow
        {
            Key = c.CallId, Title = c.AgentName == "" ? "没有话务员接听的来电" : "来电，话务员" + c.AgentName, Detail = c.CallId, On = c.RingingOn, Href = "/desk/calls/" + c.Id,
        })) with
        { Group = Group, Switch = CallSlices.Switch.Code, Right = KpiPermissions.Read };

    private static IQueryable<HotlineCall> Ended(AppDb db, FigureScope s) => db.Calls.Where(c => c.RingingOn >= s.From && c.RingingOn < s.To && (c.AnsweredAt != null || c.EndedAt != null));

    private static Figure Percent(string id, string name, string numerator, string denominator, string definition) =>
        Figure.Percent(id, name, numerator, denominator, definition) with { Group = Group, Switch = CallSlices.Switch.Code, Right = KpiPermissions.Read };
}
