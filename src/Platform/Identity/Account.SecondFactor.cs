using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Journal;

namespace Yimen.Platform.Identity;

public sealed partial class Account
{
    /// <summary>The shared secret of the authenticator; sealed, and worthless without the county's key ring.</summary>
    public Sealed SecondFactorKey { get; private set; }

    /// <summary>The last time step whose code was used: a code that was watched being typed opens nothing again.</summary>
    public long LastCodeStep { get; private set; }

    /// <summary>SM3 digests of the unused recovery codes.</summary>
    public List<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Whether the roles held demand a second factor and none is enrolled yet (等保三级 8.1.4.1).</summary>
    public bool MustEnrol(bool demo) => !demo && !TwoFactorEnabled && grants.Any(g => Roles.Privileged.Contains(g.Role));

    /// <summary>启用动态口令 — the authenticator has proved itself with a code.</summary>
    internal void EnrolSecondFactor(Act act, Sealed key, long step, IEnumerable<string> recoveryCodes)
    {
        Move(AccountVerb.EnrolSecondFactor, act);
        (SecondFactorKey, LastCodeStep, TwoFactorEnabled) = (key, step, true);
        RecoveryCodes = [.. recoveryCodes];
    }

    /// <summary>停用动态口令 — by the holder, or by a security administrator when the telephone is lost.</summary>
    internal void DropSecondFactor(Act act)
    {
        Move(AccountVerb.DropSecondFactor, act);
        (SecondFactorKey, TwoFactorEnabled) = (default, false);
        RecoveryCodes = [];
    }

    /// <summary>Takes a code of the authenticator; false when it is wrong or was used before.</summary>
    internal bool TakeCode(string code, CountyKeys keys, DateTimeOffset now)
    {
        if (keys.Open(SecondFactorKey) is not { } secret || SecondFactor.Totp.StepOf(secret, code, now) is not { } step || step <= LastCodeStep)
        {
            return false;
        }

        LastCodeStep = step;
        return true;
    }

    /// <summary>Takes one of the recovery codes, which is used up by it.</summary>
    internal bool TakeRecoveryCode(string code)
    {
        var digest = SecondFactor.RecoveryCode.Digest(code);
        if (!RecoveryCodes.Contains(digest))
        {
            return false;
        }

        RecoveryCodes = [.. RecoveryCodes.Where(c => c != digest)];
        return true;
    }
}
