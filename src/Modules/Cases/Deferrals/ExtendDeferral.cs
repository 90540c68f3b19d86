using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Deferrals;

/// <summary>容缺延长 — the unit gives the applicant some days more, once.</summary>
internal static class ExtendDeferral
{
    private const string Path = "/desk/cases/{id:guid}/deferrals/{order:int}/extension";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).RequirePermission(PaperPermissions.ExtendDeferral);
        app.MapPost(Path, Post).RequirePermission(PaperPermissions.ExtendDeferral);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, int order, CaseDesk desk, AppDb db, CancellationToken ct) =>
        Page.Of<ExtendDeferralPage>(http, await View(http, id, order, desk, db, new()));

    private static async Task<IResult> Post(HttpContext http, Guid id, int order, CaseDesk desk, AppDb db, CaseLetters letters, CancellationToken ct)
    {
        var reason = http.Request.Text("reason");
        if (reason.Length == 0)
        {
            var errors = new FormErrors();
            errors.Add("reason", "请写明延长的原因，申请人会看到。");
            return Page.Again<ExtendDeferralPage>(http, await View(http, id, order, desk, db, errors));
        }

        var change = new CaseChange(async (c, act, clock) =>
        {
            c.ExtendDeferral(order, (await db.LimitsOn(act.Today, ct))[CaseLimitCode.LaterExtension], act, clock);
            var owed = c.Deferrals.First(d => d.Order == order);
            await letters.Tell(c, "容缺材料补交期限已延长", $"“{c.ItemName}”容缺受理的“{owed.Name}”，补交期限延长到{Dates.Day(owed.Due!.Value)}。原因：{reason}。", $"/my/cases/{c.Id}", act, ct);
        })
        { Reason = reason };
        return await VerbPages.Do(http, id, PaperPermissions.ExtendDeferral, change, desk, "补交期限已延长，并已告知申请人。", ct);
    }

    private static async Task<ExtendDeferralView> View(HttpContext http, Guid id, int order, CaseDesk desk, AppDb db, FormErrors errors)
    {
        var found = await desk.Find(http, id, PaperPermissions.ExtendDeferral, http.RequestAborted);
        var owed = found.Deferrals.FirstOrDefault(d => d.Order == order && d.SuppliedOn is null) ?? throw new NotThere();
        var days = (await db.LimitsOn(http.Act().Today, http.RequestAborted))[CaseLimitCode.LaterExtension];
        return new(await VerbPages.View(http, found, desk, errors, http.RequestAborted), owed.Name, order, owed.Due, days);
    }
}

public sealed record ExtendDeferralView(VerbView Case, string Material, int Order, DateOnly? Due, int Days);
