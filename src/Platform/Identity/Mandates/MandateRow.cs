using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Mandates;

/// <summary>A mandate as lists show it.</summary>
public sealed record MandateRow(Guid Id, string Principal, string Agent, string Scope, DateOnly From, DateOnly Until, string Document, string State, Tone Tone, bool Revocable)
{
    internal static MandateRow Of(Mandate m, DateOnly today) => new(
        m.Id, m.PrincipalName, m.AgentName, Label.Of(m.Scope), m.From, m.Until, m.Document,
        m.State == MandateState.Revoked ? Label.Of(m.State) : m.Until < today ? "已到期" : m.From > today ? "未生效" : Label.Of(m.State),
        m.HoldsOn(today) ? Tone.Good : Tone.Neutral,
        m.State == MandateState.InForce && m.Until >= today);
}

/// <summary>An organisation as lists show it.</summary>
public sealed record OrganisationRow(Guid Id, string CreditCode, string Name, string Representative, OrganisationState State, DateTimeOffset ClaimedAt)
{
    public Tone Tone => State switch { OrganisationState.Verified => Tone.Good, OrganisationState.Claimed => Tone.Warn, _ => Tone.Neutral };

    internal static OrganisationRow Of(Organisation o) => new(o.Id, o.CreditCode, o.Name, o.RepresentativeName, o.State, o.ClaimedAt);
}
