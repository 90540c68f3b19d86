using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

internal static class CallTone
{
    public static Tone Of(CallState state) => state switch
    {
        CallState.Ringing => Tone.Warn,
        CallState.Talking => Tone.Active,
        CallState.Unrecorded => Tone.Bad,
        CallState.Recorded => Tone.Good,
        _ => Tone.Neutral,
    };
}
