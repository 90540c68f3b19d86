using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Identity.SignIn;

namespace Yimen.Platform.Identity.Tokens;

/// <summary>Gives tokens out, takes them back, and knows whose a token is.</summary>
public sealed class ApiTokens(AppDb db, Writer writer, CountyScope scope, IdSource ids, TokenCache cache)
{
    /// <summary>Issues a token; the answer is the only time that it is seen.</summary>
    public Task<string> Issue(Act act, Account account, string name, int days, CancellationToken ct = default) => writer.Write(act, null, () =>
    {
        var token = ApiToken.Prefix + ids.NewToken(24);
        account.NoteToken(AccountVerb.IssueToken, act, name);
        db.Add(ApiToken.Of(ids.NewId(act.Now), account.Id, token, name, (act.Now, act.Now.AddDays(days))));
        return Task.FromResult(token);
    }, ct);

    public Task<List<ApiToken>> Of(Guid account, CancellationToken ct) =>
        db.Set<ApiToken>().AsNoTracking().Where(t => t.AccountId == account).OrderByDescending(t => t.CreatedAt).ThenBy(t => t.Id).ToListAsync(ct);

    /// <summary>Takes a token back; other nodes notice within a minute.</summary>
    /// <exception cref="Http.NotThere">The account has no such token.</exception>
    public Task Revoke(Act act, Account account, Guid token, CancellationToken ct) => writer.Write(act, async () =>
    {
        var row = await db.Set<ApiToken>().FirstOrDefaultAsync(t => t.Id == token && t.AccountId == account.Id, ct) ?? throw new Http.NotThere();
        account.NoteToken(AccountVerb.RevokeToken, act, row.Name);
        db.Remove(row);
        cache.Forget(scope.County.Code, row.Digest);
    }, ct);

    /// <summary>Who comes with this token; null when it is unknown, expired, or its account is not active.</summary>
    internal async Task<ClaimsPrincipal?> Bearer(string token, DateTimeOffset now, CancellationToken ct)
    {
        var digest = ApiToken.DigestOf(token);
        if (cache.Find(scope.County.Code, digest, now) is { } known)
        {
            return known;
        }

        var row = await db.Set<ApiToken>().FirstOrDefaultAsync(t => t.Digest == digest, ct);
        var account = row is null ? null : await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == row.AccountId, ct);
        if (row?.IsValid(now) != true || account is not { State: AccountState.Active })
        {
            return null;
        }

        if (row.WorthNoting(now))
        {
            await writer.Write(new(Actor.System, now), () => { row.Used(now); return Task.CompletedTask; }, ct);
        }

        db.ChangeTracker.Clear();
        var principal = SignInClaims.Of(account, scope.County, null, Schemes.Token);
        cache.Keep(scope.County.Code, digest, principal, now);
        return principal;
    }
}
