using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Identity.SignIn;

/// <summary>What came of an attempt to sign in: a principal, or a sentence that says why not.</summary>
internal sealed record SignInOutcome(ClaimsPrincipal? Principal, string? Refusal)
{
    internal static SignInOutcome Refused(string why) => new(null, why);
}

/// <summary>Checks who wants to enter, and writes down that they did or failed to.</summary>
internal sealed class SignIns(Accounts accounts, AppDb db, Writer writer, CountyScope scope, IPasswordHasher<Account> hasher, TimeProvider time)
{
    private const string Wrong = "登录名或密码不正确。";

    // verified when the name is unknown, so that the time of the answer tells nothing about who has an account
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(null!, "nobody"));

    internal async Task<SignInOutcome> ByPassword(string user, string password, string? address, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Try(user, password, address, ct);
            }
            catch (DbUpdateConcurrencyException) when (attempt < 5)
            {
                db.ChangeTracker.Clear(); // the same person at another door in the same moment
            }
        }
    }

    private async Task<SignInOutcome> Try(string user, string password, string? address, CancellationToken ct)
    {
        var account = await accounts.Find(user, ct);
        var now = time.Now();
        if (account?.LockedOutUntil(now) is { } until)
        {
            return SignInOutcome.Refused($"连续输错多次，账号已临时锁定，请在{ChinaTime.Local(until):HH:mm}之后再试。");
        }

        var right = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? NobodysHash.Value, password) != PasswordVerificationResult.Failed;
        if (account is not { PasswordHash: not null, State: AccountState.Active })
        {
            return SignInOutcome.Refused(Wrong);
        }

        var last = account.LastSignIn;
        var act = new Act(right ? account.AsActor : Actor.System, now);
        await writer.Write(act, () =>
        {
            if (right)
            {
                account.SignIn(act, address);
            }
            else
            {
                account.FailSignIn(act, address);
            }

            return Task.CompletedTask;
        }, ct);
        return right ? new(SignInClaims.Of(account, scope.County.Code, last, SignInClaims.Cookie), null) : SignInOutcome.Refused(Wrong);
    }
}
