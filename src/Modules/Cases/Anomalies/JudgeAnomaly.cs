using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Anomalies;

/// <summary>核对异常 — the unit explains; the centre accepts, sends back, leaves out of the figures or takes in again.</summary>
internal static class JudgeAnomaly
{
    private const string Path = "/desk/anomalies/{id:guid}";
    private const int Longest = 500;

    public static readonly IReadOnlyList<JudgeVerb> Verbs =
    [
        new(AnomalyVerb.Accept, "acceptance", "说明成立，办件照常计入指标。", false),
        new(AnomalyVerb.Return, "return", "退回单位重新说明。", true),
        new(AnomalyVerb.Exclude, "exclusion", "办件不再计入任何办件指标，指标旁注明剔除件数；以后可以恢复。", true),
        new(AnomalyVerb.Restore, "restoration", "办件重新计入指标，并由单位重新说明。", true),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async (HttpContext http, Guid id, AnomalyDesk desk, CancellationToken ct) =>
            Page.Of<AnomalyPage>(http, await desk.View(http, id, new("", "", false), new(), ct))).RequirePermission(AnomalyPermissions.Read);
        app.MapPost(Path + "/explanation", Explain).RequirePermission(AnomalyPermissions.Explain);
        app.MapPost(Path + "/acceptance", (HttpContext http, Guid id, IFormCollection form, AnomalyDesk desk, CancellationToken ct) =>
            Judge(http, id, desk, Verbs[0], (a, _, act) => a.Accept(act), ct)).RequirePermission(AnomalyPermissions.Judge);
        app.MapPost(Path + "/return", (HttpContext http, Guid id, IFormCollection form, AnomalyDesk desk, CancellationToken ct) =>
            Judge(http, id, desk, Verbs[1], (a, _, act) => a.Return(act), ct)).RequirePermission(AnomalyPermissions.Judge);
        app.MapPost(Path + "/exclusion", (HttpContext http, Guid id, IFormCollection form, AnomalyDesk desk, CancellationToken ct) =>
            Judge(http, id, desk, Verbs[2], (a, c, act) => a.Exclude(c, act), ct)).RequirePermission(AnomalyPermissions.Judge);
        app.MapPost(Path + "/restoration", (HttpContext http, Guid id, IFormCollection form, AnomalyDesk desk, CancellationToken ct) =>
            Judge(http, id, desk, Verbs[3], (a, c, act) => a.Restore(c, act), ct)).RequirePermission(AnomalyPermissions.Judge);
    }

    private static async Task<IResult> Explain(HttpContext http, Guid id, IFormCollection form, AnomalyDesk desk, CancellationToken ct)
    {
        var (errors, typed) = (new FormErrors(), new AnomalyTyped("explanation", http.Request.Text("explanation", Longest), form["alike"].FirstOrDefault() == "true"));
        if (typed.Reason.Length < 2)
        {
            errors.Add("explanation", $"请说明情况，2 至 {Longest} 字。");
            return Page.Again<AnomalyPage>(http, await desk.View(http, id, typed, errors, ct));
        }

        await desk.Explain(http, id, typed.Reason, typed.Alike, ct);
        return Page.Then(http, $"/desk/anomalies/{id}", "已说明，等中心核对。");
    }

    private static async Task<IResult> Judge(HttpContext http, Guid id, AnomalyDesk desk, JudgeVerb verb, Action<Anomaly, Case, Act> act, CancellationToken ct)
    {
        var (errors, reason) = (new FormErrors(), http.Request.Text(verb.Noun, Longest));
        if (verb.NeedsReason && reason.Length < 2)
        {
            errors.Add(verb.Noun, $"请写明原因，2 至 {Longest} 字。");
            return Page.Again<AnomalyPage>(http, await desk.View(http, id, new(verb.Noun, reason, false), errors, ct));
        }

        await desk.Judge(http, id, reason.Length == 0 ? null : reason, act, ct);
        return Page.Then(http, $"/desk/anomalies/{id}", $"{Label.Of(verb.Verb)}：已记入办理日志。");
    }
}
