using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Outages;

internal enum BlankState
{
    [Label("未使用")] Unused = 1,
    [Label("已补录")] Used = 2,
    [Label("已作废")] Voided = 3,
}

internal enum BlankVerb
{
    [Label("补录")] Use,
    [Label("作废")] Void,
}

/// <summary>应急凭证 — a batch of numbered blank receipts for one window, printed while the system runs for the day when it does not. No number is ever given twice.</summary>
internal sealed class BlankBatch : IMatter, INumbered, IPlaced
{
    public const string MatterKind = "blank-batch";

    public static readonly Lifecycle<BlankState, BlankVerb> Lifecycle = new((BlankState.Unused, BlankVerb.Use, BlankState.Used), (BlankState.Unused, BlankVerb.Void, BlankState.Voided));

    public const int Most = 100;

    private readonly List<Blank> blanks = [];

    private BlankBatch()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>YJ, the window, the year and the batch's number within it: YJA01-2020003.</summary>
    public string Number { get; private set; } = "";

    public string Window { get; private init; } = "";

    public UnitId Unit { get; private init; }

    public AreaCode Area { get; private init; }

    public string Town { get; private init; } = "";

    public DateTimeOffset PrintedAt { get; private init; }

    public DateOnly PrintedOn { get; private init; }

    public string ByName { get; private init; } = "";

    public IReadOnlyList<Blank> Blanks => blanks;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>Blank receipts lie in a drawer until they are needed.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    // one series a window and year
    public NumberWanted? NumberWanted => Number.Length == 0 ? new($"{MatterKind}:{Window}", new(PrintedOn.Year, 1, 1)) : null;

    public void Take(long number)
    {
        Number = $"YJ{Window}-{PrintedOn.Year}{number:000}";
        blanks.ForEach(b => b.Number = $"{Number}-{b.Serial:000}");
        Trail.Add(new Change("批号", null, Number));
    }

    /// <summary>印制应急凭证 — so many numbered blanks for a window.</summary>
    public static BlankBatch Print(Guid id, WindowRef window, int count, Act act)
    {
        if (count is < 1 or > Most)
        {
            throw new RuleViolation("blank-count", $"一次印制 1 至 {Most} 张。");
        }

        var batch = new BlankBatch
        {
            Id = id, Window = window.Code, Unit = window.Unit, Area = window.Area, Town = window.Area.Value[..9], PrintedAt = act.Now, PrintedOn = act.Today, ByName = act.By.Name,
        };
        batch.blanks.AddRange(Enumerable.Range(1, count).Select(n => new Blank { Serial = n, Window = window.Code }));
        batch.Trail.Note(act, "印制应急凭证", null, null, new Change("窗口", null, window.Code), new Change("张数", null, $"{count}"));
        return batch;
    }

    /// <summary>补录 — the receipt that was written by hand now has its case.</summary>
    public void Use(string number, Guid caseId, string window, Act act)
    {
        var blank = Find(number);
        if (blank.Window != window)
        {
            throw new RuleViolation("blank-window", $"应急凭证 {number} 是 {blank.Window} 窗口的，不能在 {window} 窗口补录。");
        }

        if (blank.State != BlankState.Unused)
        {
            throw new RuleViolation("blank-used", $"应急凭证 {number} {Label.Of(blank.State)}，同一编号只能用一次。");
        }

        Move(blank, BlankVerb.Use, act);
        (blank.CaseId, blank.On, blank.ByName) = (caseId, act.Today, act.By.Name);
    }

    /// <summary>作废 — spoilt or lost; the number is not given again.</summary>
    public void Void(string number, Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "作废须写明原因。");
        }

        var blank = Find(number);
        Move(blank, BlankVerb.Void, act);
        (blank.On, blank.ByName, blank.Reason) = (act.Today, act.By.Name, act.Reason);
    }

    private Blank Find(string number) => blanks.Find(b => b.Number == number) ?? throw new RuleViolation("no-blank", $"没有编号为 {number} 的应急凭证。");

    private void Move(Blank blank, BlankVerb verb, Act act)
    {
        var from = blank.State;
        blank.State = Lifecycle.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(blank.State), new Change("应急凭证", null, blank.Number));
    }
}

/// <summary>One numbered blank receipt.</summary>
internal sealed class Blank
{
    public long Id { get; private init; }

    public Guid BatchId { get; private init; }

    public required int Serial { get; init; }

    public required string Window { get; init; }

    /// <summary>Given with the batch's number, at the save.</summary>
    public string Number { get; internal set; } = "";

    public BlankState State { get; internal set; } = BlankState.Unused;

    /// <summary>The case that was entered from it.</summary>
    public Guid? CaseId { get; internal set; }

    /// <summary>The day on which it was used or voided.</summary>
    public DateOnly? On { get; internal set; }

    public string ByName { get; internal set; } = "";

    public string Reason { get; internal set; } = "";
}
