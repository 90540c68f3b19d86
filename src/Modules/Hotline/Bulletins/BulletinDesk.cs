using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.Bulletins;

/// <summary>印发 and 撤回: counted, stored and told to the units' people in one write.</summary>
internal sealed class BulletinDesk(AppDb db, Writer writer, BulletinReading reading, FigureBook book, Outbox outbox, PermissionTable table, IdSource ids)
{
    /// <exception cref="NotThere">None, or none that went to a unit of theirs.</exception>
    public async Task<Bulletin> Find(HttpContext http, Guid id, CancellationToken ct) =>
        await db.Set<Bulletin>().AsNoTracking().Include(b => b.To).Within(http, table).FirstOrDefaultAsync(b => b.Id == id, ct) ?? throw new NotThere();

    /// <summary>Issues a period to the member units of these groups.</summary>
    /// <returns>The issued bulletin.</returns>
    /// <exception cref="RuleViolation"><c>bulletin-early</c>, <c>bulletin-issued</c>, <c>bulletin-to</c>.</exception>
    public async Task<Guid> Issue(HttpContext http, BulletinPeriod period, string foreword, IReadOnlyList<AppraisalGroup> groups, CancellationToken ct)
    {
        var (act, position) = (http.Act(), await JournalHorizon.Settled(db, ct));
        return await writer.Write(act, http.IdempotencyKey, async () => (await Issued(period, position, (foreword, groups), act, ct)).Id, ct);
    }

    /// <summary>The same inside a write of the caller's.</summary>
    public async Task<Bulletin> Issued(BulletinPeriod period, long position, (string Foreword, IReadOnlyList<AppraisalGroup> Groups) wanted, Act act, CancellationToken ct)
    {
        var before = await db.Set<Bulletin>().Where(b => b.Period == period.Key).OrderByDescending(b => b.Edition).FirstOrDefaultAsync(ct);
        if (before is { State: BulletinState.Issued } || period.End > act.Today)
        {
            // refused before the counting, which is the long part
            Bulletin.Issue(Guid.Empty, new(period, BulletinView.Empty, [], position, "", []), before, act);
        }

        var (members, counted) = (await Members(ct), await reading.Of(period, act.Today, ct));
        var rules = BulletinRules.InWords(await db.OrderLimitsOn(period.Scope(act.Today).AsOf, ct), book);
        var to = members.Where(m => wanted.Groups.Contains(m.Group)).Select(m => (m.Unit, m.Name)).ToList();
        var made = db.Add(Bulletin.Issue(ids.NewId(act.Now), new(period, counted, rules, position, wanted.Foreword, to), before, act)).Entity;
        await Tell(made, $"热线通报已印发：{made.Name}", $"{made.Name}已印发{(made.Edition > 1 ? $"（第{made.Edition}版，替代此前撤回的）" : "")}，请组织阅看，核对本单位的办理情况。", act, ct);
        return made;
    }

    /// <summary>撤回通报 — the units that had it are told why.</summary>
    public async Task Withdraw(HttpContext http, Guid id, string? reason, CancellationToken ct)
    {
        var act = http.Act(reason);
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var found = await db.Set<Bulletin>().Include(b => b.To).FirstOrDefaultAsync(b => b.Id == id, ct) ?? throw new NotThere();
            await Stale.Check(db, found, http.Request.SeenVersion, (found.Name, Label.Of(found.State), found.Href), ct);
            await Withdrawn(found, act, ct);
            return true;
        }, ct);
    }

    /// <summary>The same inside a write of the caller's.</summary>
    public async Task Withdrawn(Bulletin found, Act act, CancellationToken ct)
    {
        found.Withdraw(act);
        await Tell(found, $"热线通报已撤回：{found.Name}", $"{found.Serial}《{found.Name}》已撤回，请勿引用其中的数字。理由：{act.Reason}", act, ct);
    }

    /// <summary>The member units that can be issued to: open, and of a group that is appraised.</summary>
    public async Task<IReadOnlyList<(UnitId Unit, string Name, AppraisalGroup Group)>> Members(CancellationToken ct)
    {
        var units = await db.UnitRefs.AsNoTracking().Where(u => !u.Closed).OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new { u.Id, u.ShortName, u.Kind }).ToListAsync(ct);
        return [.. units.Where(u => AppraisalCounting.GroupOf(u.Kind) is not null).Select(u => (u.Id, u.ShortName, AppraisalCounting.GroupOf(u.Kind)!.Value))];
    }

    // a message within the system to the liaisons and heads of the units
    private async Task Tell(Bulletin b, string subject, string body, Act act, CancellationToken ct)
    {
        var units = b.To.Select(t => t.Unit.Value).ToList();
        var people = await db.Users.Where(a => a.Grants.Any(g => (g.Role == Roles.Liaison || g.Role == Roles.UnitHead) && units.Contains(g.UnitCode))).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
        foreach (var person in people)
        {
            await outbox.Add(act, Letter.ToAccount(person, subject, body) with { Matter = b.Ref, Href = b.Href }, ct);
        }
    }
}
