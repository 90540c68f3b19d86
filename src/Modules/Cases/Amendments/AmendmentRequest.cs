using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Amendments;

internal enum AmendmentState
{
    [Label("待部门同意")] Asked = 10,
    [Label("已同意")] Allowed = 20,
    [Label("未同意")] Refused = 30,
}

internal enum AmendmentVerb
{
    [Label("同意更正")] Allow,
    [Label("不同意更正")] Refuse,
}

/// <summary>更正申请 — the counter found a typo after the unit had taken the case up; the unit allows it or says why not.</summary>
internal sealed class AmendmentRequest : IMatter, IPlaced
{
    public const string MatterKind = "amendment";

    public static readonly Lifecycle<AmendmentState, AmendmentVerb> Lifecycle = new(
        (AmendmentState.Asked, AmendmentVerb.Allow, AmendmentState.Allowed), (AmendmentState.Asked, AmendmentVerb.Refuse, AmendmentState.Refused));

    private AmendmentRequest()
    {
    }

    public Guid Id { get; private init; }

    public Guid CaseId { get; private init; }

    public string CaseNumber { get; private init; } = "";

    public string ItemName { get; private init; } = "";

    public UnitId Unit { get; private init; }

    public AreaCode Area { get; private init; }

    public string Town { get; private init; } = "";

    /// <summary>What the case should say, sealed: it is personal.</summary>
    public Sealed Content { get; private init; }

    /// <summary>The fields that differ, by name.</summary>
    public string Fields { get; private init; } = "";

    public string Why { get; private init; } = "";

    public string ByName { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public AmendmentState State { get; private set; }

    public string Answer { get; private set; } = "";

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public string Href => $"/desk/amendments/{Id}";

    public IEnumerable<TaskSpec> WaitsFor => State == AmendmentState.Asked
        ? [new("allow", $"更正申请：{ItemName}（{CaseNumber}）", Roles.Approver, Unit) { Href = Href }]
        : [];

    /// <summary>申请更正 — says what is wrong and why it is a typo.</summary>
    public static AmendmentRequest Ask(Guid id, Case c, Amended to, Sealed content, Act act)
    {
        if (c.MayAmend)
        {
            throw new RuleViolation("amend-directly", "部门还没有接办，窗口可以直接更正。");
        }

        if (c.Window is null || act.Reason is null)
        {
            throw new RuleViolation("reason", "请写明为什么是笔误。只有窗口收件的办件由窗口申请更正。");
        }

        var fields = string.Join('、', to.Against(c).Select(f => f.Field));
        var asked = new AmendmentRequest
        {
            Id = id, CaseId = c.Id, CaseNumber = c.Number, ItemName = c.ItemName, Unit = c.Unit, Area = c.Area, Town = c.Town, Content = content, Fields = fields, Why = act.Reason,
            ByName = act.By.Name, AskedAt = act.Now, State = AmendmentState.Asked,
        };
        asked.Trail.Note(act, "申请更正", null, Label.Of(AmendmentState.Asked), new Change("更正内容", null, fields));
        return asked;
    }

    /// <summary>同意更正 — the unit lets it be mended; the case is changed in the same write.</summary>
    public void Allow(Case c, Amended to, Act act)
    {
        Move(AmendmentVerb.Allow, act);
        c.AmendByLeave(to, act);
    }

    /// <summary>不同意更正 — with the reason.</summary>
    public void Refuse(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "不同意须写明原因。");
        }

        Move(AmendmentVerb.Refuse, act);
        Answer = act.Reason;
    }

    private void Move(AmendmentVerb verb, Act act)
    {
        var from = State;
        State = Lifecycle.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State));
    }
}
