using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Consultations;
using Yimen.Cases.Contracts;
using Yimen.Cases.Handovers;
using Yimen.Cases.Materials;
using Yimen.Cases.Papers;
using Yimen.Cases.Pledges;
using Yimen.Cases.Reception;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Worlds;

namespace Yimen.Cases.World;

/// <summary>告知承诺, 容缺, 物料交接 and 联审 of a demo world: a few of each in every state, by the verbs that people use, on working days before today.</summary>
internal static class PaperWorld
{
    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var (db, scope) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CountyScope>());
        var counter = await Counter.Of(db, ct);
        if (!world.About.Demo || counter.Subjects.Count == 0)
        {
            return;
        }

        var clock = await services.GetRequiredService<Calendars>().Of(scope.County, db, ct);
        var days = new Days(clock, ChinaTime.DateOf(services.GetRequiredService<TimeProvider>().Now()), new Random(20201102));
        var making = new PaperMaking(services, counter, clock, days);
        await making.Texts(ct);
        await making.Pledges(ct);
        await making.Later(ct);
        await making.Batches(ct);
        await making.Opinions(ct);
    }
}

/// <summary>Carries it out, each part in its own writes.</summary>
internal sealed class PaperMaking(IServiceProvider services, Counter counter, LegalClock clock, Days days)
{
    private static readonly int[] PledgedBack = [20, 14, 9, 6, 3, 2];
    private static readonly int[] LaterBack = [11, 8, 3, 2];
    private readonly AppDb db = services.GetRequiredService<AppDb>();
    private readonly Writer writer = services.GetRequiredService<Writer>();
    private readonly Applicants applicants = new(services.GetRequiredService<CountyScope>().County.Keys);
    private readonly IdSource ids = IdSource.Seeded(20201102);

    // what a unit's hall window receives, and somebody accepts
    private IReadOnlyList<(Offer Offer, WindowRef Window)> Hall { get; } =
        [.. counter.Subjects.Where(o => o.Subject.Version.AcceptMode != AcceptMode.OnePerson).Select(o => (o, o.Windows.FirstOrDefault(w => w.Kind == WindowKind.Comprehensive)!)).Where(o => o.Item2 is not null && counter.Clerk(o.Item2) is not null)];

    /// <summary>Texts for the two proofs that the hall's items ask for most.</summary>
    public async Task Texts(CancellationToken ct)
    {
        var proofs = Hall.SelectMany(h => h.Offer.Subject.Version.Content.Materials).Where(m => m is { Need: "必要", Type: not "申请表格文书" }).GroupBy(m => m.Name).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(2).Select(g => g.Key).ToList();
        var (from, by) = (days.Back(30), counter.Of(Roles.Catalogue, Hall.Count > 0 ? Hall[0].Offer.Subject.Item.Unit : default));
        await Write(from, 9, by ?? Actor.System, act =>
        {
            db.AddRange(proofs.Select(p => PledgeText.Issue(ids.NewId(act.Now), p, null, new PledgeWords(from, $"本人（本单位）符合“{p}”所要证明的条件，所提供的信息真实、准确、完整。",
                "通过部门间信息共享核查；不能共享的，现场核查或者函询出具单位。", "责令限期改正；不改正的，依法撤销行政决定；情节严重的，记入信用记录。"), act)));
            return Task.CompletedTask;
        }, ct);
    }

    public async Task Pledges(CancellationToken ct)
    {
        var texts = (await db.PledgeTexts.AsNoTracking().ToListAsync(ct)).Select(t => t.Material).ToHashSet();
        var able = Hall.Where(h => h.Offer.Subject.Version.Content.Materials.Any(m => texts.Contains(m.Name))).ToList();
        for (var n = 0; n < PledgedBack.Length && able.Count > 0; n++)
        {
            var (offer, window) = able[n % able.Count];
            var c = await Receive(offer, window, 200 + n, days.Back(PledgedBack[n]), m => texts.Contains(m.Name) ? new(MaterialHow.Pledged) : MaterialWay.Usual(m), ct);
            await Accept(c, ct);
            await Check(c, n, days.Back(Math.Max(1, PledgedBack[n] - 5)), ct);
        }
    }

