using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.Appraisal;

/// <summary>A verb on the whole sheet that asks for nothing.</summary>
internal sealed record AppraisalStep(string Noun, string Text, string Done, Func<AppraisalDesk, AppraisalSheet, Act, CancellationToken, Task> Do);

/// <summary>重新计算, 公布考核结果, 考核定稿 — each a button on the sheet, and as JSON.</summary>
internal static class KeepAppraisal
{
    private static readonly AppraisalStep[] Steps =
    [
        new("count", "重新计算", "已按现在的工单和规则重新计算。", (desk, sheet, act, ct) => desk.Recount(sheet, act, ct)),
        new("publication", "公布考核结果", "已公布，各单位可以在期限内申诉。", (desk, sheet, act, ct) => desk.Publish(sheet, act, ct)),
        new("finalisation", "考核定稿", "已定稿，结果不再变动。", (desk, sheet, act, ct) => desk.Finalise(sheet, act, ct)),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var step in Steps)
        {
            app.MapPost($"{ListAppraisals.Here}/{{month}}/{step.Noun}", async (HttpContext http, string month, IFormCollection form, AppraisalDesk desk, CancellationToken ct) =>
            {
                await desk.Change(http, month, null, (sheet, act) => step.Do(desk, sheet, act, ct), ct);
                return Page.Then(http, $"{ListAppraisals.Here}/{month}", step.Done);
            }).RequirePermission(AppraisalPermissions.Keep);
            app.MapPost($"/api/v1/appraisals/{{month}}/{step.Noun}", async Task<Ok<AppraisalView>> (HttpContext http, string month, AppraisalDesk desk, AppraisalReading reading, CancellationToken ct) =>
            {
                await desk.Change(http, month, null, (sheet, act) => step.Do(desk, sheet, act, ct), ct);
                return TypedResults.Ok(await reading.Of(http, month, ct));
            }).RequirePermission(AppraisalPermissions.Keep).Described(step.Text);
        }
    }
}
