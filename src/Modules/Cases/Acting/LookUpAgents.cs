using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Acting;

/// <summary>谁能代办 — the principal's number is posted, never part of an address; the answer lists who may act for them today, and who may not any more and why.</summary>
internal static class LookUpAgents
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/agents", (HttpContext http) => Page.Of<AgentsPage>(http, new AgentsView("", "", null, new()))).RequirePermission(CasePermissions.Receive);
        app.MapPost("/desk/agents", Find).RequirePermission(CasePermissions.Receive);
    }

    private static async Task<IResult> Find(HttpContext http, IFormCollection form, Agencies agencies, CancellationToken ct)
    {
        var (typed, purpose, errors) = (form["number"].FirstOrDefault()?.Trim() ?? "", form["purpose"].FirstOrDefault() ?? "", new FormErrors());
        var number = ResidentId.TryParse(typed, out var resident, out string fault) ? resident.Value : CreditCode.TryParse(typed, out var credit, out string _) ? credit.Value : null;
        if (number is null)
        {
            errors.Add("number", fault);
            return Page.Again<AgentsPage>(http, new AgentsView(typed, purpose, null, errors));
        }

        var wanted = purpose == nameof(MandateScope.Collecting) ? MandateScope.Collecting : MandateScope.Filing;
        var found = await agencies.For(number, wanted, http.Act().Today, ct);
        return Page.Of<AgentsPage>(http, new AgentsView(typed, purpose, [.. found.Select(a => new AgentRow(a.Principal, a.Agent, a.Words, a.Serves, a.Why))], errors));
    }
}

public sealed record AgentRow(string Principal, string Agent, string Words, bool Serves, string Why);

/// <param name="Rows">Null before anything was asked.</param>
public sealed record AgentsView(string Number, string Purpose, IReadOnlyList<AgentRow>? Rows, FormErrors Errors);
