using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity.Tokens;

namespace Yimen.Platform.Identity.Links;

/// <summary>Offers one-time links and redeems them.</summary>
public sealed class OneTimeLinks(AppDb db, Writer writer, Accounts accounts, IdSource ids)
{
    /// <summary>The path to hand over; earlier links of the account are worth nothing from now on.</summary>
    public Task<string> Offer(Act act, Guid id, CancellationToken ct = default) => writer.Write(act, null, async () =>
    {
        var account = await accounts.Find(id, ct) ?? throw new Http.NotThere();
        var secret = ids.NewToken(24);
        db.RemoveRange(await db.Set<OneTimeLink>().Where(l => l.AccountId == id).ToListAsync(ct));
        db.Add(OneTimeLink.Of(secret, id, act.Now));
        account.OfferLink(act, act.Now + OneTimeLink.GoodFor);
        return "/password/" + secret;
    }, ct);

    /// <summary>Whose link this is, while it is good; null otherwise.</summary>
    internal async Task<Account?> Holder(string secret, DateTimeOffset now, CancellationToken ct)
    {
        var digest = ApiToken.DigestOf(secret);
        var link = await db.Set<OneTimeLink>().AsNoTracking().FirstOrDefaultAsync(l => l.Digest == digest, ct);
        return link is null || now >= link.Until ? null : await accounts.Read(link.AccountId, ct);
    }

    /// <summary>Sets the password and uses the link up, together.</summary>
    internal async Task Redeem(string secret, Account account, string passwordHash, DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(account.AsActor, now, "凭一次性链接设置");
        var digest = ApiToken.DigestOf(secret);
        await writer.Write(act, async () =>
        {
            db.Remove(await db.Set<OneTimeLink>().FirstOrDefaultAsync(l => l.Digest == digest, ct) ?? throw new Http.NotThere());
            var holder = await accounts.Find(account.Id, ct) ?? throw new Http.NotThere();
            holder.SetPassword(act, passwordHash, ids.NewToken(16));
        }, ct);
    }
}