    public async Task Later(CancellationToken ct)
    {
        var able = Hall.Where(h => h.Offer.Subject.Version.Content.Materials.Any(m => m.Need == "容缺后补")).ToList();
        for (var n = 0; n < LaterBack.Length && able.Count > 0; n++)
        {
            var (offer, window) = able[n % able.Count];
            var c = await Receive(offer, window, 230 + n, days.Back(LaterBack[n]), m => m.Need == "容缺后补" ? new(MaterialHow.Later) : MaterialWay.Usual(m), ct);
            await Accept(c, ct);
            if (n == 1)
            {
                await Change(c, days.Back(5), 15, counter.Clerk(window)!, (found, act) => found.Deferrals.ToList().ForEach(d => found.MakeUp(d.Order, new MaterialWay(MaterialHow.Copy, 1), act)), ct);
            }
        }
    }

    /// <summary>Of the busiest window and unit: one batch received, one with a shortage, one under way, one being put together.</summary>
    public async Task Batches(CancellationToken ct)
    {
        var open = db.Cases.Where(c => c.Channel == Channel.Hall && c.DecidedOn == null && c.AcceptedOn != null);
        var waiting = await PaperPlaces.At(db, open, PaperPlace.Counter).Include(c => c.Materials).AsNoTracking().ToListAsync(ct);
        if (waiting.GroupBy(c => (c.Unit, Window: c.Window!)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Window, StringComparer.Ordinal).FirstOrDefault() is not { } busiest || counter.Of(Roles.Approver, busiest.Key.Unit) is not { } unit)
        {
            return;
        }

        var (clerk, folders) = (ClerkAt(busiest.Key.Window), busiest.OrderBy(c => c.FiledAt).ThenBy(c => c.Id).ToList());
        foreach (var (some, back, end) in folders.Chunk(Math.Max(1, folders.Count / 4)).Zip([2, 2, 1, 1], [HandoverState.Received, HandoverState.Short, HandoverState.Handed, HandoverState.Open]).Select(x => (x.First, x.Second, x.Third)))
        {
            var id = Guid.Empty;
            await Write(days.Back(back), 11, clerk, act => { var h = Handover.Begin(ids.NewId(act.Now), new HandoverRoute(HandoverWay.ToUnit, busiest.Key.Unit, busiest.Key.Window), (act.Today, new(11, 30)), act); db.Add(h); id = h.Id; foreach (var c in some.Where(c => c.AcceptedOn < act.Today)) { h.Put(c, PaperPlace.Counter, act); } return Task.CompletedTask; }, ct);
            await Carry(id, end, (clerk, unit), days.Back(back), ct);
        }
    }

    public async Task Opinions(CancellationToken ct)
    {
        var cases = await db.Cases.AsNoTracking().Where(c => c.State == CaseState.Reviewing).OrderBy(c => c.FiledAt).ThenBy(c => c.Id).Take(3).ToListAsync(ct);
        var others = await db.UnitRefs.Where(u => u.Kind == UnitKind.Bureau).OrderBy(u => u.Id).ToListAsync(ct);
        foreach (var (c, n) in cases.Select((c, n) => (c, n)))
        {
            var (asker, asked) = (counter.Of(Roles.Approver, c.Unit), others.FirstOrDefault(u => u.Id != c.Unit && counter.Of(Roles.Approver, u.Id) is { } a && a.Unit == u.Id));
            if (asker is null || asked is null)
            {
                continue;
            }

            var id = Guid.Empty;
            await Write(days.Back(1), 14, asker, act => { var row = Consultation.Ask(ids.NewId(act.Now), c, asked.Id, "请对申请人的经营（活动）场所是否符合本部门管理要求提出意见。", clock.Due(act.Today, Period.Working(3))!.Value, act); db.Add(row); id = row.Id; return Task.CompletedTask; }, ct);
            if (n == 0)
            {
                await Write(days.Back(1), 16, counter.Of(Roles.Approver, asked.Id)!, async act => (await db.Consultations.FirstAsync(x => x.Id == id, ct)).Answer(true, "经核对，没有意见。", act), ct);
            }
        }
    }

