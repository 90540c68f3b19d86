using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Platform.Identity.Mandates;

/// <summary>What an agent may do.</summary>
public enum MandateScope
{
    [Label("全部办理")] Everything,
    [Label("提交申请和补正材料")] Filing,
    [Label("领取结果")] Collecting,
}

public enum MandateState
{
    [Label("有效")] InForce,
    [Label("已撤销")] Revoked,
}

public enum MandateVerb
{
    [Label("授权")] Give,
    [Label("撤销授权")] Revoke,
}

/// <summary>Who lets act, who acts, what for and for how long. Days are China days, both included.</summary>
public sealed record MandateTerms(string PrincipalName, Account Agent, MandateScope Scope, DateOnly From, DateOnly Until);

/// <summary>授权、委托 — a principal, an organisation or a person, lets an agent act in its name until a day, or until it is revoked.</summary>
public sealed class Mandate : IMatter
{
    public const string MatterKind = "mandate";

    public static readonly Lifecycle<MandateState, MandateVerb> Lifecycle = new([(MandateState.InForce, MandateVerb.Revoke, MandateState.Revoked)]);

    private Mandate()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The organisation in whose name the agent acts (经办人); null when a person is the principal (委托).</summary>
    public Guid? OrganisationId { get; private init; }

    /// <summary>The person in whose name the agent acts, by the keyed digest of the resident id: the old and the very young need no account.</summary>
    public string? PrincipalIndex { get; private init; }

    public string PrincipalName { get; private init; } = "";

    public Guid AgentId { get; private init; }

    public string AgentName { get; private init; } = "";

    public MandateScope Scope { get; private init; }

    public DateOnly From { get; private init; }

    public DateOnly Until { get; private init; }

    /// <summary>The paper it rests on, e.g. the number of the letter of authority; empty when given in the program.</summary>
    public string Document { get; private init; } = "";

    public MandateState State { get; private set; }

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>A mandate ends by itself.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    public bool HoldsOn(DateOnly day) => State == MandateState.InForce && From <= day && day <= Until;

    /// <summary>授权经办人 — the 法定代表人 of a verified organisation appoints an agent (民法典 第一百六十五条).</summary>
    public static Mandate ForOrganisation(Guid id, Organisation principal, MandateTerms terms, Act act)
    {
        if (principal.State != OrganisationState.Verified)
        {
            throw new RuleViolation("organisation-not-verified", "法人尚未核验，不能授权。请法定代表人带营业执照和身份证到窗口核验。");
        }

        if (act.By.AccountId != principal.RepresentativeId)
        {
            throw new RuleViolation("not-the-representative", "只有法定代表人可以授权经办人。", "民法典 第六十一条");
        }

        return Give(new Mandate { Id = id, OrganisationId = principal.Id, PrincipalName = principal.Name, AgentId = terms.Agent.Id, AgentName = terms.Agent.DisplayName, Scope = terms.Scope, From = terms.From, Until = terms.Until }, act);
    }

    /// <summary>登记委托 — a person lets another act: written down by the person, or at a window from the letter of authority (民法典 第一百六十三条).</summary>
    public static Mandate ForPerson(Guid id, string principalIndex, MandateTerms terms, string document, Act act) => terms.Agent.ResidentIndex == principalIndex
        ? throw new RuleViolation("own-agent", "委托人和受托人不能是同一人。")
        : Give(new Mandate { Id = id, PrincipalIndex = principalIndex, PrincipalName = terms.PrincipalName, AgentId = terms.Agent.Id, AgentName = terms.Agent.DisplayName, Scope = terms.Scope, From = terms.From, Until = terms.Until, Document = document }, act);

    /// <summary>撤销 — by the principal or the agent at any time (民法典 第一百七十三条), or by a clerk for the principal.</summary>
    public void Revoke(Act act)
    {
        var from = State;
        State = Lifecycle.After(from, MandateVerb.Revoke);
        Trail.Note(act, nameof(MandateVerb.Revoke), from.ToString(), State.ToString());
    }

    private static Mandate Give(Mandate given, Act act)
    {
        if (given.Until < given.From || given.Until < act.Today)
        {
            throw new RuleViolation("mandate-period", "授权截止日期不能早于起始日期，也不能早于今天。");
        }

        given.Trail.Note(act, nameof(MandateVerb.Give), null, nameof(MandateState.InForce),
            new Change("principal", null, given.PrincipalName), new Change("agent", null, given.AgentName), new Change("scope", null, given.Scope.ToString()),
            new Change("period", null, $"{given.From:O}/{given.Until:O}"), new Change("document", null, given.Document));
        return given;
    }
}
