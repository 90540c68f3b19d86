using Microsoft.EntityFrameworkCore;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;

namespace Yimen.Portal.Inbox;

/// <summary>Who may take over: staff with the task's role where the task lies; as a partner, staff of one's own unit.</summary>
internal sealed class Colleagues(AppDb db)
{
    public async Task<IReadOnlyList<Colleague>> For(InboxTask task, Guid self, CancellationToken ct)
    {
        var staff = await Active(self).Where(a => a.Grants.Any(g => g.Role == task.Role)).OrderBy(a => a.UserName).ToListAsync(ct);
        return await Counted(staff.Where(a => a.Grants.Any(g => g.Role == task.Role && g.Scope.Holds(task.Unit, task.Area))), ct);
    }

    /// <summary>The staff of the visitor's unit, the visitor too.</summary>
    public async Task<IReadOnlyList<Colleague>> OfUnit(Visitor visitor, CancellationToken ct) =>
        await Counted(await Active(Guid.Empty).Where(a => a.Unit == visitor.Actor.Unit).OrderBy(a => a.UserName).ToListAsync(ct), ct);

    private IQueryable<Account> Active(Guid self) =>
        db.Set<Account>().AsNoTracking().Include(a => a.Grants).Where(a => a.Kind == AccountKind.Staff && a.State == AccountState.Active && a.Id != self);

    private async Task<IReadOnlyList<Colleague>> Counted(IEnumerable<Account> accounts, CancellationToken ct)
    {
        var staff = accounts.ToList();
        var ids = staff.Select(a => a.Id).ToList();
        var open = await db.Set<InboxTask>().Where(t => t.ClosedAt == null && t.Holder != null && ids.Contains(t.Holder.Value))
            .GroupBy(t => t.Holder!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var units = await db.UnitRefs.Select(u => new { u.Id, u.ShortName }).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        return [.. staff.Select(a => new Colleague(a.Id, a.DisplayName, a.Unit is { } unit ? units.GetValueOrDefault(unit) : null, open.GetValueOrDefault(a.Id), [.. a.Grants.Select(g => g.Role).Distinct()]))];
    }
}
