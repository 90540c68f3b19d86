using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Reminders;

namespace Yimen.Hotline.Steps;

/// <summary>A verb that asks for one text at most: its words, its noun in the address, who may.</summary>
/// <param name="Field">What the text is called; null where none is asked.</param>
/// <param name="Least">So many characters at least; 0 makes it optional.</param>
internal sealed record OrderStep(OrderVerb Verb, string Text, string Noun, string Permission, string Happens, string Done, string? Field, int Least, Action<WorkOrder, string, OrderAct> Do)
{
    public const int MostText = 2000;

    /// <summary>The text stands as the act's reason in the journal.</summary>
    public bool IsReason { get; init; }

    /// <summary>Such as ends the order, or presses the unit, stands apart.</summary>
    public bool Seldom { get; init; }
}

/// <summary>The verbs with one text at most, as the office would read them from top to bottom.</summary>
internal static class OrderSteps
{
    public static readonly IReadOnlyList<OrderStep> All =
    [
        new(OrderVerb.SignFor, "签收", "signature", OrderPermissions.Sign, "签收后由签收人负责到底，移交须经热线办同意。", "已签收。", null, 0, (o, _, by) => o.SignFor(by.Act)),
        new(OrderVerb.Begin, "开始办理", "handling", OrderPermissions.Sign, "状态变为办理中；上传第一张现场照片也会自动开始办理。", "已开始办理。", null, 0, (o, _, by) => o.Begin(by.Act)),
        new(OrderVerb.Assist, "协办反馈", "assistance", OrderPermissions.Sign, "反馈写给主办单位，由主办单位统一答复诉求人。", "已反馈给主办单位。", "协办意见", 5, (o, text, by) => o.Assist(text, by.Act)),
        new(OrderVerb.ReturnToCity, "退回市平台", "city-return", OrderPermissions.Dispatch, "不属于本市办理范围的，退回市平台另派；随本单办理的工单恢复为待派单。", "已退回市平台。", "退回理由", 5, (o, _, by) => o.ReturnToCity(by.Act)) { IsReason = true, Seldom = true },
        new(OrderVerb.Supplement, "补充信息", "supplement", OrderPermissions.Supplement, "补充的内容承办单位可以看到。", "已补充。", "补充内容", 2, (o, text, by) => o.Supplement(SupplementBy.Office, text, by.Act)) { Seldom = true },
        new(OrderVerb.Resume, "恢复办理", "resumption", OrderPermissions.Decide, "挂起的情形已经消除，从下一个工作日起继续计时。", "已恢复办理。", null, 0, (o, _, by) => o.Resume(by.Act, by.Clock)),
        new(OrderVerb.Remind, "催办", "reminder", OrderPermissions.Decide, "催办写入办理过程，并通知承办人或者联络员；已逾期的抄送单位负责人。", "已催办。", "催办理由", 2, (o, _, by) => o.Press(ReminderLevel.Reminder, by.Act)) { IsReason = true, Seldom = true },
        new(OrderVerb.Supervise, "督办", "supervision", OrderPermissions.Decide, "列为重点督办件，通知承办人和单位负责人，计一张黄牌。", "已督办。", "督办理由", 2, (o, _, by) => o.Press(ReminderLevel.Supervision, by.Act)) { IsReason = true, Seldom = true },
        new(OrderVerb.Criticise, "书面批评", "criticism", OrderPermissions.Decide, "逾期超过规定天数仍不回复的，书面批评，通知承办人和单位负责人，计一张红牌。", "已记录书面批评。", "批评事由", 5, (o, _, by) => o.Press(ReminderLevel.Criticism, by.Act)) { IsReason = true, Seldom = true },
        new(OrderVerb.ProposeCoordination, "提请协调", "coordination-request", OrderPermissions.Decide, "疑难工单提请有关单位开会协调，明确牵头单位和期限。", "已提请协调。", "难在哪里", 5, (o, _, by) => o.ProposeCoordination(by.NewId(), by.Act)) { IsReason = true, Seldom = true },
        new(OrderVerb.ReportDuty, "反馈落实", "duty", OrderPermissions.Sign, "写明协调会议交给贵单位的事落实到什么程度；反馈后不再列为待办。", "已反馈。", "落实情况", 5, (o, text, by) => o.ReportDuty(text, by.Act)),
        new(OrderVerb.NoteDuties, "登记落实", "duty-note", OrderPermissions.Decide, "有单位迟迟不反馈的，由热线办查明情况后登记；没有反馈的协调任务就此全部结束。", "已登记落实情况。", "落实情况", 5, (o, text, by) => o.NoteDuties(text, by.Act)) { Seldom = true },
        new(OrderVerb.Close, "办结", "closure", OrderPermissions.Decide, "回访后办结。诉求人不满意而仍要办结的，须写明理由。", "已办结。", "办结说明", 0, (o, _, by) => o.Close(by.Limits[OrderLimitCode.VisitTries], by.Act)) { IsReason = true },
        new(OrderVerb.Rehandle, "重办", "rehandling", OrderPermissions.Decide, "退回原承办单位重办，另行计算期限；第三次重办升级督办并提请协调。", "已退回重办。", "重办理由", 5, (o, _, by) => o.Rehandle(by.Limits[OrderLimitCode.Rehandling], null, by.NewId(), by.Act, by.Clock)) { IsReason = true },
        new(OrderVerb.Archive, "归档", "archive", OrderPermissions.Decide, "写上档号后归档，不再变动。", "已归档。", "档号", 1, (o, text, by) => o.Archive(text, by.Act)),
    ];

    /// <summary>Whether the rows allow what the table allows: nothing is resumed that does not stand, nothing assisted that was answered.</summary>
    public static bool Fits(OrderStep step, WorkOrder o, Kernel.UnitId? unit) => step.Verb switch
    {
        OrderVerb.SignFor => o.OpenReturn is null && unit == o.Unit,
        OrderVerb.Begin => unit == o.Unit,
        OrderVerb.Resume => o.Paused is not null,
        OrderVerb.Assist => o.Assists.Any(a => a.Unit == unit && a.AnsweredAt is null),
        OrderVerb.ReportDuty => o.Duties.Any(d => d.Unit == unit && d.IsOpen),
        OrderVerb.NoteDuties => o.Duties.Any(d => d.IsOpen),
        OrderVerb.ReturnToCity => o.Source == OrderSource.City,
        OrderVerb.ProposeCoordination => o.OpenCoordination is null,
        OrderVerb.Rehandle => o.Unit is not null,
        _ => true,
    };
}
