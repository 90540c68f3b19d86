using System.Text;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline.Bulletins;

/// <summary>印发状态.</summary>
public enum BulletinState
{
    [Label("已印发")] Issued = 1,
    [Label("已撤回")] Withdrawn = 2,
}

internal enum BulletinVerb
{
    [Label("印发通报")] Issue,
    [Label("撤回通报")] Withdraw,
}

/// <summary>What is issued: the counts of a period with the rules they were counted by, the office's own words, and to whom.</summary>
/// <param name="Position">The journal's last settled row before the counting began: whatever was written up to it is counted.</param>
internal sealed record BulletinDraft(BulletinPeriod Period, BulletinView Counted, IReadOnlyList<string> Rules, long Position, string Foreword, IReadOnlyList<(UnitId Unit, string Name)> To);

/// <summary>印发的通报 — one edition of a month's bulletin or a year's analysis: what it says is stored and changes no more. Withdrawn with a reason it stays readable, and the period may be issued anew under the same 期号.</summary>
internal sealed class Bulletin : IMatter, INumbered
{
    public const string MatterKind = "bulletin";
    private const int LeastWhy = 5;

    public static readonly Lifecycle<BulletinState, BulletinVerb> Lifecycle = new((BulletinState.Issued, BulletinVerb.Withdraw, BulletinState.Withdrawn));

    private readonly List<BulletinRecipient> to = [];

    private Bulletin()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>2020-11, or 2020 for a year.</summary>
    public string Period { get; private init; } = "";

    public string Name { get; private init; } = "";

    /// <summary>The year of the 期号: in which the period was issued for the first time.</summary>
    public int Year { get; private init; }

    /// <summary>The how-manieth bulletin of that year, without gaps; an edition that replaces another keeps its number.</summary>
    public int Sequence { get; private set; }

    /// <summary>1 for the first, one more for each that replaces a withdrawn one.</summary>
    public int Edition { get; private init; }

    public BulletinState State { get; private set; }

    /// <summary>按语 of the office; empty for none.</summary>
    public string Foreword { get; private init; } = "";

    /// <summary>The counts and tables as they were counted: the page, the Word file and the workbook are made of this text.</summary>
    public string Content { get; private init; } = "";

    /// <summary>SM3 of <see cref="Content"/>, also in the journal: a text that was changed behind the program's back shows.</summary>
    public string Digest { get; private init; } = "";

    /// <summary>The dated rules and the definitions by which it was counted, a line each.</summary>
    public string Rules { get; private init; } = "";

    /// <summary>The journal's row up to which everything is counted.</summary>
    public long Position { get; private init; }

    public DateOnly IssuedOn { get; private init; }

    public DateTimeOffset IssuedAt { get; private init; }

    public string IssuedByName { get; private init; } = "";

    public DateOnly? WithdrawnOn { get; private set; }

    public string WithdrawnByName { get; private set; } = "";

    public string WithdrawnWhy { get; private set; } = "";

    public IReadOnlyList<BulletinRecipient> To => to;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public NumberWanted? NumberWanted => Sequence == 0 ? new(MatterKind, new DateOnly(Year, 1, 1)) : null;

    /// <summary>期号: 2020年第3期.</summary>
    public string Serial => SerialOf(Year, Sequence, Edition);

    public string Href => $"{ListBulletins.Here}/{Id}";

    /// <summary>An issued bulletin waits for nobody.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>Whether the stored text is the one that was issued.</summary>
    public bool IsWhole => Digest == DigestOf(Content);

    public void Take(long number)
    {
        Sequence = (int)number;
        Trail.Add(new Change("期号", null, Serial));
    }

    /// <summary>印发通报 — of a period that is over. Where an edition of the period was withdrawn, the next one takes over its 期号.</summary>
    /// <param name="before">The period's last edition; null where there is none.</param>
    /// <exception cref="RuleViolation"><c>bulletin-early</c>, <c>bulletin-issued</c>, <c>bulletin-to</c>.</exception>
    public static Bulletin Issue(Guid id, BulletinDraft draft, Bulletin? before, Act act)
    {
        _ = draft.Period.End > act.Today ? throw new RuleViolation("bulletin-early", "本期结束以后才能印发。")
            : before is { State: BulletinState.Issued } ? throw new RuleViolation("bulletin-issued", $"{draft.Period.Name}已经印发，期号为{before.Serial}；先撤回才能重新印发。")
            : draft.To.Count == 0 ? throw new RuleViolation("bulletin-to", "请选择送达的成员单位。")
            : 0;
        var content = BulletinContent.Written(draft.Counted);
        var made = new Bulletin
        {
            Id = id, Period = draft.Period.Key, Name = draft.Period.Name, Year = before?.Year ?? act.Today.Year, Sequence = before?.Sequence ?? 0, Edition = (before?.Edition ?? 0) + 1, State = BulletinState.Issued,
            Foreword = draft.Foreword, Content = content, Digest = DigestOf(content), Rules = string.Join('\n', draft.Rules), Position = draft.Position, IssuedOn = act.Today, IssuedAt = act.Now, IssuedByName = act.By.Name,
        };
        made.to.AddRange(draft.To.Select(t => new BulletinRecipient { Unit = t.Unit, UnitName = t.Name }));
        made.Trail.Note(act, Label.Of(BulletinVerb.Issue), null, Label.Of(made.State), new Change("期间", null, made.Period), new("版次", null, $"{made.Edition}"), new("送达单位", null, $"{made.to.Count}"), new("统计截至日志", null, $"{made.Position}"), new("内容摘要", null, made.Digest));
        if (before is not null)
        {
            made.Trail.Add(new Change("期号", null, made.Serial));
        }

        return made;
    }

    /// <summary>撤回通报 — it stays readable, marked; the period may be issued anew.</summary>
    /// <exception cref="RuleViolation"><c>reason</c>, <c>wrong-state</c>.</exception>
    public void Withdraw(Act act)
    {
        var next = Lifecycle.After(State, BulletinVerb.Withdraw);
        if (act.Reason is not { Length: >= LeastWhy })
        {
            throw new RuleViolation("reason", $"撤回通报须写明理由，不少于 {LeastWhy} 个字。");
        }

        Trail.Note(act, Label.Of(BulletinVerb.Withdraw), Label.Of(State), Label.Of(next), new Change("期号", null, Serial));
        (State, WithdrawnOn, WithdrawnByName, WithdrawnWhy) = (next, act.Today, act.By.Name, act.Reason);
    }

    /// <summary>2020年第3期, of a later edition with its number.</summary>
    public static string SerialOf(int year, int sequence, int edition) => $"{year}年第{sequence}期{(edition > 1 ? $"（第{edition}版）" : "")}";

    private static string DigestOf(string content) => Convert.ToHexStringLower(Sm.Sm3(Encoding.UTF8.GetBytes(content)));
}

/// <summary>送达单位 — a member unit that a bulletin was issued to, by its name of that day.</summary>
internal sealed class BulletinRecipient
{
    public long Id { get; private init; }

    public Guid BulletinId { get; private init; }

    public required UnitId Unit { get; init; }

    public required string UnitName { get; init; }
}
