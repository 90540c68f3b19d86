using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Assistance;

/// <summary>帮办代办 — somebody of the village does a person's errand at the windows: asked for by phone, at the door, at the station or online; with a letter of authority; without charge.</summary>
internal sealed class AssistanceOrder : IMatter, INumbered
{
    public const string MatterKind = "assistance";

    private readonly List<AuthorityFact> authorities = [];
    private readonly List<TakenPaper> papers = [];
    private readonly List<AssistedCase> cases = [];

    private AssistanceOrder()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>帮办编号: DB, day, four digits or more.</summary>
    public string Number { get; private set; } = "";

    public AssistanceDoor Door { get; private init; }

    public AssistedPerson Person { get; private init; } = new();

    /// <summary>The person's number index again, where the database can index it.</summary>
    public string PersonIndex { get; private init; } = "";

    /// <summary>The village or town.</summary>
    public AreaCode Area { get; private init; }

    public string Town { get; private init; } = "";

    /// <summary>What the person wants done, in their own words.</summary>
    public string Wish { get; private init; } = "";

    /// <summary>The account that asked online.</summary>
    public Guid? AccountId { get; private init; }

    public DateTimeOffset RequestedAt { get; private init; }

    public DateOnly RequestedOn { get; private init; }

    public AssistanceState State { get; private set; }

    /// <summary>帮办员.</summary>
    public Guid? AgentId { get; private set; }

    public string AgentName { get; private set; } = "";

    /// <summary>The printed 委托书 in the present agent's favour.</summary>
    public Guid? DocumentId { get; private set; }

    public DateOnly? FinishedOn { get; private set; }

    public string Outcome { get; private set; } = "";

    public IReadOnlyList<AuthorityFact> Authorities => authorities;

    public IReadOnlyList<TakenPaper> Papers => papers;

    public IReadOnlyList<AssistedCase> Cases => cases;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public NumberWanted? NumberWanted => Number.Length == 0 ? new("assistance", RequestedOn) : null;

    /// <summary>The village assigns; then the agent acts.</summary>
    public IEnumerable<TaskSpec> WaitsFor => State switch
    {
        AssistanceState.Requested => [Task("assign", "指派帮办员")],
        AssistanceState.Assigned => [Task("authorise", "签委托书") with { Account = AgentId }],
        AssistanceState.Authorised => [Task("finish", "代办") with { Account = AgentId }],
        _ => [],
    };

    public void Take(long number)
    {
        Number = $"DB{RequestedOn:yyyyMMdd}{number:0000}";
        Trail.Add(new Change("帮办编号", null, Number));
    }

    /// <summary>申请帮办 — by phone, at the door, at the station or online.</summary>
    public static AssistanceOrder Request(Guid id, AssistanceRequest asked, Act act)
    {
        var made = new AssistanceOrder
        {
            Id = id, Door = asked.Door, Person = asked.Person, PersonIndex = asked.Person.NumberIndex, Area = asked.Area, Town = asked.Area.Value[..9], Wish = asked.Wish,
            AccountId = asked.AccountId, RequestedAt = act.Now, RequestedOn = act.Today, State = AssistanceState.Requested,
        };
        made.Trail.Note(act, "申请帮办", null, Label.Of(AssistanceState.Requested), new Change("申请方式", null, Label.Of(asked.Door)), new Change("被帮办人", null, Masking.Name(asked.Person.Name)));
        return made;
    }

    /// <summary>指派帮办员 — somebody of the village or town; the letter of authority is printed in their favour.</summary>
    public void Assign(Actor agent, Act act)
    {
        Move(AssistanceVerb.Assign, act, new Change("帮办员", AgentName.Length == 0 ? null : AgentName, agent.Name));
        (AgentId, AgentName, DocumentId) = (agent.AccountId, agent.Name, null);
    }

    /// <summary>The letter that is to be signed.</summary>
    public void Print(Guid documentId) => DocumentId = documentId;

    /// <summary>登记委托书 — signed by the person, kept as a scan or photograph (民法典 第一百六十五条).</summary>
    public void Authorise(DateOnly signedOn, Guid fileId, Act act)
    {
        AssistanceLifecycle.Table.After(State, AssistanceVerb.Authorise);
        if (signedOn > act.Today || signedOn < RequestedOn)
        {
            throw new RuleViolation("signed-on", $"签署日期应在申请日（{RequestedOn:yyyy-MM-dd}）至今天之间。");
        }

        Move(AssistanceVerb.Authorise, act, new Change("签署日期", null, $"{signedOn:yyyy-MM-dd}"));
        authorities.Add(new AuthorityFact { AgentId = AgentId!.Value, SignedOn = signedOn, FileId = fileId, ByName = act.By.Name, At = act.Now });
    }

