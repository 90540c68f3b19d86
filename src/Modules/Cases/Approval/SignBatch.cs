using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Decision;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Approval;

/// <summary>批量签批 — those proposed to be granted, ticked and signed in one act; each case in its own write, and those that are refused are named with the reason.</summary>
internal static class SignBatch
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/signing", async (HttpContext http, string? page, Reading reading, CancellationToken ct) =>
            Page.Of<SigningPage>(http, await reading.View(http, page, new(), ct))).RequirePermission(CasePermissions.Decide);
        app.MapPost("/desk/signing", Post).RequirePermission(CasePermissions.Decide);
    }

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, Reading reading, CaseBatch batch, DecideCase.Deciding deciding, CancellationToken ct)
    {
        var ticked = TickedCase.Of(form);
        if (ticked.Count is 0 or > Most)
        {
            var errors = new FormErrors();
            errors.Add("", ticked.Count == 0 ? "请勾选要签批的办件。" : $"一次最多签批 {Most} 件。");
            return Page.Again<SigningPage>(http, await reading.View(http, null, errors, ct));
        }

        var outcomes = new List<BatchOutcome>();
        foreach (var (id, seen) in ticked)
        {
            outcomes.Add(await batch.Do(http, id, CasePermissions.Decide, deciding.Change(true, ct) with { Version = seen }, ct));
        }

        return Page.Of<SignedPage>(http, new SignedView(outcomes));
    }

    internal sealed class Reading(AppDb db, CaseDesk desk, PermissionTable table)
    {
        public async Task<SigningView> View(HttpContext http, string? page, FormErrors errors, CancellationToken ct)
        {
            var waiting = db.Cases.AsNoTracking().Real.Within(http.Visitor, table, CasePermissions.Decide).Where(c => c.State == CaseState.Proposed);
            var paging = Paging.Of(page, "50", await waiting.CountAsync(ct));
            var rows = await waiting.OrderBy(c => c.Due).ThenBy(c => c.Id).Skip(paging.Skip).Take(paging.Size).Include(c => c.Opinions).ToListAsync(ct);
            var (clock, today) = (await desk.Clock(http, ct), http.Act().Today);
            return new([.. rows.Select(c => Row(c, clock, today))], paging, errors);
        }

        private static SigningRow Row(Case c, LegalClock clock, DateOnly today)
        {
            var last = c.Opinions.MaxBy(o => o.At)!;
            return new(c.Id, c.Trail.Count, c.Number, c.ItemName, c.Applicant.Shown, last.Grant, last.Text, last.ByName, CaseDeadline.Of(ClockRow.Of(c), clock, today, $"/desk/cases/{c.Id}/clock"));
        }
    }
}

public sealed record SignedView(IReadOnlyList<BatchOutcome> Outcomes);

public sealed record SigningRow(Guid Id, int Version, string Number, string Item, string Applicant, bool Grant, string Opinion, string Reviewer, DeadlineView Deadline);

public sealed record SigningView(IReadOnlyList<SigningRow> Rows, Paging Paging, FormErrors Errors);
