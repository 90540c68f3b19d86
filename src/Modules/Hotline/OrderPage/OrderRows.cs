using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.OrderPage;

/// <summary>The rows beside an order's state, in words and by day.</summary>
internal static class OrderRows
{
    public static IReadOnlyList<RowView> Of(WorkOrder o, Func<UnitId, string> name) =>
        [.. Dispatches(o, name).Concat(Assists(o, name)).Concat(Errands(o)).Concat(Returns(o, name)).Concat(Clock(o)).Concat(Pressed(o, name)).Concat(Reviews(o)).Concat(Coordinations(o, name)).Concat(Duties(o, name)).Concat(Visits(o)).OrderBy(r => r.On)];

    private static IEnumerable<RowView> Dispatches(WorkOrder o, Func<UnitId, string> name) => o.Dispatches.Select(d => new RowView(d.On, "派单", $"{name(d.Unit)}　依据：{d.Basis}",
        d.EndedOn is not null ? "已改派" : d.SignedAt is null ? $"限 {Dates.Moment(d.SignBy)} 前签收" : d.InTime ? "按时签收" : "超时签收", d.EndedOn is not null ? Tone.Neutral : d.SignedAt is null ? Tone.Warn : d.InTime ? Tone.Good : Tone.Bad, d.ByName));

    private static IEnumerable<RowView> Assists(WorkOrder o, Func<UnitId, string> name) => o.Assists.Select(a => new RowView(ChinaTime.DateOf(a.At), "协办", $"{name(a.Unit)}{(a.Opinion.Length > 0 ? $"　{a.Opinion}" : "")}",
        a.AnsweredAt is null ? "等待反馈" : "已反馈", a.AnsweredAt is null ? Tone.Warn : Tone.Good, a.ByName));

    private static IEnumerable<RowView> Errands(WorkOrder o) => o.Errands.Select(e => new RowView(ChinaTime.DateOf(e.At), "交办村居", $"{e.VillageName}：{e.What}{(e.Report.Length > 0 ? $"　反馈：{e.Report}" : "")}",
        e.IsOpen ? $"限 {Dates.Day(e.Due)} 反馈" : "已反馈", e.IsOpen ? Tone.Warn : Tone.Good, e.ByName));

    private static IEnumerable<RowView> Returns(WorkOrder o, Func<UnitId, string> name) => o.Returns.Select(r => new RowView(r.On, r.Transfer ? "申请移交" : "申请退单",
        $"{name(r.Unit)}：{r.Reason}　依据：{r.Basis}　建议：{name(r.Proposed)}{(r.Remark.Length > 0 ? $"　答复：{r.Remark}" : "")}",
        r.Granted switch { true => "同意", false => "驳回", _ => "等待答复" }, r.Granted switch { true => Tone.Good, false => Tone.Bad, _ => Tone.Warn }, r.ByName));

    private static IEnumerable<RowView> Clock(WorkOrder o)
    {
        if (o.Extension is { } x)
        {
            yield return new(ChinaTime.DateOf(x.At), "申请延期", $"{x.Why}（{x.Days} 个工作日）{(x.Remark.Length > 0 ? $"　答复：{x.Remark}" : "")}",
                x.Granted switch { true => "同意", false => "驳回", _ => "等待答复" }, x.Granted switch { true => Tone.Good, false => Tone.Bad, _ => Tone.Warn }, x.ByName);
        }

        foreach (var s in o.Suspensions)
        {
            yield return new(s.BeganOn, "挂起", $"{s.Ground}　{s.Why}", s.EndedOn is { } end ? $"{end.Month}月{end.Day}日恢复" : "正在挂起", s.EndedOn is null ? Tone.Paused : Tone.Neutral, s.ByName);
        }
    }

    private static IEnumerable<RowView> Pressed(WorkOrder o, Func<UnitId, string> name) => o.Reminders.Select(r => new RowView(r.On, Label.Of(r.Level), $"{name(r.Unit)}　{r.Why}", "已送达", Tone.Warn, r.ByName));

    private static IEnumerable<RowView> Reviews(WorkOrder o) => o.Reviews.Select(r => new RowView(ChinaTime.DateOf(r.At), $"{r.Level}审核", r.Remark, r.Passed ? "通过" : "退回修改", r.Passed ? Tone.Good : Tone.Bad, r.ByName));

    private static IEnumerable<RowView> Coordinations(WorkOrder o, Func<UnitId, string> name) => o.Coordinations.Select(c => new RowView(ChinaTime.DateOf(c.At), "协调",
        c.Why + (c.Decision.Length > 0 ? $"　决定：{c.Decision}（牵头：{name(c.Lead!.Value)}{(c.Due is { } due ? $"，{Dates.Day(due)}前完成" : "")}）" : ""), c.IsOpen ? "等待决定" : "已决定", c.IsOpen ? Tone.Warn : Tone.Good, c.IsOpen ? c.ByName : c.DecidedByName));

    private static IEnumerable<RowView> Duties(WorkOrder o, Func<UnitId, string> name) => o.Duties.Select(d => new RowView(d.ReportedOn ?? d.Due, "协调任务", $"{name(d.Unit)}：{d.What}{(d.Report.Length > 0 ? $"　反馈：{d.Report}" : "")}",
        d.IsOpen ? $"限{Dates.Day(d.Due)}完成" : d.ReportedOn <= d.Due ? "按时反馈" : "超期反馈", d.IsOpen ? Tone.Warn : d.ReportedOn <= d.Due ? Tone.Good : Tone.Bad, d.ReportedByName));

    private static IEnumerable<RowView> Visits(WorkOrder o) => o.Visits.Select(v => new RowView(v.On, Label.Of(v.By), v.Reached ? $"态度：{Label.Of(v.Attitude!.Value)}　结果：{Label.Of(v.Result!.Value)}{(v.Note.Length > 0 ? $"　{v.Note}" : "")}" : v.Note,
        v.Reached ? v.Attitude >= Contracts.Attitude.Fair && v.Result != Contracts.CallerResult.NotSolved ? "满意" : "不满意" : "未联系上", v.Reached ? v.Attitude >= Contracts.Attitude.Fair && v.Result != Contracts.CallerResult.NotSolved ? Tone.Good : Tone.Bad : Tone.Neutral, v.ByName));
}
