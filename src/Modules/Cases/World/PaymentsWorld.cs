using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Deferrals;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Cases.Payments;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Limits;
using Yimen.Platform.Worlds;

namespace Yimen.Cases.World;

/// <summary>A dozen cases of items that cost something, granted and waiting at the counter: unpaid, paid, halved, wholly reduced.</summary>
internal static class PaymentsWorld
{
    private const int Most = 12;
    private const int Seed = 72;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var (db, scope) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CountyScope>());
        var counter = await Counter.Of(db, ct);
        var offers = world.About.Demo ? await Costly(db, counter, ct) : [];
        if (offers.Count == 0)
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().Now();
        var clock = await services.GetRequiredService<Calendars>().Of(scope.County, db, ct);
        var sample = await services.GetRequiredService<FileStore>().Receive(new MemoryStream(SamplePaper.Pdf), "示例材料.pdf", FileLimits.Material, ct);
        var (making, days) = (new Making(db, counter, new Applicants(scope.County.Keys), services.GetRequiredService<CasePapers>(), clock, (sample, services.GetRequiredService<DeferralDesk>(), scope.County.Keys), Seed), new Days(clock, ChinaTime.DateOf(now), new Random(Seed)));
        var (papers, ids, writer) = (services.GetRequiredService<PaymentPapers>(), IdSource.Seeded(Seed), services.GetRequiredService<Writer>());
        for (var n = 0; n < Most; n++)
        {
            var (offer, back) = (offers[n % offers.Count], 14 - (n % 8));
            var (filed, decided) = (days.Back(back), days.Back(Math.Max(1, back - 3)));
            var plan = new Plan(n, offer, offer.Windows[n % offer.Windows.Count], Reach.Decided, true, Days.At(filed, 9, n), Days.At(filed, 10, n), Days.At(decided, 11, n), Days.At(decided, 15, n), Days.At(decided, 16, n));
            Case made = null!;
            await writer.Write(new Act(Actor.System, plan.Decided), async () => made = await making.Make(plan, ct), ct);
            // the notice names the case by the number that it was given when it was saved
            await writer.Write(new Act(Actor.System, plan.Decided), () => Pay(made, n, (db, papers, ids), new(counter.Clerk(plan.Window!)!, plan.Decided.AddMinutes(20)), ct), ct);
            db.ChangeTracker.Clear();
        }
    }

    private static async Task Pay(Case c, int n, (AppDb Db, PaymentPapers Papers, IdSource Ids) with, Act act, CancellationToken ct)
    {
        var fees = (await with.Db.ItemVersionRefs.AsNoTracking().FirstAsync(v => v.Id == c.VersionId, ct)).Content.Fees;
        var notice = PaymentNotice.Issue((with.Ids.NewId(act.Now), with.Ids.NewCode(10)), c, fees, [new(1, Money.Yuan(200 + (100 * n)))], act);
        with.Db.Add(notice);
        if (fees[0].Reducible && n % 4 == 1)
        {
            var all = n % 8 == 1;
            notice.Reduce(c, new Reduction { Order = 1, AmountFen = all ? notice.OwedFen : notice.OwedFen / 2, Basis = "法律援助对象减免", GrantedBy = "演示负责人", On = act.Today, ByName = act.By.Name, At = act.Now }, act);
        }

        if (notice.State == PaymentState.Open && n % 2 == 0)
        {
            notice.Pay(c, new PaymentFact { BillNumber = $"YS{20200000 + n}", PaidOn = act.Today, Way = PaymentWay.AtCounter, ByName = act.By.Name, At = act.Now }, act);
        }

        await with.Papers.Print(notice, c, act, ct);
    }

    private static async Task<List<Offer>> Costly(AppDb db, Counter counter, CancellationToken ct)
    {
        var all = await (from i in db.ItemRefs.AsNoTracking() where i.State == ItemState.InForce join v in db.ItemVersionRefs.AsNoTracking() on i.Current equals v.Id where v.HandledIn == HandledIn.Here orderby i.BasicCode, i.Handling, i.Id select new { Item = i, Version = v }).ToListAsync(ct);
        var costly = all.Where(a => a.Version.Content.Fees.Count > 0).ToList();
        var ids = costly.Select(c => c.Item.Id).ToList();
        var windows = (await (from b in db.WindowBindingRefs where b.To == null && ids.Contains(b.ItemId) join w in db.WindowRefs on b.Window equals w.Code orderby w.Code select new { b.ItemId, w }).ToListAsync(ct)).ToLookup(b => b.ItemId, b => b.w);
        var limits = await CaseLimitTable.The.All(db, ct);
        return [.. costly.Select(c => new Offer(new(c.Item, c.Version, limits), [.. windows[c.Item.Id].Where(w => counter.Clerk(w) is not null)])).Where(o => o.Windows.Count > 0 && counter.Decides(o))];
    }
}
