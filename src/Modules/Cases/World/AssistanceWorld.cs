using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Assistance;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Worlds;

namespace Yimen.Cases.World;

/// <summary>Some errands of the demo world's villages, in every state, and a week's round list; all through the verbs.</summary>
internal static class AssistanceWorld
{
    private const int Orders = 18;
    private const int Visits = 14;
    private const int Seed = 83;
    private static readonly string[] Wishes = ["给母亲办高龄老人津贴，老人行动不便，去不了镇上。", "办残疾人证换证，本人坐轮椅，请上门。", "医保参保登记，不会用手机。", "老年人优待证丢了要补办。", "外出务工，托人领生育登记结果。"];
    private static readonly string[] Purposes = ["高龄津贴年审", "行动不便，上门收材料", "送达办理结果", "政策宣讲，问有没有要代办的事"];

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var (db, scope) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CountyScope>());
        var places = world.About.Demo ? await Places(db, ct) : [];
        if (places.Count == 0)
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().Now();
        var clock = await services.GetRequiredService<Calendars>().Of(scope.County, db, ct);
        var scan = await services.GetRequiredService<FileStore>().Receive(new MemoryStream(SamplePaper.Pdf), "示例签字.pdf", FileLimits.Material, ct);
        var (days, people, ids, writer) = (new Days(clock, ChinaTime.DateOf(now), new Random(Seed)), new Applicants(scope.County.Keys), IdSource.Seeded(Seed), services.GetRequiredService<Writer>());
        var making = new Errands(db, services.GetRequiredService<AssistancePapers>(), ids, scan);
        foreach (var (n, on) in Enumerable.Range(0, Orders).Select(n => (n, days.Back(1 + (n * 3 % 30)))).OrderBy(p => p.Item2))
        {
            var (area, agent) = places[n % places.Count];
            await writer.Write(new Act(Actor.System, Days.At(on, 9, n)), () => making.Make(n, people.Person(40 + n), area, agent, (Wishes[n % Wishes.Length], on), ct), ct);
            db.ChangeTracker.Clear();
        }

        await writer.Write(new Act(Actor.System, now), () =>
        {
            for (var n = 0; n < Visits; n++)
            {
                db.Add(Visit(n, places[n % places.Count], people.Person(60 + n), days, (ids, now)));
            }

            return Task.CompletedTask;
        }, ct);
        db.ChangeTracker.Clear();
    }

    private static VillageVisit Visit(int n, (AreaCode Area, Actor Agent) place, Applicant person, Days days, (IdSource Ids, DateTimeOffset Now) with)
    {
        var done = n % 3 != 0;
        var (today, at) = (ChinaTime.DateOf(with.Now), Days.At(days.Back(1 + (n % 5)), 15, n));
        var day = done ? ChinaTime.DateOf(at) : today.AddDays(n % 4);
        var visit = VillageVisit.Plan(with.Ids.NewId(at), new(place.Area, person.Name, person.Phone, person.Address, Purposes[n % Purposes.Length], day), new(place.Agent, at.AddHours(-30)));
        if (done)
        {
            visit.Finish("已见到本人，材料带回。", new(place.Agent, at));
        }

        return visit;
    }

    // villages first, where somebody of the village or its town may be the agent
    private static async Task<List<(AreaCode Area, Actor Agent)>> Places(AppDb db, CancellationToken ct)
    {
        var places = new List<(AreaCode, Actor)>();
        foreach (var area in await db.DivisionRefs.Where(d => d.Level == 6).OrderBy(d => d.Code).Select(d => d.Code).ToListAsync(ct))
        {
            if (places.Count < 12 && (await db.AgentsOf(area, ct)) is [var agent, ..])
            {
                places.Add((area, agent));
            }
        }

        return places;
    }
}

/// <summary>Carries one errand as far as its number says.</summary>
internal sealed class Errands(AppDb db, AssistancePapers papers, IdSource ids, ReceivedFile scan)
{
    public async Task Make(int n, Applicant who, AreaCode area, Actor agent, (string Wish, DateOnly On) asked, CancellationToken ct)
    {
        Act At(int hour) => new(agent, Days.At(asked.On, hour, n));
        var person = new AssistedPerson { Name = who.Name, Number = who.Number, NumberIndex = who.NumberIndex, Phone = who.Phone, Address = who.Address };
        var order = AssistanceOrder.Request(ids.NewId(At(9).Now), new((AssistanceDoor)(1 + (n % 3)), person, area, asked.Wish, null), At(9));
        db.Add(order);
        if (n % 6 == 0)
        {
            return;
        }

        order.Assign(agent, At(10));
        await papers.PrintAuthority(order, At(10), ct);
        if (n % 6 == 1)
        {
            return;
        }

        order.Authorise(asked.On, File(order, At(11)), At(11));
        var paper = new TakenPaper { Id = ids.NewId(At(11).Now), Order = 1, Name = "户口簿", Copies = 1, Original = true, PhotoId = File(order, At(11)), SignatureId = File(order, At(11)), ByName = agent.Name, At = At(11).Now };
        order.TakePaper(paper, At(11));
        if (n % 6 > 2)
        {
            order.HandBack(paper.Id, new PaperReturn { End = PaperEnd.ToPerson, PhotoId = null, SignatureId = File(order, At(16)), ByName = agent.Name, At = At(16).Now }, At(16));
            order.Finish("已代为申请，结果送到家中。", At(17));
        }
    }

    private Guid File(AssistanceOrder order, Act act)
    {
        var row = StoredFile.Of(ids.NewId(act.Now), scan, order.Ref, act);
        db.Add(row);
        return row.Id;
    }
}
