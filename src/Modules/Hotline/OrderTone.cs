using Yimen.Hotline.Contracts;
using Yimen.Platform.Ui;

namespace Yimen.Hotline;

/// <summary>The tone of a state: one colour and shape wherever it stands.</summary>
internal static class OrderTone
{
    public static Tone Of(OrderState state) => state switch
    {
        OrderState.Received or OrderState.Dispatched => Tone.Warn,
        OrderState.Closed or OrderState.Archived => Tone.Good,
        OrderState.ReturnedToCity => Tone.Neutral,
        OrderState.Following => Tone.Paused,
        _ => Tone.Active,
    };
}
