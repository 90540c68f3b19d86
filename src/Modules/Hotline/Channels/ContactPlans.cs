using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.Channels;

/// <summary>One person over one channel, at its place in the order.</summary>
/// <param name="Closed">Why nothing can go over it now; null when something can.</param>
internal sealed record ContactStep(ContactPost Post, Guid Account, string Name, ContactWay Way, Sealed Address, string? Closed);

/// <summary>联络顺序 — whom of a unit to call on, over what, in which order, as the county is set up now.</summary>
internal sealed class ContactPlans(AppDb db, CountyScope scope, IEnumerable<ILetterCarrier> carriers)
{
    private static readonly (ContactPost Post, string Role)[] ByRole = [(ContactPost.First, Roles.Liaison), (ContactPost.Next, Roles.Approver), (ContactPost.Leader, Roles.UnitHead)];

    /// <summary>By the unit's book; a unit without one is told on its own pages: its liaison, who approves, its head.</summary>
    public async Task<IReadOnlyList<ContactStep>> Of(UnitId unit, CancellationToken ct)
    {
        var book = await db.ContactBooks.AsNoTracking().FirstOrDefaultAsync(b => b.Unit == unit, ct);
        var steps = book is null ? [] : await Steps(book, ct);
        return steps.Count > 0 ? steps : await ByTheirRoles(unit, ct);
    }

    private async Task<List<ContactStep>> Steps(ContactBook book, CancellationToken ct)
    {
        var accounts = book.People.Select(p => p.AccountId).ToList();
        var active = await db.Users.Where(a => accounts.Contains(a.Id) && a.State == AccountState.Active).Select(a => a.Id).ToListAsync(ct);
        var hasApp = await db.WeComApps.AnyAsync(a => a.Unit == book.Unit.Value, ct);
        var hasSms = carriers.Any(c => c.Channel == DeliveryChannel.Sms && c.IsOpenFor(scope.County.Code));
        string? Closed(ContactPerson p, ContactWay way) => !active.Contains(p.AccountId) ? "账号已停用"
            : way == ContactWay.WeCom && !hasApp ? "单位没有设定政务微信应用"
            : way == ContactWay.Sms && !hasSms ? "短信网关没有开通"
            : null;
        return [.. from p in book.People orderby p.Post from c in book.Of(p.Post) where c.IsOn select new ContactStep(p.Post, p.AccountId, p.Name, c.Way, c.Address, Closed(p, c.Way))];
    }

    private async Task<List<ContactStep>> ByTheirRoles(UnitId unit, CancellationToken ct)
    {
        var people = await db.Users.AsNoTracking().Where(a => a.State == AccountState.Active && a.Grants.Any(g => g.UnitCode == unit.Value)).Include(a => a.Grants).OrderBy(a => a.UserName).ToListAsync(ct);
        var steps = new List<ContactStep>();
        foreach (var (post, role) in ByRole)
        {
            if (people.Find(a => a.Grants.Any(g => g.Role == role && g.UnitCode == unit.Value) && steps.TrueForAll(s => s.Account != a.Id)) is { } found)
            {
                steps.Add(new(post, found.Id, found.DisplayName, ContactWay.InApp, default, null));
            }
        }

        return steps;
    }
}
