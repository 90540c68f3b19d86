using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Knowledge.Corrections;

public enum CorrectionState
{
    [Label("待答复")] Open,
    [Label("已采纳")] Accepted,
    [Label("未采纳")] Declined,
}

internal enum CorrectionVerb
{
    [Label("采纳")] Accept,
    [Label("不采纳")] Decline,
}

/// <summary>纠错 — somebody says that an answer is wrong, out of date or unclear; the owner unit answers by a day.</summary>
internal sealed class Correction : IMatter
{
    public const string MatterKind = "correction";

    public static readonly Lifecycle<CorrectionState, CorrectionVerb> Lifecycle = new(
        (CorrectionState.Open, CorrectionVerb.Accept, CorrectionState.Accepted),
        (CorrectionState.Open, CorrectionVerb.Decline, CorrectionState.Declined));

    private Correction()
    {
    }

    public Guid Id { get; private init; }

    public Guid ArticleId { get; private init; }

    /// <summary>The question and the version that was complained of.</summary>
    public string Title { get; private init; } = "";

    public int VersionNumber { get; private init; }

    /// <summary>Who owns the answer.</summary>
    public UnitId Unit { get; private init; }

    /// <summary>What is wrong; long numbers are unreadable.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The member of staff; null: somebody on the portal, who leaves no name.</summary>
    public Guid? AskedBy { get; private init; }

    public string AskedByName { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public DateOnly AskedOn { get; private init; }

    /// <summary>The last day to answer.</summary>
    public DateOnly Due { get; private init; }

    public CorrectionState State { get; private set; }

    public string Reply { get; private set; } = "";

    public string AnsweredByName { get; private set; } = "";

    public DateOnly? AnsweredOn { get; private set; }

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public bool Can(CorrectionVerb verb) => Lifecycle.Can(State, verb);

    public IEnumerable<TaskSpec> WaitsFor => State == CorrectionState.Open ? [new("answer-correction", $"知识纠错：{Title}", Roles.Liaison, Unit, Due) { Href = $"/desk/knowledge/corrections/{Id}" }] : [];

    /// <summary>提出纠错 — against an answer that is in use.</summary>
    /// <exception cref="RuleViolation"><c>not-in-use</c>.</exception>
    public static Correction Ask(Guid id, Article article, string text, DateOnly due, Act act)
    {
        var version = article.Published is { } now && article.State == Contracts.ArticleState.Live ? now : throw new RuleViolation("not-in-use", "这个条目没有在使用，不用纠错。");
        var correction = new Correction
        {
            Id = id, ArticleId = article.Id, Title = article.Title, VersionNumber = version.Number, Unit = article.Unit, Text = text, Due = due, AskedAt = act.Now, AskedOn = act.Today,
            AskedBy = act.By.AccountId == Guid.Empty ? null : act.By.AccountId, AskedByName = act.By.AccountId == Guid.Empty ? "门户访客" : act.By.Name,
        };
        correction.Trail.Note(act, "提出纠错", null, Label.Of(CorrectionState.Open), new("问题", null, article.Title), new("内容", null, text), new("答复期限", null, $"{due:yyyy-MM-dd}"));
        return correction;
    }

    /// <summary>采纳, 不采纳 — the owner answers; what is accepted is then revised.</summary>
    /// <exception cref="RuleViolation"><c>reply</c>, <c>wrong-state</c>.</exception>
    public void Answer(CorrectionVerb verb, string reply, Act act)
    {
        var (from, to) = (State, Lifecycle.After(State, verb));
        if (reply.Length == 0)
        {
            throw new RuleViolation("reply", "请写明答复。");
        }

        (State, Reply, AnsweredByName, AnsweredOn) = (to, reply, act.By.Name, act.Today);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(to), new Change("答复", null, reply));
    }

    internal static void Map(ModelBuilder model) => model.Entity<Correction>(e =>
    {
        e.ToTable("knowledge_correction");
        e.Property(c => c.Id).ValueGeneratedNever();
        e.Property(c => c.Title).HasMaxLength(100);
        e.Property(c => c.Text).HasMaxLength(1000);
        e.Property(c => c.Reply).HasMaxLength(1000);
        e.HasIndex(c => c.ArticleId);
        e.HasIndex(c => new { c.Unit, c.State, c.Due });
        e.HasIndex(c => c.Due);
        e.HasTrail();
    });
}
