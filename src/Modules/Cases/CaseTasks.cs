using Yimen.Cases.Contracts;
using Yimen.Cases.Hearings;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;

namespace Yimen.Cases;

/// <summary>Whom a case waits for in each state: the one place that routes.</summary>
internal static class CaseTasks
{
    public static IEnumerable<TaskSpec> Of(Case c) =>
    [
        .. OfState(c),
        .. c.OpenMotion is { } motion ? [AtUnit(c, "answer", $"批复{Label.Of(motion.Kind)}", Roles.UnitHead) with { Href = $"/desk/cases/{c.Id}/motions/{motion.Id}" }] : Array.Empty<TaskSpec>(),
        .. OfHearing(c),
        .. OfLetters(c),
    ];

    private static IEnumerable<TaskSpec> OfLetters(Case c) => c.ClosedOn is null && c.Hearing is { } hearing && hearing.Parties.Any(p => p.Letters.Any(l => l.ServedOn is null))
        ? [AtUnit(c, "hearing-letters", "送达听证文书", Roles.Approver) with { Href = $"/desk/cases/{c.Id}/hearing-letters" }]
        : [];

    // the hearing's own days go before those of the case, which stand meanwhile
    private static IEnumerable<TaskSpec> OfHearing(Case c) => c.ClosedOn is not null ? [] : c.Hearing?.Stage switch
    {
        HearingStage.Requested => [AtUnit(c, "hearing", "组织听证", Roles.Approver) with { Due = c.Hearing.HoldBy, Href = $"/desk/cases/{c.Id}/hearing" }],
        HearingStage.Notified => [AtUnit(c, "hearing-record", "听证笔录", Roles.Approver) with { Due = ChinaTime.DateOf(c.Hearing.At!.Value), Href = $"/desk/cases/{c.Id}/hearing-record" }],
        _ => [],
    };

    private static IEnumerable<TaskSpec> OfState(Case c) => c.State switch
    {
        CaseState.Submitted or CaseState.Received or CaseState.Corrected => [Accept(c)],
        CaseState.Accepted => [AtUnit(c, "review", "审查", Roles.Approver)],
        CaseState.Reviewing => [AtUnit(c, "review", "审查", Roles.Approver) with { Account = c.Reviewer }],
        CaseState.Proposed => [AtUnit(c, "decide", "签批", Roles.UnitHead)],
        CaseState.Certifying => [AtUnit(c, "certify", "制证", Roles.Approver) with { Due = c.DeliverBy }],
        CaseState.AwaitingDelivery => [AtCounter(c, "deliver", "送达") with { Due = c.DeliverBy }],
        _ => [],
    };

    // 综窗收件·部门受理: the unit accepts; with its letter of authority the counter does
    private static TaskSpec Accept(Case c) => (c.Terms.AcceptMode == AcceptMode.UnitAccepts
        ? AtUnit(c, "accept", "受理", Roles.Approver)
        : AtCounter(c, "accept", "受理")) with
    { Due = c.TellBy };

    private static TaskSpec AtUnit(Case c, string code, string act, string role) => new(code, Title(c, act), role, c.Unit, c.Due) { Href = $"/desk/cases/{c.Id}" };

    private static TaskSpec AtCounter(Case c, string code, string act) => c.Channel is Channel.Town or Channel.Village
        ? new(code, Title(c, act), Roles.TownClerk, null, c.Due) { Href = $"/desk/cases/{c.Id}", Area = c.Area, Window = c.Window }
        : new(code, Title(c, act), Roles.Clerk, c.Terms.OneWindow ? null : c.Unit, c.Due) { Href = $"/desk/cases/{c.Id}", Window = c.Window };

    private static string Title(Case c, string act) => $"{act}：{c.ItemName}（{c.Applicant.Shown}）";
}
