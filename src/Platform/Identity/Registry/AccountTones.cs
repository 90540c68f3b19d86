using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Registry;

internal static class AccountTones
{
    internal static Tone Of(AccountState state) => state switch { AccountState.Active => Tone.Good, AccountState.Locked => Tone.Warn, _ => Tone.Neutral };
}
