using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Deferrals;

/// <summary>容缺到期: reminds applicants before the day, and asks the unit after it. Each case in its own write; done twice it does nothing more.</summary>
internal sealed class DeferralWork(AppDb db, Writer writer, Calendars calendars, CountyScope scope, CaseLetters letters)
{
    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(Actor.System, now);
        var (clock, ahead) = (await calendars.Of(scope.County, db, ct), (await db.LimitsOn(act.Today, ct))[CaseLimitCode.LaterWarning]);
        var near = clock.Due(act.Today, Period.Working(ahead));
        var cases = await db.Set<Deferral>().Where(d => d.SuppliedOn == null && d.LapsedOn == null && (d.Due < act.Today || (d.Due <= near && d.WarnedOn == null)))
            .Join(db.Cases.Where(c => c.ClosedOn == null), d => d.CaseId, c => c.Id, (d, _) => d.CaseId).Distinct().ToListAsync(ct);
        foreach (var id in cases)
        {
            await writer.Write(act, async () =>
            {
                var c = await db.Cases.Whole.FirstAsync(x => x.Id == id, ct);
                await Tell(c, act, clock, ahead, ct);
            }, ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Tell(Case c, Act act, LegalClock clock, int ahead, CancellationToken ct)
    {
        if (c.LapseDeferrals(act) is { Count: > 0 } lapsed)
        {
            await letters.Tell(c, "容缺材料逾期未补交", $"“{c.ItemName}”容缺受理的{Names(lapsed)}已过补交期限。请尽快补交或联系办理单位，否则可能不予办理。", $"/my/cases/{c.Id}", act, ct);
        }

        if (c.RemindDeferrals(act, clock, ahead) is { Count: > 0 } near)
        {
            await letters.Tell(c, "请按期补交容缺材料", $"“{c.ItemName}”容缺受理的{Names(near)}请最晚于{Dates.Day(near.Min(d => d.Due!.Value))}补交，可以网上上传或送到窗口。", $"/my/cases/{c.Id}", act, ct);
        }
    }

    private static string Names(IEnumerable<Deferral> some) => string.Join("、", some.OrderBy(d => d.Order).Select(d => $"“{d.Name}”"));
}
