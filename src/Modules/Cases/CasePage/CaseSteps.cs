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
            CaseState.Submitted or CaseState.Received or CaseState.CorrectionAsked or CaseState.Corrected or CaseState.Refused or CaseState.Expired => 1,
            CaseState.Accepted or CaseState.Reviewing => 2,
            CaseState.Proposed or CaseState.Granted or CaseState.Denied => 3,
            CaseState.Certifying or CaseState.AwaitingDelivery => 4,
            CaseState.Terminated or CaseState.TransferredUp => c.AcceptedOn is null ? 1 : 2,
            CaseState.Archived when c.DecidedOn is null => c.AcceptedOn is null ? 1 : 2,
            _ => 5,
        };
        var reviewed = c.Opinions.Count == 0 ? (DateOnly?)null : ChinaTime.DateOf(c.Opinions.Max(o => o.At));
        (string Title, DateOnly? On)[] steps = [("收件", c.AskedOn), ("受理", c.AcceptedOn), ("审查", reviewed), ("决定", c.DecidedOn), ("送达", c.DeliveredOn)];
        return [.. steps.Select((s, i) => new StepView(s.Title, s.On is { } on ? $"{on.Month}月{on.Day}日" : null,
            i < at ? StepState.Done : i > at ? c.Ending is null ? StepState.Ahead : StepState.Skipped : c.Ending is null ? StepState.Current : StepState.Skipped))];
    }
}
