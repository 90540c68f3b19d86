using Yimen.Hotline.Reviews;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Rulings;

/// <summary>What somebody asked for and another answers with yes or no: its words, its noun, who may, what a yes and a no bring about.</summary>
/// <param name="Asked">What is to be decided upon, in lines; empty when nothing waits.</param>
internal sealed record OrderRuling(OrderVerb Verb, string Text, string Noun, string Permission, string Happens, (string Yes, string No) Words, Func<WorkOrder, IEnumerable<AskedRow>> Asked, Action<WorkOrder, Visitor, OrderAct> Yes, Action<WorkOrder, Visitor, OrderAct> No);

/// <summary>One line of what is to be decided upon.</summary>
public sealed record AskedRow(string Term, string Value);

/// <summary>答复退单、延期, 审核 — every yes or no in an order's life.</summary>
internal static class OrderRulings
{
    public static readonly IReadOnlyList<OrderRuling> All =
    [
        new(OrderVerb.GrantReturn, "答复退单或移交", "return/answer", OrderPermissions.Decide, "同意后回到待派单，由热线办改派；驳回的由原单位继续办理。时限一直在走，不因退单延长。", ("同意", "驳回"), Return,
            (o, _, by) => o.GrantReturn(by.Act, by.Clock), (o, _, by) => o.RefuseReturn(by.Act)),
        new(OrderVerb.GrantExtension, "答复延期申请", "extension/answer", OrderPermissions.Decide, "同意后县办结期限顺延；不能超过市平台期限。", ("同意", "驳回"), Extension,
            (o, _, by) => o.GrantExtension(by.Act, by.Clock), (o, _, by) => o.RefuseExtension(by.Act)),
        new(OrderVerb.PassOn, "审核答复", "review", OrderPermissions.Review, "通过后逐级上报，最后一级通过后报热线办；退回的由经办人修改。", ("通过", "退回修改"), Reply,
            (o, v, by) => o.Pass(LevelOf(v, o, by), by.Codes.Levels(o.LastReply!.On), by.Act), (o, v, by) => o.SendBack(by.Codes.Levels(o.LastReply!.On)[LevelOf(v, o, by) - 1].Name, by.Act)),
        new(OrderVerb.Release, "热线办审核", "office-review", OrderPermissions.Decide, "通过后诉求人可以看到答复，进入回访；退回的由承办单位修改后重新审核。", ("通过", "退回修改"), Reply,
            (o, _, by) => o.Release(by.Act), (o, _, by) => o.SendBack("热线办", by.Act)),
    ];

    /// <summary>Whether there is anything to answer.</summary>
    public static bool Waits(OrderRuling ruling, WorkOrder o) => o.Can(ruling.Verb) && ruling.Asked(o).Any();

    // the highest level that the reviewer holds in this unit: a head covers those below
    private static int LevelOf(Visitor visitor, WorkOrder o, OrderAct by)
    {
        var levels = by.Codes.Levels(o.LastReply!.On);
        var held = levels.Select((l, n) => (l, n)).Where(x => visitor.Scopes.Any(s => s.Role == x.l.Role && s.Holds(o.Unit, o.Area))).Select(x => x.n + 1).ToList();
        return held.Count > 0 ? held.Max() : throw new RuleViolation("no-level", "您不在本单位的审核层级里。");
    }

    private static IEnumerable<AskedRow> Return(WorkOrder o) => o.OpenReturn is { } r
        ? [new(r.Transfer ? "申请移交" : "申请退单", $"{r.ByName}，{Dates.Moment(r.At)}"), new("理由", r.Reason), new("依据", r.Basis), new("建议承办单位", r.Proposed.Value), .. o.Returns.Count > 1 ? [new AskedRow("以前的申请", $"{o.Returns.Count - 1} 次")] : Array.Empty<AskedRow>()]
        : [];

    private static IEnumerable<AskedRow> Extension(WorkOrder o) => o.Extension is { IsOpen: true } x
        ? [new("申请", $"{x.ByName}，{Dates.Moment(x.At)}"), new("天数", $"{x.Days} 个工作日"), new("理由", x.Why), new("现期限", o.Due is { } due ? Dates.Day(due) : "已暂停"), new("市平台期限", o.CityDue is { } city ? Dates.Day(city) : "没有")]
        : [];

    private static IEnumerable<AskedRow> Reply(WorkOrder o) => o.LastReply is { ReleasedAt: null, SentBackAt: null } r
        ?
        [
            new("经办人", $"{r.ByName}，{Dates.Moment(r.At)}"), new("联系诉求人", $"{Dates.Moment(r.ContactedAt)}，{Label.Of(r.ContactWay)}"), new("调查情况", r.Facts), new("承办结果", Label.Of(r.Outcome)), new("答复内容", r.Text),
            new("依据", r.Basis), new("联系人", $"{r.ContactPerson} {r.ContactPhone}"),
        ]
        : [];
}
