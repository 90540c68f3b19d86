using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Cases.CasePage;

/// <summary>One row of the law beside a case, in words.</summary>
public sealed record LawRow(DateOnly On, string What, string Text, string State, Tone Tone, string Who)
{
    internal static IReadOnlyList<LawRow> Of(Case c) => [.. Corrections(c).Concat(Motions(c)).Concat(Suspensions(c)).Concat(Single(c)).OrderBy(r => r.On)];

    private static IEnumerable<LawRow> Corrections(Case c) => c.Corrections.Select(x => new LawRow(ChinaTime.DateOf(x.At), x.Sequence == 1 ? "补正告知" : $"第 {x.Sequence} 次补正告知",
        string.Join("；", x.Flaws.Select(f => $"{f.Name}：{f.What}")), x.IsOpen ? c.ClosedOn is null ? $"等待补正，至 {x.AnswerBy.Month}月{x.AnswerBy.Day}日" : "未补正" : "已补正", x.IsOpen ? Tone.Warn : Tone.Good, x.ByName));

    private static IEnumerable<LawRow> Motions(Case c) => c.Motions.Select(m => new LawRow(ChinaTime.DateOf(m.At), $"报批{Label.Of(m.Kind)}",
        m.Why + (m.Days > 0 ? $"（{m.Days} 个工作日）" : "") + (m.Remark.Length > 0 ? $"　批复：{m.Remark}" : ""),
        m.Approved switch { true => "同意", false => "不同意", _ => "等待批复" }, m.Approved switch { true => Tone.Good, false => Tone.Bad, _ => Tone.Warn }, m.AnsweredByName.Length > 0 ? m.AnsweredByName : m.ByName));

    private static IEnumerable<LawRow> Suspensions(Case c) => c.Suspensions.Select(s => new LawRow(s.BeganOn, s.Words,
        $"计划 {s.PlannedDays} 个工作日{(s.Result.Length > 0 ? $"　结果：{s.Result}" : "")}", s.EndedOn is { } end ? $"{end.Month}月{end.Day}日恢复" : "正在暂停", s.EndedOn is null ? Tone.Paused : Tone.Neutral, s.ApprovedBy));

    private static string HearingText(Hearings.CaseHearing h) => h.Stage switch
    {
        Hearings.HearingStage.Told => $"{h.Why}，可以在 {h.RequestBy.Month}月{h.RequestBy.Day}日以前申请",
        Hearings.HearingStage.Waived => $"放弃听证：{h.Statement}",
        Hearings.HearingStage.Requested => $"{Masking.Name(h.RequestedBy)}申请，应在 {h.HoldBy!.Value.Month}月{h.HoldBy.Value.Day}日以前组织",
        Hearings.HearingStage.Notified => $"{Dates.Moment(h.At!.Value)}　{h.Place}　主持人 {h.ChairName}",
        _ => $"{Dates.Moment(h.At!.Value)}　{h.Place}　已制作笔录",
    };

    private static IEnumerable<LawRow> Single(Case c)
    {
        if (c.Extension is { } x)
        {
            yield return new(ChinaTime.DateOf(x.At), "延期", $"{x.Why}（{x.Days} 个工作日）", "已延期", Tone.Warn, x.ApprovedBy);
        }

        if (c.Hearing is { } h)
        {
            yield return new(h.ToldOn, "听证", HearingText(h), Label.Of(h.Stage), h.Stage is Hearings.HearingStage.Recorded or Hearings.HearingStage.Waived ? Tone.Good : Tone.Warn, h.ToldBy);
        }

        if (c.Ending is { } e)
        {
            yield return new(ChinaTime.DateOf(e.At), Label.Of(e.Outcome), e.Reason + (e.Body.Length > 0 ? $"　{e.Body}" : ""), "已终结", Tone.Neutral, e.ByName);
        }

        if (c.Certificate is { } l)
        {
            yield return new(ChinaTime.DateOf(l.At), l.Name, $"{l.Number}　有效期至 {(l.ValidUntil is { } until ? Dates.Day(until) : "长期")}", "已制证", Tone.Good, l.ByName);
        }

        if (c.Archive is { } a)
        {
            yield return new(ChinaTime.DateOf(a.At), "归档", $"档号 {a.FileNumber}　{a.Place}　{a.Leaves} 页", "已归档", Tone.Neutral, a.ByName);
        }
    }
}
