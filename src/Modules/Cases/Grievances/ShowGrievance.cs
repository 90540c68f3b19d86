using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.CasePage;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Grievances;

/// <summary>One grievance: what was not done, who has to answer until when, what was answered and changed.</summary>
internal static class ShowGrievance
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/grievances/{id:guid}", Show).RequirePermission(CounterPermissions.ReadGrievances);
        app.MapPost("/desk/grievances/{id:guid}/contact", Contact).RequirePermission(CounterPermissions.ReadGrievances);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, GrievanceDesk desk, GrievanceReading reading, PermissionTable table, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CounterPermissions.ReadGrievances, ct);
        return Page.Of<GrievancePage>(http, new GrievancePageView(await View(http, found, desk, reading, table, ct), null, new()));
    }

    private static async Task<IResult> Contact(HttpContext http, Guid id, IFormCollection form, GrievanceDesk desk, GrievanceReading reading, PermissionTable table, CancellationToken ct)
    {
        var reason = http.Request.Text("reason", 200);
        if (reason.Length < 2)
        {
            var errors = new FormErrors();
            errors.Add("reason", "请写明查看电话的理由，例如：电话核实情况。");
            var asked = await desk.Find(http, id, CounterPermissions.ReadGrievances, ct);
            return Page.Again<GrievancePage>(http, new GrievancePageView(await View(http, asked, desk, reading, table, ct), null, errors));
        }

        await desk.Change(http, id, CounterPermissions.ReadGrievances, reason, (g, act, _) => g.Unmask(act), ct);
        var found = await desk.Find(http, id, CounterPermissions.ReadGrievances, ct);
        http.Response.Headers.CacheControl = "no-store";
        return Page.Of<GrievancePage>(http, new GrievancePageView(await View(http, found, desk, reading, table, ct), reading.Phone(found), new()));
    }

    private static async Task<GrievanceView> View(HttpContext http, Grievance g, GrievanceDesk desk, GrievanceReading reading, PermissionTable table, CancellationToken ct) =>
        await reading.View(g, await desk.Clock(ct), http.Act().Today, ct) with { Verbs = Verbs(g, http.Visitor, table) };

    // what the table allows and the visitor may do; the first is the primary one
    private static List<VerbLink> Verbs(Grievance g, Visitor visitor, PermissionTable table)
    {
        var links = new List<VerbLink>();
        foreach (var (verb, text, noun, permission) in ChangeGrievance.All.Select(v => (v.Verb, v.Text, v.Noun, v.Permission)))
        {
            if (g.Can(verb) && visitor.May(table, permission, g.Unit, g.Area) && (verb != GrievanceVerb.Answer || visitor.Actor.Unit == g.Unit))
            {
                links.Add(new(text, $"{g.Href}/{noun}", links.Count == 0));
            }
        }

        return links;
    }
}

/// <param name="Phone">Only in the answer to the post that gave the reason.</param>
public sealed record GrievancePageView(GrievanceView Of, string? Phone, FormErrors Errors);
