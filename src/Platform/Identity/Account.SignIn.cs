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
        Move(AccountVerb.SignIn, act, new Change("登录地址", null, address));
        (AccessFailedCount, LockoutEnd, LastSignIn) = (0, null, act.Now);
    }

    /// <summary>登录失败 — the password or the second factor was wrong; the fifth time in a row closes the door for a quarter of an hour.</summary>
    internal void FailSignIn(Act act, string? address)
    {
        Move(AccountVerb.FailSignIn, act, new Change("登录地址", null, address));
        AccessFailedCount++;
        if (AccessFailedCount >= TriesBeforeLockout)
        {
            (AccessFailedCount, LockoutEnd) = (0, act.Now + LockoutPeriod);
        }
    }

    /// <summary>退出所有设备 — every cookie given so far is worthless within a minute.</summary>
    internal void SignOutEverywhere(Act act, string stamp)
    {
        Move(AccountVerb.SignOutEverywhere, act);
        SecurityStamp = stamp;
    }

    /// <summary>签发、撤销访问令牌 — programs may, or may no longer, act as the holder.</summary>
    internal void NoteToken(AccountVerb verb, Act act, string name) => Move(verb, act, new Change("token", null, name));

    /// <summary>发出一次性链接 — an administrator lets the holder set a new password.</summary>
    internal void OfferLink(Act act, DateTimeOffset until) =>
        Move(AccountVerb.OfferLink, act, new Change("until", null, until.ToString("O")));

    /// <summary>设置密码 — by the holder. Other devices are signed out; a temporary lockout ends.</summary>
    internal void SetPassword(Act act, string hash, string stamp)
    {
        Move(AccountVerb.SetPassword, act);
        (PasswordHash, SecurityStamp, AccessFailedCount, LockoutEnd) = (hash, stamp, 0, null);
    }
}
