using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Pledges;

/// <summary>告知承诺 — the applicant's signed word stands in the place of one proof; the unit checks it by a day, and a breach has its consequence.</summary>
internal sealed class Pledge : IMatter
{
    public const string MatterKind = "pledge";

    private Pledge()
    {
    }

    public Guid Id { get; private init; }

    public Guid CaseId { get; private init; }

    /// <summary>The material's order in the case, and its name.</summary>
    public int Order { get; private init; }

    public string Material { get; private init; } = "";

    public UnitId Unit { get; private init; }

    /// <summary>Which text in which version was signed.</summary>
    public Guid TextId { get; private init; }

    public int TextNumber { get; private init; }

    public string SignedBy { get; private init; } = "";

    public DateTimeOffset SignedAt { get; private init; }

    public DateOnly SignedOn { get; private init; }

    /// <summary>告知承诺书.</summary>
    public Guid? DocumentId { get; private set; }

    public PledgeState State { get; private set; }

    /// <summary>The last day to check it.</summary>
    public DateOnly CheckBy { get; private init; }

    public DateOnly? CheckedOn { get; private set; }

    /// <summary>What the check found, and how it was made.</summary>
    public string Finding { get; private set; } = "";

    public string CheckedByName { get; private set; } = "";

    public PledgeMeasure? Measure { get; private set; }

    /// <summary>What was decided upon the breach.</summary>
    public string MeasureWords { get; private set; } = "";

    public DateOnly? MeasuredOn { get; private set; }

    /// <summary>违诺处理告知书.</summary>
    public Guid? NoticeId { get; private set; }

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public bool Can(PledgeVerb verb) => PledgeLifecycle.Table.Can(State, verb);

    public IEnumerable<TaskSpec> WaitsFor => State switch
    {
        PledgeState.Signed => [new("check", $"核查告知承诺：{Material}", Roles.Approver, Unit, CheckBy) { Href = $"/desk/pledges/{Id}" }],
        PledgeState.Breached => [new("measure", $"处理违反承诺：{Material}", Roles.UnitHead, Unit) { Href = $"/desk/pledges/{Id}" }],
        _ => [],
    };

    /// <summary>签署承诺 — by the applicant or the 经办人, by the text's version of the day.</summary>
    public static Pledge Sign(Guid id, Case c, CaseMaterial material, (PledgeWording Wording, DateOnly CheckBy) by, Act act)
    {
        var signer = c.Applicant.Agent.Length > 0 ? c.Applicant.Agent : c.Applicant.Name;
        var pledge = new Pledge
        {
            Id = id, CaseId = c.Id, Order = material.Order, Material = material.Name, Unit = c.Unit, TextId = by.Wording.TextId, TextNumber = by.Wording.Number,
            SignedBy = signer, SignedAt = act.Now, SignedOn = act.Today, CheckBy = by.CheckBy, State = PledgeState.Signed,
        };
        pledge.Trail.Note(act, "签署承诺", null, Label.Of(PledgeState.Signed), new("材料", null, material.Name), new("承诺人", null, Masking.Name(signer)), new("核查期限", null, $"{by.CheckBy:yyyy-MM-dd}"));
        return pledge;
    }

    /// <summary>The letter that was signed.</summary>
    public void Written(Guid documentId) => DocumentId = documentId;

    /// <summary>核查 — kept, or breached; either with what was found and how.</summary>
    public void Check(bool kept, string finding, Act act)
    {
        if (finding.Length == 0)
        {
            throw new RuleViolation("finding", "请写明核查的方式和结果。");
        }

        Move(kept ? PledgeVerb.Keep : PledgeVerb.Breach, act, new Change("核查情况", null, finding));
        (CheckedOn, Finding, CheckedByName) = (act.Today, finding, act.By.Name);
    }

    /// <summary>违诺处理 — what follows the breach; the applicant is told.</summary>
    public void Punish(PledgeMeasure measure, string words, Guid noticeId, Act act)
    {
        if (words.Length == 0)
        {
            throw new RuleViolation("measure-words", "请写明处理的内容和依据。");
        }

        Move(PledgeVerb.Punish, act, new("处理", null, Label.Of(measure)), new Change("处理内容", null, words));
        (Measure, MeasureWords, MeasuredOn, NoticeId) = (measure, words, act.Today, noticeId);
    }

    /// <summary>终止核查 — the case came to nothing, so that there is nothing to check; with its reason.</summary>
    public void Drop(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "终止核查须写明原因。");
        }

        Move(PledgeVerb.Drop, act);
    }

    private void Move(PledgeVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = PledgeLifecycle.Table.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }
}

public enum PledgeState
{
    [Label("待核查")] Signed = 1,
    [Label("已履行")] Kept = 2,
    [Label("违反承诺")] Breached = 3,
    [Label("已处理")] Punished = 4,
    [Label("不再核查")] Dropped = 5,
}

public enum PledgeVerb
{
    [Label("核查属实")] Keep,
    [Label("认定违诺")] Breach,
    [Label("违诺处理")] Punish,
    [Label("终止核查")] Drop,
}

/// <summary>What follows a breach.</summary>
public enum PledgeMeasure
{
    [Label("责令限期改正")] Correction = 1,
    [Label("撤销行政决定")] Revocation = 2,
    [Label("记入信用记录")] Discredit = 3,
}

internal static class PledgeLifecycle
{
    public static readonly Lifecycle<PledgeState, PledgeVerb> Table = new(
        (PledgeState.Signed, PledgeVerb.Keep, PledgeState.Kept),
        (PledgeState.Signed, PledgeVerb.Breach, PledgeState.Breached),
        (PledgeState.Signed, PledgeVerb.Drop, PledgeState.Dropped),
        (PledgeState.Breached, PledgeVerb.Punish, PledgeState.Punished));
}
