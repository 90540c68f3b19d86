using System.Text.Json;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Cases.Days;
using Yimen.Cases.Handovers;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Place = Yimen.Cases.Handovers.PaperPlace;

namespace Yimen.Tests.Cases.Histories;

/// <summary>Where a folder really lies, whatever the book says.</summary>
internal enum Really
{
    Drawer, Bag, Unit, Lost, Applicant,
}

/// <summary>What is done next with the folders of one window.</summary>
internal sealed record PaperStep(int What, int Folder, int Batch, int Dice);

/// <summary>One window's folders: what people really do with them beside what the program writes down.</summary>
internal sealed class PaperHistory
{
    private static readonly UnitId Market = new("SCJG");
    private static readonly Actor Clerk = new(new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "窗口甲", null);
    private static readonly Actor Unit = new(new Guid(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "审查乙", Market);
    private static readonly WindowRef Window = Rows.Made<WindowRef>(("Code", "A01"), ("Area", new AreaCode("440281000000")));

    private readonly List<Case> cases = [];
    private readonly List<Handover> batches = [];
    private readonly Dictionary<Guid, Really> really = [];
    private DateTimeOffset now = new(2020, 11, 2, 1, 0, 0, TimeSpan.Zero);
    private int ids;

    public PaperHistory(int folders)
    {
        for (var n = 1; n <= folders; n++)
        {
            var c = new CaseHistory(new Opening(300, 5, DayKind.Working, 0, 0, Online: false, Certificate: false, 0)).Case;
            Rows.Put(c, "Id", NewId());
            c.Take(n);
            cases.Add(c);
            really[c.Id] = Really.Drawer;
        }
    }

    public IEnumerable<(Really Really, Place Book)> Folders => cases.Select(c => (really[c.Id], Book(c)));

    public int Count(Really where) => really.Values.Count(r => r == where);

    /// <summary>One step; true when it was allowed. What is refused must leave the batch as it was.</summary>
    public bool Step(PaperStep step)
    {
        now = now.AddMinutes(1);
        var (c, open) = (cases[step.Folder % cases.Count], batches.Count == 0 || step.What % 9 == 0);
        if (open)
        {
            batches.Add(Handover.Begin(NewId(), new(HandoverWay.ToUnit, Market, "A01"), (new(2020, 11, 2), new(11, 30)), new Act(Clerk, now)));
            return true;
        }

        var batch = batches[step.Batch % batches.Count];
        var (before, from) = (JsonSerializer.Serialize(batch), batch.State);
        try
        {
            Do(step, c, batch);
            Assert.True(batch.State == from || HandoverLifecycle.Table.Table.Any(t => t.Key.From == from && t.Value == batch.State), $"{from} → {batch.State}");
            return true;
        }
        catch (RuleViolation)
        {
            Assert.Equal(before, JsonSerializer.Serialize(batch));
            return false;
        }
    }

    /// <summary>日结 at this moment: what was signed, and the clerk's look into the drawer.</summary>
    public DayClosing Close() => DayClosing.Close(NewId(), new(2020, 11, 2), Window, new DayCount([.. cases.Select(Line)], Count(Really.Drawer), "已在查找。"), new Act(Clerk, now));

    private void Do(PaperStep step, Case c, Handover batch)
    {
        var (clerk, unit) = (new Act(Clerk, now), new Act(step.Dice % 7 == 0 ? Clerk : Unit, now));
        switch (step.What % 9)
        {
            case 1 or 2 when really[c.Id] != Really.Applicant:
                batch.Put(c, Book(c), clerk); // scanned in, whether the drawer holds it or not
                break;
            case 3:
                batch.HandOver(NewId(), cases.ToDictionary(x => x.Id, Book), clerk);
                Move(batch.Lines, Really.Bag);
                break;
            case 4:
                batch.Count(c.Number, unit);
                break;
            case 5:
                var came = batch.Lines.Where(l => ((step.Dice + l.Order) % 5) > 0).Select(l => l.CaseId).ToHashSet();
                batch.Receive(came, step.Dice % 6 == 0 ? "" : "袋里没有", unit);
                Move(batch.Lines.Where(l => came.Contains(l.CaseId)), Really.Unit);
                Move(batch.Lines.Where(l => !came.Contains(l.CaseId)), Really.Lost);
                break;
            case 6:
                var (lost, found) = (batch.Lines.Where(l => l.Missing).ToList(), batch.Lines.Where(l => ((step.Dice + l.Order) % 2) > 0).Select(l => l.CaseId).ToHashSet());
                batch.Clear(found, "夹在别处", clerk);
                Move(lost.Where(l => found.Contains(l.CaseId)), Really.Unit);
                Move(lost.Where(l => !found.Contains(l.CaseId)), Really.Drawer);
                break;
            case 7 when step.Dice % 3 == 0:
                batch.Drop(clerk);
                break;
            case 7:
                batch.Remove(c.Id, clerk);
                break;
            case 8 when really[c.Id] == Really.Drawer && !batches.Exists(b => b.State == HandoverState.Open && b.Lines.Any(l => l.CaseId == c.Id)):
                really[c.Id] = Really.Applicant; // handed back over the counter
                break;
        }
    }

    private void Move(IEnumerable<HandoverLine> lines, Really to) => lines.ToList().ForEach(l => really[l.CaseId] = to);

    private DayLine Line(Case c) => new()
    {
        CaseId = c.Id, CaseNumber = c.Number, ItemName = c.ItemName,
        Place = Yimen.Cases.Days.PaperPlaces.Of(kept: true, Signed(c).Select(s => new SignedBatch(s.Batch.HandedAt!.Value, s.Batch.ReceivedAt, s.Batch.ClearedAt, s.Line.Missing, s.Line.Place == Place.Unit)), now.AddMinutes(1))
            ?? (really[c.Id] switch { Really.Drawer => Yimen.Cases.Days.PaperPlace.Drawer, Really.Applicant => Yimen.Cases.Days.PaperPlace.Returned, _ => Yimen.Cases.Days.PaperPlace.Unknown }),
    };

    // 纸件现在在谁手里: the last movement, else the counter that received it
    private Place Book(Case c) => Signed(c).Select(s => s.Line).MaxBy(l => l.MovedAt)?.Place ?? Place.Counter;

    private IEnumerable<(Handover Batch, HandoverLine Line)> Signed(Case c) => batches.SelectMany(b => b.Lines.Where(l => l.CaseId == c.Id && l.MovedAt is not null).Select(l => (b, l)));

    private Guid NewId() => new(++ids, 9, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
