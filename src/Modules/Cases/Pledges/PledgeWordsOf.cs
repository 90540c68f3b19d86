using Yimen.Platform.Ui;

namespace Yimen.Cases.Pledges;

internal static class PledgeWordsOf
{
    public static Tone Tone(PledgeState state) => state switch
    {
        PledgeState.Kept => Platform.Ui.Tone.Good,
        PledgeState.Breached or PledgeState.Punished => Platform.Ui.Tone.Bad,
        PledgeState.Signed => Platform.Ui.Tone.Warn,
        _ => Platform.Ui.Tone.Neutral,
    };
}
