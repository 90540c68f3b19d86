using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Limits;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Limits;

namespace Yimen.Cases.World;

/// <summary>A thing that can be applied for and the windows that take it.</summary>
internal sealed record Offer(CaseSubject Subject, IReadOnlyList<WindowRef> Windows);

/// <summary>What may be applied for in the world, and who sits where.</summary>
internal sealed class Counter
{
    // enough for variety; the whole catalogue is some two thousand
    private const int Most = 240;

    private readonly ILookup<string, (Actor Actor, Grant Grant)> people;
    private readonly IReadOnlyList<Account> citizens;

    private Counter(IReadOnlyList<Offer> subjects, ILookup<string, (Actor, Grant)> people, IReadOnlyList<Account> citizens) =>
        (Subjects, this.people, this.citizens) = (subjects, people, citizens);

    public IReadOnlyList<Offer> Subjects { get; }

    public IReadOnlyList<Account> Citizens => citizens;

    public static async Task<Counter> Of(AppDb db, CancellationToken ct)
    {
        var holders = await (
            from g in db.Set<Grant>().AsNoTracking()
            join a in db.Users.AsNoTracking() on g.AccountId equals a.Id
            orderby a.UserName
            select new { Grant = g, a.Id, a.DisplayName, a.Unit }).ToListAsync(ct);
        var people = holders.ToLookup(h => h.Grant.Role, h => (new Actor(h.Id, h.DisplayName, h.Unit), h.Grant));
        var citizens = await db.Users.AsNoTracking().Where(a => a.Kind == AccountKind.Citizen).OrderBy(a => a.UserName).ToListAsync(ct);
        var counter = new Counter([], people, citizens);
        var offers = await Offers(db, ct);
        // only what somebody can carry to its end: a clerk, a reviewer, and another who signs
        return new([.. offers.Where(o => o.Windows.Any(w => counter.Clerk(w) is not null) && counter.Decides(o))], people, citizens);
    }

    /// <summary>Who sits at the window.</summary>
    public Actor? Clerk(WindowRef window) => window.Kind is WindowKind.Town or WindowKind.Village
        ? people[Roles.TownClerk].Where(p => p.Grant.Area.Length == 0 || new AreaCode(p.Grant.Area).Contains(window.Area)).Select(p => p.Actor).FirstOrDefault()
        : At(Roles.Clerk, window.Code[^1]);

    public Actor? Of(string role, UnitId unit) => people[role].Where(p => p.Grant.UnitCode.Length == 0 || p.Grant.UnitCode == unit.Value).Select(p => p.Actor).FirstOrDefault();

    /// <summary>Whether there is somebody to carry it to its end.</summary>
    public bool Decides(Offer offer) => offer.Subject.Version.AcceptMode == AcceptMode.OnePerson
        || (Of(Roles.Approver, offer.Subject.Item.Unit) is { } reviewer && Of(Roles.UnitHead, offer.Subject.Item.Unit) is { } head && head.AccountId != reviewer.AccountId);

    private Actor? At(string role, int which)
    {
        var all = people[role].Select(p => p.Actor).DistinctBy(a => a.AccountId).ToList();
        return all.Count == 0 ? null : all[which % all.Count];
    }

    private static async Task<List<Offer>> Offers(AppDb db, CancellationToken ct)
    {
        var items = await (
            from i in db.ItemRefs.AsNoTracking()
            where i.State == ItemState.InForce
            join v in db.ItemVersionRefs.AsNoTracking() on i.Current equals v.Id
            where v.HandledIn == HandledIn.Here
            orderby i.BasicCode, i.Handling, i.Unit
            select new { Item = i, v.Id }).ToListAsync(ct);
        // every k-th, so that all units and kinds come in
        var chosen = items.Where((_, n) => n % Math.Max(1, items.Count / Most) == 0).ToList();
        var ids = chosen.Select(c => c.Id).ToList();
        var versions = await db.ItemVersionRefs.AsNoTracking().Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, ct);
        var windows = (await (from b in db.WindowBindingRefs where b.To == null join w in db.WindowRefs on b.Window equals w.Code orderby b.ItemId, w.Code select new { b.ItemId, w }).ToListAsync(ct))
            .ToLookup(b => b.ItemId, b => b.w);
        var limits = await CaseLimitTable.The.All(db, ct);
        return [.. chosen.Select(c => new Offer(new(c.Item, versions[c.Id], limits), [.. windows[c.Item.Id]]))];
    }
}
