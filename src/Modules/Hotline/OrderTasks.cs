using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline;

/// <summary>Whom an order waits for in each state: the one place that routes (ADR 0005).</summary>
internal static class OrderTasks
{
    private static readonly OrderState[] AtUnit = [OrderState.Dispatched, OrderState.Signed, OrderState.Handling];

    public static readonly IReadOnlyList<(string Code, string Words)> Words =
    [
        ("dispatch", "派单"), ("sign", "签收"), ("reply", "答复"), ("review", "单位审核"), ("release", "热线办审核"), ("visit", "回访"),
        ("return", "退单、移交申请"), ("extension", "延期申请"), ("coordinate", "组织协调"), ("assist", "协办反馈"), ("duty", "落实协调决定"), ("errand", "登记村居反馈"),
    ];

    public static IEnumerable<TaskSpec> Of(WorkOrder o) => [.. OfState(o), .. OfRows(o)];

    private static IEnumerable<TaskSpec> OfState(WorkOrder o) => o.State switch
    {
        OrderState.Received => [AtOffice(o, "dispatch", "派单", o.Due, "/dispatch")],
        OrderState.Dispatched when o.OpenReturn is null => [AtUnitOf(o, "sign", "签收", Roles.Liaison, ChinaTime.DateOf(o.CurrentDispatch!.SignBy.AddTicks(-1)))],
        OrderState.Signed or OrderState.Handling when o.Paused is null => [AtUnitOf(o, "reply", "答复", Roles.Liaison, o.Due) with { Account = o.HandlerId }],
        OrderState.UnitReview => [AtUnitOf(o, "review", "审核答复", o.ReviewRole, o.Due) with { Href = $"{o.Href}/review" }],
        OrderState.OfficeReview => [AtOffice(o, "release", "审核答复", o.Due, "/office-review")],
        // what came from the city is visited by the city (practice.md): its result comes as a message
        OrderState.FollowUp when o.Source != OrderSource.City || o.Displeased => [AtOffice(o, "visit", "回访", o.Released?.ReleasedAt is { } told ? ChinaTime.DateOf(told).AddDays(o.Terms.VisitDays) : null, "/visits")],
        _ => [],
    };

    private static IEnumerable<TaskSpec> OfRows(WorkOrder o)
    {
        if (o.OpenReturn is { } asked && AtUnit.Contains(o.State))
        {
            yield return AtOffice(o, "return", asked.Transfer ? "答复移交申请" : "答复退单申请", o.Due, "/return/answer");
        }

        if (o.Extension is { IsOpen: true } && o.State is OrderState.Signed or OrderState.Handling)
        {
            yield return AtOffice(o, "extension", "答复延期申请", o.Due, "/extension/answer");
        }

        if (o.OpenCoordination is not null && o.Can(OrderVerb.DecideCoordination))
        {
            yield return AtOffice(o, "coordinate", "组织协调", o.Due, "/coordination");
        }

        foreach (var assist in o.Assists.Where(a => a.AnsweredAt is null && AtUnit.Contains(o.State)))
        {
            yield return new($"assist-{assist.Unit}", Title(o, "协办反馈"), Roles.Liaison, assist.Unit, o.Due) { Href = $"{o.Href}/assistance" };
        }

        if (o.Errands.Where(e => e.IsOpen).Select(e => (DateOnly?)e.Due).Min() is { } back && o.Can(OrderVerb.TakeFeedback))
        {
            yield return new("errand", Title(o, "登记村居反馈"), Roles.Liaison, o.Unit, back) { Href = $"{o.Href}/errand-report" };
        }

        foreach (var due in o.Duties.Where(d => d.IsOpen && o.Can(OrderVerb.ReportDuty)).GroupBy(d => d.Unit))
        {
            yield return new($"duty-{due.Key}", Title(o, "落实协调决定"), Roles.Liaison, due.Key, due.Min(d => d.Due)) { Href = $"{o.Href}/duty" };
        }
    }

    private static TaskSpec AtOffice(WorkOrder o, string code, string act, DateOnly? due, string where) => new(code, Title(o, act), Roles.Hotline, null, due) { Href = o.Href + where };

    private static TaskSpec AtUnitOf(WorkOrder o, string code, string act, string role, DateOnly? due) => new(code, Title(o, act), role, o.Unit, due) { Href = o.Href };

    private static string Title(WorkOrder o, string act) => $"{act}：{o.Title}（{(o.Urgency == Urgency.Ordinary ? "" : Label.Of(o.Urgency) + " ")}{Label.Of(o.Type)}）";
}
