using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Cases.Contracts;
using Yimen.Cases.Filing;
using Yimen.Cases.HandingIn;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Correction;

/// <summary>A correction answered at a window, as a program reports it.</summary>
/// <param name="Papers">The orders of the materials handed in on paper.</param>
/// <param name="Request">申请内容 as it should read, where the notice asked for it.</param>
public sealed record SupplyInput(
    [property: MaxLength(200, ErrorMessage = "材料不能超过 200 份。")] IReadOnlyList<int>? Papers,
    [property: MaxLength(2000, ErrorMessage = "申请内容不能超过 2000 个字。")] string? Request = null);

/// <summary>What was asked, and what may be handed in for it.</summary>
public sealed record SupplyView(VerbView Case, IReadOnlyList<Flaw> Flaws, DateOnly AnswerBy, IReadOnlyList<Choice> Papers, IReadOnlyList<string> Ticked, string Request)
{
    public bool AsksRequest => Flaws.Any(f => f.Material == 0);
}

/// <summary>补正到窗 — the applicant brings what was asked to a window.</summary>
internal static class SupplyMaterials
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/supply", Show).RequirePermission(CasePermissions.Supply);
        app.MapPost("/desk/cases/{id:guid}/supply", Post).RequirePermission(CasePermissions.Supply);
        app.MapPost("/api/v1/cases/{id:guid}/supply", (HttpContext http, Guid id, SupplyInput input, CaseDesk desk, Supplying supplying, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Supply, supplying.Change(new((input.Papers ?? []).ToHashSet(), input.Request?.Trim()), ct), ct)).RequirePermission(CasePermissions.Supply).Described("登记申请人补正");
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
        Page.Of<SupplyPage>(http, await View(http, await desk.Find(http, id, CasePermissions.Supply, ct), desk, new(), ct));

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, Supplying supplying, CancellationToken ct)
    {
        var papers = form["papers"].Select(p => int.TryParse(p, out var order) ? order : 0).Where(o => o > 0).ToHashSet();
        try
        {
            return await VerbPages.Do(http, id, CasePermissions.Supply, supplying.Change(new(papers, Supplied.RequestOf(http.Request)), ct), desk, "已登记补正，材料接收凭证已生成，请打印交申请人。", ct);
        }
        catch (RuleViolation e) when (e.Code == Supplied.Nothing)
        {
            var errors = new FormErrors();
            errors.Add("papers", "请勾选申请人补交的材料；只改正申请内容的，请写明改正后的内容。");
            return Page.Again<SupplyPage>(http, await View(http, await desk.Find(http, id, CasePermissions.Supply, ct), desk, errors, ct));
        }
    }

    private static async Task<SupplyView> View(HttpContext http, Case c, CaseDesk desk, FormErrors errors, CancellationToken ct)
    {
        var open = c.OpenCorrection ?? throw new RuleViolation("no-correction", "没有等待补正的告知。");
        var ticked = http.Request.HasFormContentType ? http.Request.Form["papers"].Select(p => p ?? "").ToList() : [];
        return new(await VerbPages.View(http, c, desk, errors, ct), open.Flaws, open.AnswerBy, [.. c.Materials.OrderBy(m => m.Order).Select(m => new Choice($"{m.Order}", m.Name))], ticked, Supplied.RequestOf(http.Request) ?? c.Request);
    }

    /// <summary>The use case that window, portal and API share: the answer, and from when it is told anew.</summary>
    internal sealed class Supplying(AppDb db, CasePapers documents)
    {
        public CaseChange Change(Supplied supplied, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
        {
            // at a window it is received when it really happens; online after closing the next working day (ruling 38)
            var day = c.Channel == Channel.Online && act.By.AccountId == c.AccountId ? await FilingDay.Of(db, clock, act.Now, ct) : act.Today;
            var asked = c.OpenCorrection ?? throw new RuleViolation("no-correction", "没有等待补正的告知。");
            var mended = supplied.Mends(asked, c);
            c.Supply(supplied.Papers, day, (await db.LimitsOn(day, ct)).TellBy(clock, day), act, mended);
            var received = await Received(c, supplied.Papers, asked.At, ct);
            if (mended is not null)
            {
                received.Add(new("申请内容", "已按告知改正"));
            }

            await documents.TellReceived(c, "补正", received.Count > 0 ? received : throw Supplied.NothingCame(), act, ct);
        });

        /// <summary>The files that came after the notice.</summary>
        public async Task<IReadOnlySet<Guid>> UploadedSince(Case c, DateTimeOffset since, CancellationToken ct) =>
            (await db.Set<StoredFile>().AsNoTracking().Where(f => f.MatterKind == c.Ref.Kind && f.MatterId == c.Id && f.UploadedAt > since).Select(f => f.Id).ToListAsync(ct)).ToHashSet();

        // on paper now, or uploaded since the notice
        private async Task<List<ReceivedMaterial>> Received(Case c, IReadOnlySet<int> papers, DateTimeOffset since, CancellationToken ct)
        {
            var uploaded = await UploadedSince(c, since, ct);
            return [.. c.Materials.Where(m => papers.Contains(m.Order) || (m.FileId is { } file && uploaded.Contains(file))).OrderBy(m => m.Order).Select(ReceivedMaterial.Of)];
        }
    }
}
