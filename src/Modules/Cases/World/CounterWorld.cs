using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Inquiries;
using Yimen.Cases.Outages;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Worlds;

namespace Yimen.Cases.World;

/// <summary>What a demo world's counters did beside the cases, through the verbs that people use; the same for the same catalogue and day.</summary>
internal sealed class CounterWorld(AppDb db, Counter counter, Days days, CountyScope scope, GrievanceWorld grievances)
{
    private readonly AppDb db = db;
    private readonly Days days = days;

    private const int Seed = 44028123;
    private const int Inquiries = 70;
    private const int DaysBack = 25; // working days

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
        var counters = new CounterWorld(db, counter, new Days(clock, ChinaTime.DateOf(now), new Random(Seed)), scope, new GrievanceWorld(db, counter, clock, scope.County.Keys));
        await writer.Write(new Act(Actor.System, now), () =>
        {
            counters.Ask();
            return counters.Complain(ct);
        }, ct);
        db.ChangeTracker.Clear();
        var photo = await services.GetRequiredService<FileStore>().Receive(new MemoryStream(SamplePaper.Pdf), "示例凭证.pdf", FileLimits.Material, ct);
        await Desks(writer, new DeskWorld(db, counter, scope.County.Keys, photo, clock), counters, ct);
        db.ChangeTracker.Clear();
    }

    // in steps, since blanks have their numbers only after the save
    private static async Task Desks(Writer writer, DeskWorld desks, CounterWorld counters, CancellationToken ct)
    {
        var (printed, dark) = (counters.days.Back(15), counters.days.Back(3));
        IEnumerable<BlankBatch> batches = [];
        await writer.Write(new Act(Actor.System, Days.At(printed, 16, 0)), () =>
        {
            batches = desks.Print(Days.At(printed, 16, 0));
            counters.db.AddRange(batches);
            return Task.CompletedTask;
        }, ct);
        await writer.Write(new Act(Actor.System, Days.At(dark, 16, 0)), () =>
        {
            desks.EnterLate(batches, dark);
            return Task.CompletedTask;
        }, ct);
        await writer.Write(new Act(Actor.System, Days.At(counters.days.Back(1), 17, 30)), async () =>
        {
            await desks.Amend(Days.At(counters.days.Back(1), 16, 0), ct);
            await desks.Close([counters.days.Back(3), counters.days.Back(2), counters.days.Back(1)], ct);
        }, ct);
    }

    private Task Complain(CancellationToken ct) => grievances.Make(n => days.Back(1 + (n * 2 % DaysBack)), days, ct);

    private void Ask()
    {
        var asked = Enumerable.Range(0, Inquiries).Select(n => (N: n, At: Days.At(days.Back(1 + (n % DaysBack)), 9 + (n % 3), n * 11 % 60))).OrderBy(a => a.At);
        foreach (var (n, at) in asked)
        {
            var offer = counter.Subjects[n * 37 % counter.Subjects.Count];
            var window = offer.Windows.First(w => counter.Clerk(w) is not null);
            var papers = offer.Subject.Version.Content.Materials.Count;
            var phone = n % 4 == 0 ? $"0751-0{n:000000}" : "";
            var asker = new Asker(n % 4 == 0 ? $"演示{"甲乙丙丁戊"[n % 5]}" : "", scope.County.Keys.Seal(phone), phone.Length == 0 ? "" : scope.County.Keys.IndexOf(phone),
                n % 3 == 0 && papers > 0 ? [1 + (n % papers)] : []);
            db.Add(Inquiry.Tell(ids.NewId(at), offer.Subject, window, asker, new(counter.Clerk(window)!, at)));
        }
    }
}
