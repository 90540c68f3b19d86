using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Grievances;

/// <summary>One verb's page: its words, its noun in the address, who may.</summary>
internal sealed record GrievanceStep(GrievanceVerb Verb, string Text, string Noun, string Permission, string Happens, string Done);

/// <summary>转办、不予登记、答复、退回、办结 — each on a short page that says what will happen.</summary>
internal static class ChangeGrievance
{
    private const int MostWords = 1000;
    private const int LeastWords = 10;

    public static readonly IReadOnlyList<GrievanceStep> All =
    [
        new(GrievanceVerb.Answer, "答复", "answer", CounterPermissions.AnswerGrievance, "答复交中心审核，审核通过后反映人可以看到。写明查到了什么、现在怎么办、谁来联系。", "已答复，等待中心审核。"),
        new(GrievanceVerb.Close, "审核办结", "closure", CounterPermissions.SettleGrievance, "办结后反映人可以看到答复和整改措施；原因计入月表。", "已办结。"),
        new(GrievanceVerb.Return, "退回重新答复", "return", CounterPermissions.SettleGrievance, "退回原单位，答复期限重新计算。", "已退回原单位。"),
        new(GrievanceVerb.Dispatch, "转办", "dispatch", CounterPermissions.SettleGrievance, "转给被反映的单位，由单位负责人在期限内答复；转错了可以改转。期限从登记当日起算，不因转办延长。", "已转办。"),
        new(GrievanceVerb.Decline, "不予登记", "refusal", CounterPermissions.SettleGrievance, "不属于办不成事的（例如投诉态度、举报、信访），写明原因和应当找哪里，反映人可以看到。", "已记录不予登记。"),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var step in All)
        {
            app.MapGet($"/desk/grievances/{{id:guid}}/{step.Noun}", (HttpContext http, Guid id, AppDb db, GrievanceDesk desk, GrievanceReading reading, CancellationToken ct) =>
                Show(http, id, step, (db, desk, reading), ct)).RequirePermission(step.Permission);
            app.MapPost($"/desk/grievances/{{id:guid}}/{step.Noun}", (HttpContext http, Guid id, IFormCollection form, AppDb db, GrievanceDesk desk, GrievanceReading reading, CancellationToken ct) =>
                Post(http, id, step, (db, desk, reading), ct)).RequirePermission(step.Permission);
        }
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, GrievanceStep step, (AppDb Db, GrievanceDesk Desk, GrievanceReading Reading) by, CancellationToken ct)
    {
        var found = await by.Desk.Find(http, id, step.Permission, ct);
        GrievanceLifecycle.Table.After(found.State, step.Verb);
        return Page.Of<StepPage>(http, await View(http, found, step, by, new(), ct));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, GrievanceStep step, (AppDb Db, GrievanceDesk Desk, GrievanceReading Reading) by, CancellationToken ct)
    {
        var errors = new FormErrors();
        var verb = await Read(http, step.Verb, by.Db, errors, ct);
        if (verb is null)
        {
            return Page.Again<StepPage>(http, await View(http, await by.Desk.Find(http, id, step.Permission, ct), step, by, errors, ct));
        }

        var reason = step.Verb is GrievanceVerb.Decline or GrievanceVerb.Return ? http.Request.Text("text", MostWords) : null;
        await by.Desk.Change(http, id, step.Permission, reason, verb, ct);
        return Page.Then(http, $"/desk/grievances/{id}", step.Done);
    }

    /// <summary>The verb with what was typed for it; null with the fault at its field.</summary>
    private static async Task<Action<Grievance, Act, LegalClock>?> Read(HttpContext http, GrievanceVerb verb, AppDb db, FormErrors errors, CancellationToken ct)
    {
        var (text, today) = (http.Request.Text("text", MostWords), http.Act().Today);
        switch (verb)
        {
            case GrievanceVerb.Dispatch:
                var typed = http.Request.Text("unit", 40);
                var unit = await db.UnitRefs.AsNoTracking().Where(u => !u.Closed).ToListAsync(ct) is { } units ? units.Find(u => u.Id.Value == typed) : null;
                return unit is null ? Fault("unit", "请选择由哪个单位答复。") : (g, act, _) => g.Dispatch(unit.Id, act);
            case GrievanceVerb.Close:
                var cause = GrievanceRules.CausesOn(today).FirstOrDefault(c => c.Code == http.Request.Text("cause", 4));
                return cause is null ? Fault("cause", "请选择原因。") : cause.Ours && text.Length < LeastWords ? Fault("text", $"原因是“{cause.Name}”，请写明整改措施，不少于 {LeastWords} 字。")
                    : (g, act, _) => g.Close(cause, text, act);
            case var _ when text.Length < LeastWords:
                return Fault("text", $"请写清楚，不少于 {LeastWords} 字。");
            case GrievanceVerb.Answer:
                return (g, act, _) => g.Answer(text, act);
            case GrievanceVerb.Return:
                return (g, act, clock) => g.Return(act, clock);
            default:
                return (g, act, _) => g.Decline(act);
        }

        Action<Grievance, Act, LegalClock>? Fault(string field, string message)
        {
            errors.Add(field, message);
            return null;
        }
    }

    private static async Task<StepView> View(HttpContext http, Grievance g, GrievanceStep step, (AppDb Db, GrievanceDesk Desk, GrievanceReading Reading) by, FormErrors errors, CancellationToken ct)
    {
        var (today, typed) = (http.Act().Today, http.Request.HasFormContentType);
        var units = step.Verb == GrievanceVerb.Dispatch
            ? await by.Db.UnitRefs.Where(u => !u.Closed).OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.Name, null, null)).ToListAsync(ct)
            : [];
        var proposed = g.ItemId is { } item ? await by.Db.Set<Catalog.Contracts.ItemRef>().Where(i => i.Id == item).Select(i => (UnitId?)i.Unit).FirstOrDefaultAsync(ct) : null;
        return new(await by.Reading.View(g, await by.Desk.Clock(ct), today, ct), step.Text, step.Noun, step.Happens, errors)
        {
            Units = units, Unit = typed ? http.Request.Form["unit"].FirstOrDefault() : g.Unit == g.Centre ? proposed?.Value : g.Unit.Value, Text = typed ? http.Request.Form["text"].FirstOrDefault() ?? "" : "",
            Causes = step.Verb == GrievanceVerb.Close ? [.. GrievanceRules.CausesOn(today).Select(c => new Choice(c.Code, c.Name, null, c.Ours ? "我方原因（须整改）" : "其他原因"))] : [],
            Cause = typed ? http.Request.Form["cause"].FirstOrDefault() : null,
        };
    }
}

/// <summary>What a verb's short page shows.</summary>
public sealed record StepView(GrievanceView Of, string Verb, string Noun, string Happens, FormErrors Errors)
{
    public IReadOnlyList<Choice> Units { get; init; } = [];

    public string? Unit { get; init; }

    public IReadOnlyList<Choice> Causes { get; init; } = [];

    public string? Cause { get; init; }

    public string Text { get; init; } = "";
}