    /// <summary>代收材料 — one line: what, how many, original or copy, its photograph, the person's signature.</summary>
    public void TakePaper(TakenPaper paper, Act act)
    {
        Move(AssistanceVerb.TakePaper, act, new Change(paper.Name, null, $"{(paper.Original ? "原件" : "复印件")} {paper.Copies} 份"));
        papers.Add(paper);
    }

    /// <summary>交还材料 — to the person with signature, or with the case to the window.</summary>
    public void HandBack(Guid paperId, PaperReturn how, Act act)
    {
        var paper = papers.Find(p => p.Id == paperId) ?? throw new RuleViolation("no-paper", "没有收取过这份材料。");
        if (paper.Return is not null)
        {
            throw new RuleViolation("paper-returned", $"“{paper.Name}”已经{Label.Of(paper.Return.End)}。");
        }

        Move(AssistanceVerb.HandBack, act, new Change(paper.Name, null, Label.Of(how.End)));
        paper.Return = how;
    }

    /// <summary>关联代办件 — a case of this person, received at a town's or village's window; the case notes the agent.</summary>
    public void LinkCase(Case c, Act act)
    {
        AssistanceLifecycle.Table.After(State, AssistanceVerb.LinkCase);
        if (c.ApplicantIndex != PersonIndex)
        {
            throw new RuleViolation("another-applicant", "这件办件的申请人不是委托人本人，不能关联。");
        }

        if (c.Channel is not (Channel.Town or Channel.Village))
        {
            throw new RuleViolation("not-at-village", "代办件应在镇街或村居窗口收件，这件的收件渠道是" + Label.Of(c.Channel) + "。");
        }

        if (cases.Exists(x => x.CaseId == c.Id))
        {
            throw new RuleViolation("linked", "这件办件已经关联。");
        }

        Move(AssistanceVerb.LinkCase, act, new Change("办件", null, $"{c.Number} {c.ItemName}"));
        cases.Add(new AssistedCase { CaseId = c.Id, CaseNumber = c.Number, ItemName = c.ItemName, LinkedOn = act.Today });
        c.ActThrough(AgentName, Number, act);
    }

    /// <summary>办结帮办 — the errand is done and every original is back or with the case.</summary>
    public void Finish(string outcome, Act act)
    {
        AssistanceLifecycle.Table.After(State, AssistanceVerb.Finish);
        if (outcome.Length == 0)
        {
            throw new RuleViolation("outcome", "请写明办理结果。");
        }

        MustHoldNothing("办结");
        Move(AssistanceVerb.Finish, act, new Change("办理结果", null, outcome));
        (FinishedOn, Outcome) = (act.Today, outcome);
    }

    /// <summary>撤回帮办 — the person does not want it any more; what was taken is back before that.</summary>
    public void Withdraw(Act act)
    {
        AssistanceLifecycle.Table.After(State, AssistanceVerb.Withdraw);
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "撤回帮办须写明原因。");
        }

        MustHoldNothing("撤回");
        Move(AssistanceVerb.Withdraw, act);
        FinishedOn = act.Today;
    }

    private void MustHoldNothing(string what)
    {
        if (papers.Where(p => p.Original && p.Return is null).Select(p => p.Name).ToList() is { Count: > 0 } held)
        {
            throw new RuleViolation("papers-held", $"还有 {held.Count} 份原件没有交还或交窗口：{string.Join("、", held)}。登记去向后才能{what}。");
        }
    }

    private TaskSpec Task(string code, string act) => new(code, $"{act}：{Masking.Name(Person.Name)}（帮办代办）", Roles.TownClerk) { Href = $"/desk/assistance/{Id}", Area = Area };

    private void Move(AssistanceVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = AssistanceLifecycle.Table.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }
}

/// <summary>What is asked for, read and found right.</summary>
internal sealed record AssistanceRequest(AssistanceDoor Door, AssistedPerson Person, AreaCode Area, string Wish, Guid? AccountId);
