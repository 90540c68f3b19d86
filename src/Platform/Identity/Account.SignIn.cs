using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Platform.Identity;

public sealed partial class Account
{
    public const int TriesBeforeLockout = 5;
    public static readonly TimeSpan LockoutPeriod = TimeSpan.FromMinutes(15);

    /// <summary>Until when sign-in is refused after too many wrong passwords; null when it is not.</summary>
    public DateTimeOffset? LockedOutUntil(DateTimeOffset now) => LockoutEnd > now ? LockoutEnd : null;

    /// <summary>登录 — the holder enters; earlier failures are forgotten.</summary>
    internal void SignIn(Act act, string? address)
    {
        (AccessFailedCount, LockoutEnd, LastSignIn) = (0, null, act.Now);
        Note(act, AccountVerb.SignIn, new Change("address", null, address));
    }

    /// <summary>登录失败 — the password or the second factor was wrong; the fifth time in a row closes the door for a quarter of an hour.</summary>
    internal void FailSignIn(Act act, string? address)
    {
        AccessFailedCount++;
        if (AccessFailedCount >= TriesBeforeLockout)
        {
            (AccessFailedCount, LockoutEnd) = (0, act.Now + LockoutPeriod);
        }

        Note(act, AccountVerb.FailSignIn, new Change("address", null, address));
    }
}
