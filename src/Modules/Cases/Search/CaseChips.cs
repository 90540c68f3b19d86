using Yimen.Cases.Contracts;
using Yimen.Cases.Handovers;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Search;

/// <summary>What narrows the case list now, one chip each, in words.</summary>
internal static class CaseChips
{
    public static IEnumerable<FilterChip> Of(CasesView view)
    {
        var filter = view.Filter;
        (string Name, string? Value, string Words)[] all =
        [
            ("q", filter.Q, $"包含“{filter.Q}”"),
            ("state", filter.State, $"状态：{(Enum.TryParse<CaseState>(filter.State, out var state) ? Label.Of(state) : filter.State)}"),
            ("unit", filter.Unit, $"部门：{view.Units.FirstOrDefault(u => u.Value == filter.Unit)?.Label ?? filter.Unit}"),
            ("channel", filter.Channel, $"渠道：{(Enum.TryParse<Channel>(filter.Channel, out var channel) ? Label.Of(channel) : filter.Channel)}"),
            ("window", filter.Window, $"窗口：{filter.Window}"),
            ("from", filter.From, $"收件日从 {filter.From}"),
            ("to", filter.To, $"收件日到 {filter.To}"),
            ("paper", filter.Paper, $"纸件：{(Enum.TryParse<PaperPlace>(filter.Paper, out var place) ? Label.Of(place) : filter.Paper)}"),
            ("outcome", filter.Outcome, $"结果：{(Enum.TryParse<CaseOutcome>(filter.Outcome, out var outcome) ? Label.Of(outcome) : filter.Outcome)}"),
            ("late", filter.Late, "已逾期"),
            ("origin", filter.Origin, "补录"),
            ("card", filter.Card, filter.Card == "read" ? "已读卡" : "未读卡"),
        ];
        return all.Where(c => !string.IsNullOrWhiteSpace(c.Value)).Select(c => new FilterChip(c.Words, c.Name));
    }
}
