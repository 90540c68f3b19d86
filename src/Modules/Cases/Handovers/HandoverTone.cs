using Yimen.Platform.Ui;

namespace Yimen.Cases.Handovers;

internal static class HandoverTone
{
    public static Tone Of(HandoverState state) => state switch
    {
        HandoverState.Handed => Tone.Warn,
        HandoverState.Received or HandoverState.Cleared => Tone.Good,
        HandoverState.Short => Tone.Bad,
        HandoverState.Open => Tone.Active,
        _ => Tone.Neutral,
    };

    public static Tone Of(PaperPlace place) => place switch
    {
        PaperPlace.Missing => Tone.Bad,
        PaperPlace.UnderWay => Tone.Warn,
        PaperPlace.None or PaperPlace.Archive or PaperPlace.Applicant => Tone.Neutral,
        _ => Tone.Active,
    };
}
