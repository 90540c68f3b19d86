using Yimen.Kernel;
using Yimen.Platform.Journal;
using static Yimen.Platform.Identity.AccountState;

namespace Yimen.Platform.Identity;

public sealed partial class Account
{
    private static readonly AccountVerb[] WhileActive =
    [
        AccountVerb.SignIn, AccountVerb.FailSignIn, AccountVerb.SignOutEverywhere, AccountVerb.OfferLink, AccountVerb.SetPassword,
        AccountVerb.EnrolSecondFactor, AccountVerb.DropSecondFactor, AccountVerb.Verify, AccountVerb.Amend, AccountVerb.Regrant,
        AccountVerb.IssueToken, AccountVerb.RevokeToken,
    ];

    /// <summary>What may happen to an account in which state. A closed one stays for the journal's sake and never opens again.</summary>
    public static readonly Lifecycle<AccountState, AccountVerb> Lifecycle = new(
    [
        .. WhileActive.Select(verb => (Active, verb, Active)),
        (Active, AccountVerb.Lock, Locked),
        (Active, AccountVerb.Close, Closed),
        (Locked, AccountVerb.Amend, Locked),
        (Locked, AccountVerb.Regrant, Locked),
        (Locked, AccountVerb.RevokeToken, Locked),
        (Locked, AccountVerb.Unlock, Active),
        (Locked, AccountVerb.Close, Closed),
    ]);

    public bool Can(AccountVerb verb) => Lifecycle.Can(State, verb);

    private void Move(AccountVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = Lifecycle.After(from, verb);
        Trail.Note(act, verb.ToString(), from.ToString(), State.ToString(), changes);
    }
}
