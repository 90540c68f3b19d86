using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.OrderPage;

/// <summary>受理 → 派单 → 签收 → 答复 → 审核 → 回访 → 办结, with their days.</summary>
internal static class OrderProgress
{
    public static IReadOnlyList<StepView> Of(WorkOrder o)
    {
        var at = o.State switch
        {
            OrderState.Received or OrderState.Following => 1,
            OrderState.Dispatched => 2,
            OrderState.Signed or OrderState.Handling => 3,
            OrderState.UnitReview or OrderState.OfficeReview => 4,
            OrderState.FollowUp => 5,
            OrderState.ReturnedToCity => 1,
            _ => 7,
        };
        var (dispatch, reply) = (o.CurrentDispatch, o.State >= OrderState.UnitReview ? o.LastReply : null);
        (string Title, DateOnly? On)[] steps =
        [
            ("受理", o.ReceivedOn), ("派单", dispatch?.On), ("签收", dispatch?.SignedOn), ("答复", reply?.On),
            ("审核", reply?.ReleasedAt is { } released ? ChinaTime.DateOf(released) : null), ("回访", o.Visits.Count == 0 ? null : o.Visits.Max(v => v.On)), ("办结", o.ClosedOn),
        ];
        return [.. steps.Select((s, i) => new StepView(s.Title, s.On is { } on ? $"{on.Month}月{on.Day}日" : null, i < at ? (Left(o, i) ? StepState.Skipped : StepState.Done) : i > at ? Ahead(o) : o.State == OrderState.ReturnedToCity ? StepState.Skipped : StepState.Current))];
    }

    // 直接解答: no unit was asked, and nobody waits for an answer that was given at once
    private static bool Left(WorkOrder o, int step) => o.DirectAnswer && step is > 0 and < 6 && !(step == 5 && o.Visits.Count > 0);

    private static StepState Ahead(WorkOrder o) => o.State == OrderState.ReturnedToCity ? StepState.Skipped : StepState.Ahead;
}
