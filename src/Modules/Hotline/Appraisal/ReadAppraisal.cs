using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.Appraisal;

/// <summary>签阅考核结果 — one press of the unit on its own line; its task closes, and it may still object until the day.</summary>
internal static class ReadAppraisal
{
    private const string Noun = "/{month}/units/{unit}/receipt";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(ListAppraisals.Here + Noun, async (HttpContext http, string month, string unit, IFormCollection form, AppraisalDesk desk, CancellationToken ct) =>
        {
            await Read(http, month, unit, desk, ct);
            return Page.Then(http, $"{ListAppraisals.Here}/{month}/units/{unit}", "已签阅。有异议的，申诉期限以内仍可以申诉。");
        }).RequirePermission(AppraisalPermissions.Object);
        app.MapPost("/api/v1/appraisals" + Noun, async Task<Ok<AppraisalView>> (HttpContext http, string month, string unit, AppraisalDesk desk, AppraisalReading reading, CancellationToken ct) =>
        {
            await Read(http, month, unit, desk, ct);
            return TypedResults.Ok(await reading.Of(http, month, ct));
        }).RequirePermission(AppraisalPermissions.Object).Described("签阅本单位的考核结果");
    }

    // the version that the page was drawn with does not matter: another unit's reading changes nothing for this one
    private static async Task Read(HttpContext http, string month, string unit, AppraisalDesk desk, CancellationToken ct)
    {
        RaisePoint.Own(http, unit);
        await desk.Find(http, month, ct);
        await desk.Change(http, month, null, (sheet, act) =>
        {
            sheet.Acknowledge(new(unit), act);
            return Task.CompletedTask;
        }, ct);
    }
}

/// <summary>申诉期满 — done by the house on the day after the last one. A second run finds nothing.</summary>
internal sealed class ObjectionDays(AppDb db, Writer writer)
{
    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(Actor.System, now);
        var over = await db.Set<AppraisalSheet>().Where(s => s.State == AppraisalState.Published && s.DaysEndedOn == null && s.ObjectBy < act.Today).OrderBy(s => s.Month).Select(s => s.Id).ToListAsync(ct);
        foreach (var id in over)
        {
            await writer.Write(act, async () => (await db.Set<AppraisalSheet>().Whole.FirstAsync(s => s.Id == id, ct)).EndDays(act), ct);
            db.ChangeTracker.Clear();
        }
    }
}
