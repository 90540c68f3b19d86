using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Cases.Clocks;

/// <summary>
/// Watches every open clock: writes what was crossed, tells the person, and does what the law does by itself (逾期视为受理, 视为准予延续, 逾期未补正退件).
/// Run often; a second run on the same day finds nothing new.
/// </summary>
internal sealed class ClockWatch(AppDb db, Writer writer, Calendars calendars, CountyScope scope, CasePapers papers, ClockLetters letters, IdSource ids)
{
    // a change of this size is loaded, saved and forgotten at once
    private const int AtOnce = 50;

    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(Actor.System, now);
        var clock = await calendars.Of(scope.County, db, ct);
        var limits = await db.LimitsOn(act.Today, ct);
        foreach (var some in (await Due(act.Today, clock, limits, ct)).Chunk(AtOnce))
        {
            await writer.Write(act, async () =>
            {
                foreach (var c in await db.Cases.Where(c => some.Contains(c.Id)).Whole.ToListAsync(ct))
                {
                    await Look(c, act, (clock, limits), ct);
                }
            }, ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Open cases for which something new was crossed today or before.</summary>
    private async Task<List<Guid>> Due(DateOnly today, LegalClock clock, CaseLimits limits, CancellationToken ct)
    {
        var open = await db.Cases.AsNoTracking()
            .Where(c => (c.ClosedOn == null && c.State != CaseState.Draft && c.State != CaseState.Discarded) || ((c.State == CaseState.AwaitingDelivery || c.State == CaseState.Certifying) && c.DeliverBy < today))
            .Include(c => c.Corrections).Include(c => c.Suspensions).Include(c => c.Hearing).AsSplitQuery().ToListAsync(ct);
        var cases = db.Cases;
        var known = (await db.Set<ClockCrossed>().AsNoTracking().Where(x => cases.Any(c => c.Id == x.CaseId && c.State < CaseState.Delivered)).Select(x => new { x.CaseId, x.Mark, x.Detail, x.Due }).ToListAsync(ct))
            .Select(x => (x.CaseId, x.Mark, x.Detail, x.Due)).ToHashSet();
        return [.. open.Where(c => Lapsed(c, today, limits) || Crossings.Of(c, clock, limits, today).Any(x => !known.Contains((c.Id, x.Mark, x.Detail, x.Due)))).Select(c => c.Id)];
    }

    private async Task Look(Case c, Act act, (LegalClock Clock, CaseLimits Limits) law, CancellationToken ct)
    {
        foreach (var crossing in Crossings.Of(c, law.Clock, law.Limits, act.Today))
        {
            if (!await db.Set<ClockCrossed>().AnyAsync(x => x.CaseId == c.Id && x.Mark == crossing.Mark && x.Detail == crossing.Detail && x.Due == crossing.Due, ct))
            {
                db.Add(crossing.Of(c, ids.NewId(act.Now), act));
                await letters.Tell(c, crossing, act, ct);
            }
        }

        await LawActs(c, act, law, ct);
    }

    private static bool Lapsed(Case c, DateOnly today, CaseLimits limits) =>
        c.TellBy < today || (c.State == CaseState.CorrectionAsked && c.OpenCorrection?.AnswerBy < today) || Renewed(c, today, limits);

    private static bool Renewed(Case c, DateOnly today, CaseLimits limits) =>
        c.AcceptedOn is not null && c.ClosedOn is null && c.LicenceUntil < today && c.ReceivedOn <= c.LicenceUntil.Value.AddDays(-limits[CaseLimitCode.RenewalAhead]);

    private async Task LawActs(Case c, Act act, (LegalClock Clock, CaseLimits Limits) law, CancellationToken ct)
    {
        if (c.TellBy < act.Today)
        {
            c.DeemAccepted(act, law.Clock);
            await papers.TellAcceptance(c, act, ct);
        }
        else if (c.State == CaseState.CorrectionAsked && c.OpenCorrection?.AnswerBy < act.Today)
        {
            c.LapseCorrection(act);
            await papers.TellTermination(c, act, ct);
        }
        else if (Renewed(c, act.Today, law.Limits))
        {
            c.DeemRenewed(act, law.Clock, law.Limits.Days(CaseLimitCode.Delivery), law.Limits[CaseLimitCode.RenewalAhead]);
            await papers.IssueDecision(c, act, ct);
        }
    }
}
