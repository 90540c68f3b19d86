using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Amendments;
using Yimen.Cases.Anomalies;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Worlds;

namespace Yimen.Cases.World;

/// <summary>What an auditor would find in the demo world: one phone for a village, cases decided within seconds, a typo mended after the decision. Some is explained; nothing is left out of the figures.</summary>
internal sealed class AnomalyWorld(AppDb db, Counter counter, CountyScope scope, CasePapers papers, LegalClock clock)
{
    private const int Seed = 44028137;
    private const int OnePhone = 6;
    private const int AtOnce = 3;

    private readonly IdSource ids = IdSource.Seeded(Seed);

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var (db, scope, writer) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CountyScope>(), services.GetRequiredService<Writer>());
        var counter = await Counter.Of(db, ct);
        if (!world.About.Demo || counter.Subjects.Count == 0)
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().Now();
        var clock = await services.GetRequiredService<Calendars>().Of(scope.County, db, ct);
        var day = new Days(clock, ChinaTime.DateOf(now), new Random(Seed)).Back(4);
        var found = new AnomalyWorld(db, counter, scope, services.GetRequiredService<CasePapers>(), clock);
        await writer.Write(new Act(Actor.System, Days.At(day, 16, 0)), () => found.Happen(day, ct), ct);
        db.ChangeTracker.Clear();
        await services.GetRequiredService<AnomalyWatch>().Run(now, ct);
        await writer.Write(new Act(Actor.System, now), () => found.Explain(now, ct), ct);
        db.ChangeTracker.Clear();
    }

    private async Task Happen(DateOnly day, CancellationToken ct)
    {
        Gather(day);
        foreach (var (offer, n) in counter.Subjects.Where(o => o.Subject.Version.AcceptMode == AcceptMode.OnePerson).Take(AtOnce).Select((o, n) => (o, n)))
        {
            await Hurry(offer, Days.At(day, 10, n * 9), ct);
        }

        var decided = await db.Cases.Whole.Where(c => c.Window != null && c.State == CaseState.Delivered && c.DecidedOn < day && c.Reviewer != null).OrderBy(c => c.Number).FirstOrDefaultAsync(ct);
        if (decided is not null && counter.Of(Roles.Approver, decided.Unit) is { } unit)
        {
            var typed = AmendInput.Of(decided, scope.County.Keys) with { Address = "乐昌市演示路 400 号" };
            decided.AmendByLeave(typed.Against(decided, scope.County.Keys), new(unit with { Unit = decided.Unit }, Days.At(day, 15, 20), "门牌号录错"));
        }
    }

    // a village's people give the one telephone that they have
    private void Gather(DateOnly day)
    {
        var applicants = new Applicants(scope.County.Keys);
        var phone = applicants.Person(80);
        var offer = counter.Subjects.First(o => o.Subject.Version.AcceptMode != AcceptMode.OnePerson && o.Windows.Any(w => counter.Clerk(w) is not null));
        for (var n = 0; n < OnePhone; n++)
        {
            db.Add(Receive(offer, applicants.Person(80 + n) with { Phone = phone.Phone, PhoneIndex = phone.PhoneIndex }, Days.At(day, 9, 5 + (n * 4))));
        }
    }

    private async Task Hurry(Offer offer, DateTimeOffset at, CancellationToken ct)
    {
        var received = Receive(offer, new Applicants(scope.County.Keys).Person(90 + at.Minute % 9), at);
        var act = new Act(new(received.ReceivedBy!.Value, "窗口人员", null), at.AddSeconds(18));
        db.Add(received);
        received.DecideAtOnce("材料齐全，符合条件，当场办结。", act, clock, offer.Subject.LimitsOn(act.Today).Days(CaseLimitCode.Delivery));
        await papers.IssueDecision(received, act, ct);
        received.Deliver(DeliveryMethod.Direct, received.Applicant.Name, act);
    }

    private Case Receive(Offer offer, Applicant applicant, DateTimeOffset at)
    {
        var window = offer.Windows.First(w => counter.Clerk(w) is not null);
        var intake = new Intake(CounterWindows.ChannelOf(window), window.Code, window.Area, applicant, $"申请办理{offer.Subject.Version.Name}。", Enumerable.Range(1, offer.Subject.Version.Content.Materials.Count).ToHashSet())
        {
            TellBy = offer.Subject.TellBy(clock, ChinaTime.DateOf(at)),
        };
        return Case.Receive(offer.Subject, ids.NewId(at), ids.NewCode(6), intake, new(counter.Clerk(window)!, at));
    }

    private async Task Explain(DateTimeOffset now, CancellationToken ct)
    {
        var some = await db.Anomalies.Where(a => a.Rule == AnomalyRule.Quick || a.Rule == AnomalyRule.EditedAfter).OrderBy(a => a.Rule).ThenBy(a => a.CaseNumber).ToListAsync(ct);
        foreach (var (a, n) in some.Select((a, n) => (a, n)).Where(x => x.n < 3))
        {
            if (counter.Of(Roles.UnitHead, a.Unit) is { } head && counter.Of(Roles.Coordination, a.Unit) is { } section)
            {
                a.Explain(new(head with { Unit = a.Unit }, now, a.Rule == AnomalyRule.Quick ? "材料已由帮办员事先核对，系统里只补点办结。" : "门牌号笔误，不影响决定。"));
                if (n == 0)
                {
                    a.Accept(new(section, now));
                }
            }
        }
    }
}
