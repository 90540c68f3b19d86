using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Cases.Outages;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Anomalies;

/// <summary>
/// Looks every night at the days behind it and writes down what a rule finds. It looks back over several days, so that a night without power is made up for;
/// what was found once is not found again.
/// </summary>
internal sealed class AnomalyWatch(AppDb db, Writer writer, IdSource ids)
{
    // a change of this size is loaded, saved and forgotten at once
    private const int AtOnce = 50;

    // what changes a case's content, as its trail calls it; the acts that follow a decision (制证, 送达, 归档 …) are not among them
    private static readonly string[] Edits = ["更正", "同意更正", "上传材料", "移除材料", "登记材料", "沿用材料", "存入图片"];

    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(Actor.System, now);
        var limits = await db.LimitsOn(act.Today, ct);
        var from = act.Today.AddDays(-limits[CaseLimitCode.AnomalyLookBack]);
        var known = (await db.Anomalies.AsNoTracking().Where(a => a.On >= from).Select(a => new { a.CaseId, a.Rule, a.On }).ToListAsync(ct)).Select(a => (a.CaseId, a.Rule, a.On)).ToHashSet();
        var found = (await Search((from, act.Today), limits, ct)).Where(f => known.Add((f.CaseId, f.Rule, f.On))).ToList();
        foreach (var some in found.Chunk(AtOnce))
        {
            await writer.Write(act, async () =>
            {
                var wanted = some.Select(f => f.CaseId).Distinct().ToList();
                var cases = await db.Cases.AsNoTracking().Where(c => wanted.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
                db.AddRange(some.Select(f => Anomaly.Find(ids.NewId(act.Now), cases[f.CaseId], f, act)));
            }, ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<IReadOnlyList<Finding>> Search((DateOnly From, DateOnly Through) days, CaseLimits limits, CancellationToken ct)
    {
        var decided = await Decided(days, ct);
        return
        [
            .. AnomalyRules.Quick(decided, limits), .. AnomalyRules.NightBatch(decided, limits), .. AnomalyRules.BeforeMaterials(decided),
            .. AnomalyRules.BackDated(await Late(days, ct), limits), .. await Phones(days, limits, ct), .. await Edited(days, ct),
        ];
    }

    private Task<List<DecidedFacts>> Decided((DateOnly From, DateOnly Through) days, CancellationToken ct) =>
        db.Cases.Where(c => c.DecidedOn >= days.From && c.DecidedOn <= days.Through).Select(c => new DecidedFacts(
            c.Id, c.FiledAt!.Value, c.AcceptedAt!.Value, c.DecidedAt!.Value, c.DecidedOn!.Value, c.Decision!.Granted, c.Decision.ById,
            c.Materials.Count(m => m.Required && (m.How == MaterialHow.None || m.How == MaterialHow.Later)), c.Deferrals.Max(d => d.SuppliedOn))).ToListAsync(ct);

    private Task<List<LateFacts>> Late((DateOnly From, DateOnly Through) days, CancellationToken ct) => (
        from l in db.Set<LateEntryFact>()
        where l.EnteredOn >= days.From && l.EnteredOn <= days.Through
        join b in db.Set<Blank>() on l.Blank equals b.Number
        join p in db.BlankBatches on b.BatchId equals p.Id
        select new LateFacts(l.CaseId, l.RealAt, l.EnteredAt, l.EnteredOn, p.PrintedAt)).ToListAsync(ct);

    private async Task<IReadOnlyList<Finding>> Phones((DateOnly From, DateOnly Through) days, CaseLimits limits, CancellationToken ct)
    {
        var (rule, since) = (limits.Row(CaseLimitCode.AnomalyPhone), days.Through.AddDays(-limits[CaseLimitCode.AnomalyPhoneDays]));
        var shared = await db.Cases.Real.Where(c => c.ReceivedOn >= since && c.ReceivedOn <= days.Through && c.Applicant.PhoneIndex != "")
            .GroupBy(c => c.Applicant.PhoneIndex).Select(g => new { Phone = g.Key, People = g.Select(c => c.ApplicantIndex).Distinct().Count() })
            .Where(g => g.People >= rule.Value).ToDictionaryAsync(g => g.Phone, g => g.People, ct);
        var phones = shared.Keys.ToList();
        var cases = await db.Cases.Real.Where(c => c.ReceivedOn >= days.From && c.ReceivedOn <= days.Through && phones.Contains(c.Applicant.PhoneIndex))
            .Select(c => new { c.Id, c.ReceivedOn, c.Applicant.PhoneIndex }).ToListAsync(ct);
        return [.. cases.Select(c => new Finding(c.Id, AnomalyRule.SharedPhone, c.ReceivedOn!.Value, $"同一电话 {shared[c.PhoneIndex]} 名申请人", rule.From))];
    }

    private async Task<IReadOnlyList<Finding>> Edited((DateOnly From, DateOnly Through) days, CancellationToken ct)
    {
        var (first, last) = (ChinaTime.StartOf(days.From), ChinaTime.StartOf(days.Through.AddDays(1)));
        var edits = await (
            from j in db.Set<JournalEntry>()
            where j.Kind == "case" && j.At >= first && j.At < last && Edits.Contains(j.Verb)
            join c in db.Cases on j.MatterId equals c.Id
            where c.DecidedAt != null && j.At > c.DecidedAt
            select new { c.Id, j.At, j.Verb }).ToListAsync(ct);
        return [.. edits.GroupBy(e => (e.Id, On: ChinaTime.DateOf(e.At))).Select(g =>
            new Finding(g.Key.Id, AnomalyRule.EditedAfter, g.Key.On, $"办结后{string.Join("、", g.Select(e => e.Verb).Distinct())} {g.Count()} 次"))];
    }
}
