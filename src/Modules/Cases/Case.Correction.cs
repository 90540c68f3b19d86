using Yimen.Cases.Contracts;
using Yimen.Cases.Correction;
using Yimen.Cases.HandingIn;
using Yimen.Cases.Materials;
using Yimen.Cases.Motions;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>补正: telling at once everything that is missing or wrong, and the answer.</summary>
internal sealed partial class Case
{
    public CaseCorrection? OpenCorrection => ClosedOn is null ? corrections.Find(c => c.IsOpen) : null;

    /// <summary>
    /// 一次性补正告知 — before acceptance, once, everything (行政许可法 第三十二条第四项); the reception clock stands until the answer. What is asked while the case is
    /// reviewed (审查阶段补正) leaves the state and the clock as they are.
    /// </summary>
    /// <param name="answer">Within which period the applicant answers.</param>
    public CaseCorrection AskCorrection(Guid id, IReadOnlyList<Flaw> flaws, Act act, LegalClock clock, Period answer)
    {
        WhoAccepts(act, "补正告知由部门作出。");
        if (State == CaseState.Reviewing)
        {
            return Ask(id, flaws, act, clock, answer);
        }

        if (corrections.Count > 0)
        {
            throw new RuleViolation("told-once", "补正内容应当一次告知，本办件已经告知过。确有必要再次补正的，请说明理由报部门负责人批准。", "行政许可法 第三十二条");
        }

        return Ask(id, flaws, act, clock, answer);
    }

    /// <summary>再次补正 — with a reason and the head's approval; the clock goes on (practice.md).</summary>
    public CaseCorrection AskAgain(CaseMotion approved, Guid id, Act act, LegalClock clock, Period answer) => Ask(id, approved.Flaws, act, clock, answer);

    private CaseCorrection Ask(Guid id, IReadOnlyList<Flaw> flaws, Act act, LegalClock clock, Period answer)
    {
        if (flaws.Count == 0)
        {
            throw new RuleViolation("no-flaws", "请至少写明一项需要补正的内容。");
        }

        if (OpenCorrection is not null)
        {
            throw new RuleViolation("correction-open", "已有一份补正告知等待申请人补正。");
        }

        var first = corrections.Count == 0;
        if (State == CaseState.Reviewing)
        {
            Trail.Note(act, Label.Of(CaseVerb.AskCorrection), null, null, Told(flaws));
        }
        else
        {
            Move(CaseVerb.AskCorrection, act, Told(flaws));
        }

        var asked = new CaseCorrection
        {
            Id = id, Sequence = corrections.Count + 1, StopsClock = first && State == CaseState.CorrectionAsked, Flaws = flaws,
            ById = act.By.AccountId, ByName = act.By.Name, At = act.Now, AnswerBy = clock.Due(act.Today, answer)!.Value,
        };
        corrections.Add(asked);
        TellBy = asked.StopsClock ? null : TellBy;
        return asked;
    }

    /// <summary>提交补正 — what was missing is handed in; the five days begin anew with this day (practice.md).</summary>
    /// <param name="papers">The orders of the materials handed in on paper.</param>
    /// <param name="request">申请内容 as it should read; null leaves it.</param>
    public void Supply(IReadOnlySet<int> papers, DateOnly dayOfReceipt, DateOnly tellBy, Act act, string? request = null)
    {
        var open = OpenCorrection ?? throw new RuleViolation("no-correction", "没有等待补正的告知。");
        TakePapers(papers, act);
        List<Change> handedIn = [new("补交材料", null, string.Join("、", materials.Where(m => papers.Contains(m.Order)).Select(m => m.Name)))];
        if (request is not null && request != Request)
        {
            handedIn.Add(new Change("申请内容", Request, request, Personal: true));
            Request = request;
        }

        open.AnsweredAt = act.Now;
        if (State != CaseState.CorrectionAsked)
        {
            Trail.Note(act, Label.Of(CaseVerb.Supply), null, null, [.. handedIn]);
            return;
        }

        Move(CaseVerb.Supply, act, [.. handedIn]);
        if (open.StopsClock)
        {
            (CompleteOn, TellBy) = (dayOfReceipt, tellBy);
        }
    }

    /// <summary>
    /// 接收材料 — while it is handled the applicant brings something of their own accord: a material of the guide anew, or what the guide does not ask for. Neither state nor clock moves.
    /// </summary>
    /// <param name="papers">The orders of the materials handed in on paper.</param>
    /// <param name="others">What else came, in words.</param>
    public IReadOnlyList<ReceivedMaterial> TakeIn(IReadOnlySet<int> papers, string others, Act act)
    {
        if (!materials.Exists(m => papers.Contains(m.Order)) && others.Length == 0)
        {
            throw new RuleViolation("nothing-handed-in", "请写明交来了什么材料。");
        }

        Move(CaseVerb.TakeIn, act);
        List<ReceivedMaterial> received = [.. TakePapers(papers, act).Select(ReceivedMaterial.Of), .. others.Length == 0 ? Array.Empty<ReceivedMaterial>() : [new(others, "另交")]];
        received.ForEach(r => Trail.Add(new Change(r.Name, null, r.How)));
        return received;
    }

    // paper that comes in later stands for the material; what stood for it before is kept
    private List<CaseMaterial> TakePapers(IReadOnlySet<int> papers, Act act)
    {
        var taken = materials.Where(m => papers.Contains(m.Order)).OrderBy(m => m.Order).ToList();
        foreach (var material in taken)
        {
            Keep(material, act);
            material.Meet(material.OnPaper ? new(material.How, material.Copies) : new MaterialWay(MaterialHow.OriginalKept));
            NoLongerOwed(material, act);
        }

        return taken;
    }

    /// <summary>The applicant adds a file while a correction is asked; what was there before stays in the journal by name.</summary>
    public void Resubmit(Guid materialId, Guid? fileId, string? fileName, Act act)
    {
        if (OpenCorrection is null)
        {
            throw new RuleViolation("no-correction", "没有等待补正的告知，不能补交材料。");
        }

        Put(materialId, fileId, fileName, act);
    }

    /// <summary>逾期未补正 — not answered in its time: the application is returned.</summary>
    public void LapseCorrection(Act act)
    {
        if (OpenCorrection is not { } open || act.Today <= open.AnswerBy)
        {
            throw new RuleViolation("correction-runs", "补正期限尚未届满。");
        }

        Move(CaseVerb.LapseCorrection, act);
        End(CaseOutcome.Expired, $"未在 {Chinese.Date(open.AnswerBy)} 前补正", "", act);
    }

    private static IEnumerable<Change> Told(IReadOnlyList<Flaw> flaws) => flaws.Select(f => new Change(f.Name, null, f.What));

    private void WhoAccepts(Act act, string refusal)
    {
        if (Terms.AcceptMode == AcceptMode.UnitAccepts && act.By.Unit != Unit)
        {
            throw new RuleViolation("unit-accepts", $"该事项由窗口收件、部门受理，{refusal}");
        }
    }
}