    private async Task Carry(Guid id, HandoverState end, (Actor Clerk, Actor Unit) sides, DateOnly day, CancellationToken ct)
    {
        var desk = services.GetRequiredService<HandoverDesk>();
        var any = await db.Handovers.Where(h => h.Id == id).Select(h => h.Lines.Count).FirstAsync(ct);
        if (end == HandoverState.Open || any == 0)
        {
            return;
        }

        await Write(day, 11, sides.Clerk, async act => await desk.HandOver(await Batch(id, ct), act, ct), ct, minute: 30);
        if (end != HandoverState.Handed)
        {
            await Write(day, 12, sides.Unit, async act =>
            {
                var h = await Batch(id, ct);
                var came = h.Lines.OrderBy(l => l.Order).Skip(end == HandoverState.Short ? 1 : 0).Select(l => l.CaseId).ToHashSet();
                h.Receive(came, came.Count < h.Lines.Count ? "袋内少一件，请窗口查找。" : "", act);
            }, ct);
        }
    }

    private async Task Check(Case c, int n, DateOnly day, CancellationToken ct)
    {
        if (n > 2)
        {
            return;
        }

        var (approver, head) = (counter.Of(Roles.Approver, c.Unit)!, counter.Of(Roles.UnitHead, c.Unit)!);
        await Write(day, 15, approver, async act => (await db.Pledges.FirstAsync(p => p.CaseId == c.Id, ct)).Check(n == 0, n == 0 ? "经信息共享核查，与承诺一致。" : "经核查，没有查到所承诺的证明。", act), ct);
        if (n == 1)
        {
            await Write(day, 16, head, async act => await services.GetRequiredService<PledgeDesk>().Punish(await db.Pledges.FirstAsync(p => p.CaseId == c.Id, ct), PledgeMeasure.Correction, "限十个工作日内补交证明材料。", act, ct), ct);
        }
    }

    private async Task<Case> Receive(Offer offer, WindowRef window, int who, DateOnly day, Func<Material, MaterialWay> way, CancellationToken ct)
    {
        Case? received = null;
        await Write(day, 9, counter.Clerk(window)!, async act =>
        {
            var ways = offer.Subject.Version.Content.Materials.Select((m, i) => (Order: i + 1, Way: way(m))).ToDictionary(w => w.Order, w => w.Way);
            var read = new ReadReception(Channel.Hall, window, applicants.Person(who % 100), $"申请办理{offer.Subject.Version.Name}。") { Ways = ways };
            received = await services.GetRequiredService<Taking>().Take(offer.Subject, read, act, ct);
        }, ct, minute: who % 50);
        return received!;
    }

    private Task Accept(Case c, CancellationToken ct)
    {
        var by = c.Terms.AcceptMode == AcceptMode.WindowAccepts ? ClerkAt(c.Window!) : counter.Of(Roles.Approver, c.Unit)!;
        return Write(c.ReceivedOn!.Value, 10, by, async act =>
        {
            var found = await db.Cases.Whole.FirstAsync(x => x.Id == c.Id, ct);
            found.Accept(act, clock);
            await services.GetRequiredService<CasePapers>().TellAcceptance(found, act, ct);
        }, ct);
    }

    private Task Change(Case c, DateOnly day, int hour, Actor by, Action<Case, Act> verb, CancellationToken ct) =>
        Write(day, hour, by, async act => verb(await db.Cases.Whole.FirstAsync(x => x.Id == c.Id, ct), act), ct);

    private Task<Handover> Batch(Guid id, CancellationToken ct) => db.Handovers.Include(h => h.Lines).FirstAsync(h => h.Id == id, ct);

    private Actor ClerkAt(string window) => Hall.Where(h => h.Window.Code == window).Select(h => counter.Clerk(h.Window)!).First();

    private async Task Write(DateOnly day, int hour, Actor by, Func<Act, Task> change, CancellationToken ct, int minute = 0)
    {
        var act = new Act(by, Days.At(day, hour, minute));
        await writer.Write(act, () => change(act), ct);
        db.ChangeTracker.Clear();
    }
}
