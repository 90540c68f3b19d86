using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Identity.SignIn;

/// <summary>Checks who wants to enter, and writes down that they did or failed to.</summary>
internal sealed class SignIns(Accounts accounts, AppDb db, Writer writer, CountyScope scope, IPasswordHasher<Account> hasher, TimeProvider time, EarlierSignIns earlier)
{
    private const string WrongPassword = "登录名或密码不正确。";
    private const string WrongCode = "验证码不正确，或者已经用过。";

    // verified when the name is unknown, so that the time of the answer tells nothing about who has an account
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(null!, "nobody"));

    internal Task<SignInOutcome> ByPassword(string user, string password, string? address, CancellationToken ct) =>
        Attempt(() => accounts.ForSignIn(user, ct), account => Prove(account, password), WrongPassword, address, ct);

    /// <summary>The second step, with a code of the authenticator or one of the recovery codes.</summary>
    internal Task<SignInOutcome> ByCode(Guid id, string code, string? address, CancellationToken ct) => Attempt(
        () => accounts.Find(id, ct),
        account => account is not null && (account.TakeCode(code.Trim(), scope.County.Keys, time.Now()) || account.TakeRecoveryCode(code)) ? Proof.Whole : Proof.Wrong,
        WrongCode, address, ct);

    private Proof Prove(Account? account, string password)
    {
        var right = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? NobodysHash.Value, password) != PasswordVerificationResult.Failed;
        return account?.PasswordHash is null || !right ? Proof.Wrong : account.TwoFactorEnabled ? Proof.PasswordOnly : Proof.Whole;
    }

    private async Task<SignInOutcome> Attempt(Func<Task<Account?>> find, Func<Account?, Proof> prove, string wrong, string? address, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var account = await find();
                return account?.LockedOutUntil(time.Now()) is { } until
                    ? SignInOutcome.Refused($"连续输错多次，账号已临时锁定，请在{ChinaTime.Local(until):HH:mm}之后再试。")
                    : await Decide(account, prove(account), wrong, address, ct);
            }
            catch (DbUpdateConcurrencyException) when (attempt < 5)
            {
                db.ChangeTracker.Clear(); // the same person at another door in the same moment
            }
        }
    }

    private async Task<SignInOutcome> Decide(Account? account, Proof proof, string wrong, string? address, CancellationToken ct)
    {
        if (account is not { State: AccountState.Active })
        {
            return SignInOutcome.Refused(wrong);
        }

        if (proof == Proof.PasswordOnly)
        {
            return SignInOutcome.Half(account.Id);
        }

        var (last, before) = (account.LastSignIn, await earlier.BeforeNow(account.Id, ct));
        var act = new Act(proof == Proof.Whole ? account.AsActor : Actor.System, time.Now());
        Action<Act, string?> verb = proof == Proof.Whole ? account.SignIn : account.FailSignIn;
        await writer.Write(act, () =>
        {
            verb(act, address);
            return Task.CompletedTask;
        }, ct);
        return proof == Proof.Whole ? SignInOutcome.Entered(SignInClaims.Of(account, scope.County, last), before) : SignInOutcome.Refused(wrong);
    }
}
