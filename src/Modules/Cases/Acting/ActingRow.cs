namespace Yimen.Cases.Acting;

/// <summary>Who acted for whom, with which mandate, as the case's page shows it.</summary>
public sealed record ActingRow(string For, string Agent, string Number, string Principal, string Basis)
{
    internal static IReadOnlyList<ActingRow> Of(Case c) => [.. c.Actings.OrderBy(a => a.At).Select(a => new ActingRow(a.For, a.AgentName, a.AgentNumber, c.Applicant.Name, a.Basis))];
}
