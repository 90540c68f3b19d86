using Yimen.Platform.Ui;

namespace Yimen.Portal.Inbox;

/// <summary>What tasks wait for, in the office's words. A verb that no module has told yet stands as it is.</summary>
internal static class TaskWords
{
    public static readonly IReadOnlyList<Choice> Codes =
    [
        new("accept", "受理"), new("review", "审查"), new("decide", "签批"), new("deliver", "送达"),
        new("claim", "认领事项"), new("edit", "编辑事项"), new("unit-review", "部门审核"), new("centre-review", "中心审核"), new("mend-drift", "核对省目录"),
        new("write-article", "编写知识条目"), new("check-article", "审核知识条目"), new("publish-article", "发布知识条目"), new("recheck-1", "定期复审"), new("recheck-2", "事项变更复审"), new("recheck-3", "政策变动更新"), new("answer-correction", "答复纠错"),
    ];

    public static string Of(string code) => Codes.FirstOrDefault(c => c.Value == code)?.Label ?? code;

    public static string Span(string? due) => due switch { "overdue" => "已逾期", "today" => "今天到期", "soon" => "三个工作日内", "rest" => "其余", _ => "" };
}
