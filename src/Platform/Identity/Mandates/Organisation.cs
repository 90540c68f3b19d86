using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Platform.Identity.Mandates;

public enum OrganisationState
{
    [Label("待核验")] Claimed,
    [Label("已核验")] Verified,
    [Label("已注销")] Closed,
}

public enum OrganisationVerb
{
    [Label("登记法人")] Claim,
    [Label("核验法人")] Verify,
    [Label("注销法人")] Close,
}

/// <summary>法人 — an organisation as an applicant. It has no password: its 法定代表人 and those it gave a mandate act for it, each under their own name.</summary>
public sealed class Organisation : IMatter
{
    public const string MatterKind = "organisation";

    public static readonly Lifecycle<OrganisationState, OrganisationVerb> Lifecycle = new(
    [
        (OrganisationState.Claimed, OrganisationVerb.Verify, OrganisationState.Verified),
        (OrganisationState.Claimed, OrganisationVerb.Close, OrganisationState.Closed),
        (OrganisationState.Verified, OrganisationVerb.Close, OrganisationState.Closed),
    ]);

    private Organisation()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>统一社会信用代码; one organisation that is not closed for each.</summary>
    public string CreditCode { get; private init; } = "";

    public string Name { get; private init; } = "";

    /// <summary>The account of the 法定代表人 who claims it.</summary>
    public Guid RepresentativeId { get; private init; }

    public string RepresentativeName { get; private init; } = "";

    public OrganisationState State { get; private set; }

    public DateTimeOffset ClaimedAt { get; private init; }

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>Nobody is kept waiting: the representative comes to a window with the licence.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>登记法人 — somebody says to be its 法定代表人; nothing may be done in its name until a clerk has seen the licence.</summary>
    public static Organisation Claim(Guid id, CreditCode code, string name, Account representative, Act act)
    {
        var claimed = new Organisation
        {
            Id = id,
            CreditCode = code.Value,
            Name = name,
            RepresentativeId = representative.Id,
            RepresentativeName = representative.DisplayName,
            ClaimedAt = act.Now,
        };
        claimed.Trail.Note(act, nameof(OrganisationVerb.Claim), null, nameof(OrganisationState.Claimed), new Change("creditCode", null, code.Value), new Change("name", null, name));
        return claimed;
    }

    /// <summary>核验法人 — a clerk has seen the licence and the representative's card.</summary>
    /// <exception cref="RuleViolation"><c>own-organisation</c>: nobody verifies what they represent.</exception>
    public void Verify(Act act)
    {
        if (act.By.AccountId == RepresentativeId)
        {
            throw new RuleViolation("own-organisation", "不能核验自己代表的法人，请由其他工作人员办理。");
        }

        Move(OrganisationVerb.Verify, act);
    }

    /// <summary>注销法人 — mandates given in its name end with it.</summary>
    public void Close(Act act) => Move(OrganisationVerb.Close, act);

    private void Move(OrganisationVerb verb, Act act)
    {
        var from = State;
        State = Lifecycle.After(from, verb);
        Trail.Note(act, verb.ToString(), from.ToString(), State.ToString());
    }
}
