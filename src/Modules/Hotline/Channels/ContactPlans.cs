using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline.Channels;

/// <summary>One person over one channel, at its place in the order.</summary>
/// <param name="Closed">Why nothing can go over it now; null when something can.</param>
internal sealed record ContactStep(ContactPost Post, Guid Account, string Name, ContactWay Way, Sealed Address, string? Closed)
{
    /// <summary>The person is away today: nothing is sent, and <see cref="Closed"/> says who stands in.</summary>
    public bool Away { get; init; }
}

/// <summary>联络顺序 — whom of a unit to call on, over what, in which order, as the county is set up now.</summary>
internal sealed class ContactPlans(AppDb db, CountyScope scope, IEnumerable<ILetterCarrier> carriers, IEnumerable<StandIn> standIns)
{
    private static readonly (ContactPost Post, string Role)[] ByRole = [(ContactPost.First, Roles.Liaison), (ContactPost.Next, Roles.Approver), (ContactPost.Leader, Roles.UnitHead)];

    private bool HasSms => carriers.Any(c => c.Channel == DeliveryChannel.Sms && c.IsOpenFor(scope.County.Code));

    /// <summary>The same on a day: AB角 — who is away is passed over, and who stands in has their place.</summary>
    public async Task<IReadOnlyList<ContactStep>> On(UnitId unit, DateOnly day, CancellationToken ct)
    {
        var plan = await Of(unit, ct);
        var away = await AwayOn(day, [.. plan.Select(s => s.Account).Distinct()], ct);
        return away.Count == 0 ? plan : await Instead(plan, away, day, ct);
    }

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
        string? Closed(ContactPerson p, ContactWay way) => !active.Contains(p.AccountId) ? "账号已停用"
            : way == ContactWay.WeCom && !hasApp ? "单位没有设定政务微信应用"
            : way == ContactWay.Sms && !HasSms ? "短信网关没有开通"
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

    // who stands in and has a place of their own in the order is called on there, over their own channels, and not twice
    private async Task<IReadOnlyList<ContactStep>> Instead(IReadOnlyList<ContactStep> plan, Dictionary<Guid, Substitute> away, DateOnly day, CancellationToken ct)
    {
        var steps = new List<ContactStep>();
        var theirs = away.Values.Select(s => s.Account).ToList();
        var active = await db.Users.AsNoTracking().Where(a => theirs.Contains(a.Id) && a.State == AccountState.Active).ToDictionaryAsync(a => a.Id, ct);
        var absent = await AwayOn(day, theirs, ct);
        foreach (var person in plan.GroupBy(s => s.Post))
        {
            var first = person.First();
            if (!away.TryGetValue(first.Account, out var by))
            {
                steps.AddRange(person);
                continue;
            }

            var there = active.GetValueOrDefault(by.Account) is { } account && !absent.ContainsKey(by.Account) ? account : null;
            steps.Add(first with { Away = true, Closed = there is null ? $"不在岗，由{by.Name}代，{by.Name}也联系不到" : $"不在岗，由{by.Name}代" });
            if (there is not null && !plan.Any(s => s.Account == there.Id))
            {
                steps.AddRange(StepsOf(there, first.Post));
            }
        }

        return steps;
    }

    private async Task<Dictionary<Guid, Substitute>> AwayOn(DateOnly day, List<Guid> accounts, CancellationToken ct)
    {
        var away = new Dictionary<Guid, Substitute>();
        foreach (var room in standIns)
        {
            foreach (var (account, by) in await room.By(db, accounts, day, ct))
            {
                away.TryAdd(account, by);
            }
        }

        return away;
    }

    // the book knows no channels of theirs: by their account's mobile, and where it has none on their pages
    private IEnumerable<ContactStep> StepsOf(Account there, ContactPost post)
    {
        if (there.Mobile.IsEmpty)
        {
            yield return new(post, there.Id, there.DisplayName, ContactWay.InApp, default, null);
            yield break;
        }

        yield return new(post, there.Id, there.DisplayName, ContactWay.Sms, there.Mobile, HasSms ? null : "短信网关没有开通");
        yield return new(post, there.Id, there.DisplayName, ContactWay.Phone, there.Mobile, null);
    }
}
