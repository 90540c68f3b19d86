using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Amendments;
using Yimen.Cases.Contracts;
using Yimen.Cases.Days;
using Yimen.Cases.Outages;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Identity;

namespace Yimen.Cases.World;

/// <summary>The demo world's drawers: blank receipts and what was entered from them, typos mended, days closed.</summary>
internal sealed class DeskWorld(AppDb db, Counter counter, CountyKeys keys, ReceivedFile photo, LegalClock clock)
{
    private const int Seed = 44028125;
    private const int BlanksEach = 10;
    private const int Late = 3; // from each batch

    private readonly IdSource ids = IdSource.Seeded(Seed);

    public IEnumerable<BlankBatch> Print(DateTimeOffset at) =>
        [.. counter.Subjects.SelectMany(o => o.Windows).DistinctBy(w => w.Code).Where(w => counter.Clerk(w) is not null).OrderBy(w => w.Code).Take(2)
            .Select(w => BlankBatch.Print(ids.NewId(at), w, BlanksEach, new(counter.Clerk(w)!, at)))];

    /// <summary>A morning without power: from each batch a few receipts were written by hand and entered in the afternoon; one was spoilt.</summary>
    public void EnterLate(IEnumerable<BlankBatch> batches, DateOnly day)
    {
        var applicants = new Applicants(keys);
        foreach (var (batch, b) in batches.Select((x, i) => (x, i)))
        {
            var offers = counter.Subjects.Where(o => o.Windows.Any(w => w.Code == batch.Window)).Take(Late).ToList();
            var window = offers[0].Windows.First(w => w.Code == batch.Window);
            foreach (var (offer, n) in offers.Select((x, i) => (x, i)))
            {
                var (real, act) = (Days.At(day, 9, 10 + (n * 7)), new Act(counter.Clerk(window)!, Days.At(day, 15, n)));
                var (id, photoId, blank) = (ids.NewId(act.Now), ids.NewId(act.Now), batch.Blanks[n].Number);
                var late = new LateEntryFact { Blank = blank, RealAt = real, EnteredAt = act.Now, EnteredOn = act.Today, ByName = act.By.Name, Reason = "线路检修停电", PhotoId = photoId };
                var intake = new Intake(CounterWindows.ChannelOf(window), window.Code, window.Area, applicants.Person(60 + (b * 10) + n), $"申请办理{offer.Subject.Version.Name}。",
                    Enumerable.Range(1, offer.Subject.Version.Content.Materials.Count).ToHashSet())
                {
                    TellBy = offer.Subject.TellBy(clock, day),
                };
                var entered = Case.EnterLate(offer.Subject, (id, ids.NewCode(6)), intake, late, act);
                db.AddRange(entered, StoredFile.Of(photoId, photo, entered.Ref, act));
                batch.Use(blank, id, window.Code, act);
            }

            batch.Void(batch.Blanks[Late].Number, new(counter.Clerk(window)!, Days.At(day, 16, 0), "填写时写错姓名"));
        }
    }

    public async Task Amend(DateTimeOffset at, CancellationToken ct)
    {
        var open = await db.Cases.Whole.Where(c => c.Window != null && c.State == CaseState.Reviewing && c.FiledAt < at).OrderBy(c => c.Number).Take(4).ToListAsync(ct);
        foreach (var (c, n) in open.Select((x, i) => (x, i)))
        {
            var typed = AmendInput.Of(c, keys) with { Address = $"乐昌市演示路 {300 + n} 号" };
            var asked = AmendmentRequest.Ask(ids.NewId(at), c, typed.Against(c, keys), typed.Sealed(keys), new(At(c), at.AddMinutes(n), "门牌号录错一位"));
            db.Add(asked);
            if (n == 0 && counter.Of(Roles.Approver, c.Unit) is { } unit)
            {
                asked.Allow(c, typed.Against(c, keys), new(unit with { Unit = c.Unit }, at.AddHours(1)));
            }
            else if (n == 1)
            {
                asked.Refuse(new(counter.Of(Roles.Approver, c.Unit)!, at.AddHours(1), "现场核查地址与原录入一致"));
            }
        }

        if (await db.Cases.Whole.Where(c => c.Window != null && c.State == CaseState.Received && c.FiledAt < at).OrderBy(c => c.Number).FirstOrDefaultAsync(ct) is { } received)
        {
            var typed = AmendInput.Of(received, keys) with { Agent = "演示癸" };
            received.Amend(typed.Against(received, keys), received.Window!, new(At(received), at));
        }
    }

    /// <summary>The last days at each window; one did not balance and waits for the section.</summary>
    public async Task Close(IReadOnlyList<DateOnly> days, CancellationToken ct)
    {
        var windows = await db.WindowRefs.AsNoTracking().ToDictionaryAsync(w => w.Code, ct);
        var taken = await db.Cases.AsNoTracking().Where(c => c.Window != null && c.ReceivedBy != null && c.LateEntry == null && days.Contains(c.ReceivedOn!.Value) && c.Materials.Any(m => m.How == MaterialHow.OriginalSeen || m.How == MaterialHow.OriginalKept || m.How == MaterialHow.Copy))
            .OrderBy(c => c.Number).Select(c => new { c.Id, c.Number, c.ItemName, c.Window, Day = c.ReceivedOn!.Value, By = c.ReceivedBy!.Value }).ToListAsync(ct);
        foreach (var (day, n) in taken.GroupBy(c => (c.Day, c.Window, c.By)).OrderBy(g => g.Key.Day).ThenBy(g => g.Key.Window).Select((g, i) => (g, i)))
        {
            var (window, clerk) = (windows[day.Key.Window!], counter.Clerk(windows[day.Key.Window!])!);
            var known = await PaperPlaces.Known(db, [.. day.Select(c => c.Id)], day.Key.Day, ct);
            var lines = day.Select((c, i) => new DayLine { CaseId = c.Id, CaseNumber = c.Number, ItemName = c.ItemName, Place = n == 1 && i == 0 ? PaperPlace.Unknown : known.GetValueOrDefault(c.Id, PaperPlace.Drawer) }).ToList();
            var count = new DayCount(lines, lines.Count(l => l.Place == PaperPlace.Drawer), n == 1 || lines.Exists(l => l.Place == PaperPlace.Unknown) ? "一件材料下午已送股室，交接单次日补签。" : "");
            db.Add(DayClosing.Close(ids.NewId(Days.At(day.Key.Day, 17, 20)), day.Key.Day, window, count, new(clerk with { AccountId = day.Key.By }, Days.At(day.Key.Day, 17, 20))));
        }
    }

    private Actor At(Case c) => new(c.ReceivedBy!.Value, "窗口人员", null);
}
