using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Cases.CasePage;

/// <summary>收件 → 受理 → 审查 → 决定 → 送达, with their days.</summary>
internal static class CaseSteps
{
    public static IReadOnlyList<StepView> Of(Case c)
    {
        var at = c.State switch
        {
            CaseState.Draft => -1,
            CaseState.Submitted or CaseState.Received => 1,
            CaseState.Accepted or CaseState.Reviewing => 2,
            CaseState.Proposed or CaseState.Granted or CaseState.Denied => 3,
            CaseState.AwaitingDelivery => 4,
            _ => 5,
        };
        var reviewed = c.Opinions.Count == 0 ? (DateOnly?)null : ChinaTime.DateOf(c.Opinions.Max(o => o.At));
        (string Title, DateOnly? On)[] steps = [("收件", c.ReceivedOn), ("受理", c.AcceptedOn), ("审查", reviewed), ("决定", c.DecidedOn), ("送达", c.DeliveredOn)];
        return [.. steps.Select((s, i) => new StepView(s.Title, s.On is { } on ? $"{on.Month}月{on.Day}日" : null,
            i < at ? StepState.Done : i == at ? StepState.Current : StepState.Ahead))];
    }
}
