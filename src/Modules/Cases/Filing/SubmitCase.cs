using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Deferrals;
using Yimen.Cases.Limits;
using Yimen.Cases.Pledges;
using Yimen.Cases.Receipt;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Filing;

/// <summary>核对提交 — everything once more on one page, then it is filed and the receipt is shown.</summary>
internal static class SubmitCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/my/cases/{id:guid}/submission", Show).RequireAuthorization();
        app.MapPost("/my/cases/{id:guid}/submission", Post).RequireAuthorization();
        app.MapGet("/my/cases/{id:guid}/receipt", Receipt).RequireAuthorization();
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, MyCases mine, Reading reading, CancellationToken ct)
    {
        var found = await mine.Find(http, id, ct);
        return found.State != CaseState.Draft
            ? Page.Then(http, $"/my/cases/{id}/receipt")
            : Page.Of<SubmissionPage>(http, await reading.View(found, await mine.Clock(ct), http.Act(), new(), ct));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, MyCases mine, Reading reading, CancellationToken ct)
    {
        if (form["truthful"] != "true")
        {
            var found = await mine.Find(http, id, ct);
            var errors = new FormErrors();
            errors.Add("truthful", "请确认所填内容和材料真实、准确。");
            return Page.Again<SubmissionPage>(http, await reading.View(found, await mine.Clock(ct), http.Act(), errors, ct));
        }

        await reading.Submit(http, id, ct);
        return Page.Then(http, $"/my/cases/{id}/receipt", "申请已提交。请记下受理编号和查询码。");
    }

    private static async Task<IResult> Receipt(HttpContext http, Guid id, MyCases mine, AppDb db, CancellationToken ct) =>
        Page.Of<ReceiptPage>(http, await PrintReceipt.View(http, await mine.Filed(http, id, ct), db, $"/my/cases/{id}", ct));

    /// <summary>The use case that the form and the API share.</summary>
    internal sealed class Reading(AppDb db, MyCases mine, OnBehalf behalf, CountyScope scope, DeferralDesk deferrals, PledgeDesk pledges)
    {
        /// <summary>Files the draft. Done already (a second click, another tab): nothing more happens.</summary>
        public Task Submit(HttpContext http, Guid id, CancellationToken ct) => mine.Change(http, id, new CaseChange(async (c, act, clock) =>
        {
            if (c.State != CaseState.Draft)
            {
                return;
            }

            var subject = await db.SubjectOf(c.ItemId, ct);
            if (subject.ClosedOnline is { } closed)
            {
                throw closed;
            }

            if (await behalf.Standing(c, act, ct) is { } acting)
            {
                c.ActedBy(acting, act);
            }

            var received = await FilingDay.Of(db, clock, act.Now, ct);
            await deferrals.Promise(c, DeferralDesk.LeftForLater(c), act, ct);
            await pledges.Sign(c, act, ct);
            c.Submit(act, received, subject.TellBy(clock, received));
        }), ct);

        public async Task<SubmissionView> View(Case c, LegalClock clock, Act act, FormErrors errors, CancellationToken ct)
        {
            var unit = await db.UnitRefs.Where(u => u.Id == c.Unit).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? c.Unit.Value;
            var (a, keys) = (c.Applicant, scope.County.Keys);
            return new(c.Id, c.ItemName, unit, c.Terms.Promised.ToString(), new(Label.Of(a.Kind), a.Name, keys.Open(a.Number) ?? "", keys.Open(a.Phone) ?? "", a.Address, a.Agent, false),
                c.Request, [.. c.Materials.OrderBy(m => m.Order).Select(m => new CasePage.MaterialView(m.Name, m.Required, m.IsMet, m.IsMet ? m.Words : m.MayComeLater ? "受理后补交" : "未上传", m.FileId is null ? null : $"/my/cases/{c.Id}/materials/{m.Id}"))],
                a.IsComplete, c.Missing, await FilingDay.Words(db, clock, act.Now, ct), c.Trail.Count, errors)
            { Later = [.. c.Materials.Where(m => m is { Lacks: true, MayComeLater: true }).OrderBy(m => m.Order).Select(m => m.Name)], LaterDays = (await db.LimitsOn(act.Today, ct))[CaseLimitCode.LaterSupply] };
        }
    }
}

/// <param name="Complete">The applicant's part has no gaps.</param>
/// <param name="Missing">Required materials without a file.</param>
public sealed record SubmissionView(
    Guid Id, string Item, string Unit, string Promised, CasePage.ApplicantView Applicant, string Request, IReadOnlyList<CasePage.MaterialView> Materials,
    bool Complete, IReadOnlyList<string> Missing, string? OutOfHours, int Version, FormErrors Errors)
{
    /// <summary>容缺: what may come later and was not uploaded; filing promises it.</summary>
    public IReadOnlyList<string> Later { get; init; } = [];

    /// <summary>Working days from acceptance.</summary>
    public int LaterDays { get; init; }

    public bool Ready => Complete && Missing.Count == 0;
}
