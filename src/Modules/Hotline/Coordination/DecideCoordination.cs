using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Coordination;

public sealed record CoordinationView(OrderVerbView Order, string Why, IReadOnlyList<Choice> Units, DateOnly Today);

/// <summary>协调决定 — what the meeting said: who took part, the minutes, the decision, who leads until when, what others do.</summary>
internal static class DecideCoordination
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/coordination", async (HttpContext http, Guid id, OrderDesk desk, AppDb db, CancellationToken ct) =>
            Page.Of<CoordinationPage>(http, await View(http, id, desk, db, new(), ct))).RequirePermission(OrderPermissions.Decide);
        app.MapPost("/desk/orders/{id:guid}/coordination", Post).RequirePermission(OrderPermissions.Decide);
        app.MapPost("/api/v1/orders/{id:guid}/coordination", async Task<Results<Ok<OrderStanding>, ValidationProblem>> (HttpContext http, Guid id, MeetingInput input, OrderDesk desk, AppDb db, CancellationToken ct) =>
        {
            var errors = new FormErrors();
            return await input.Read(db, errors, ct) is { } draft
                ? await desk.ChangeByApi(http, id, OrderPermissions.Decide, new OrderChange((o, by) => o.DecideCoordination(draft, by.Act)), ct)
                : BadInput.Problem(errors);
        }).RequirePermission(OrderPermissions.Decide).Described("记录协调会议的决定");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, AppDb db, CancellationToken ct)
    {
        var errors = new FormErrors();
        var draft = await MeetingInput.Posted(http.Request).Read(db, errors, ct);
        return await KeptForm.Try(errors,
            async () =>
            {
                var done = await OrderPages.Do(http, id, OrderPermissions.Decide, new OrderChange((o, by) => o.DecideCoordination(draft!, by.Act)), desk, "已记录协调决定，下次派单时作为依据；任务已交给各单位。", ct);
                return form["rule"] == "true" ? Page.Then(http, $"/desk/orders/{id}/dispatch-rule", "已记录协调决定。请核对并定为派单规则。") : done;
            },
            async status => Page.Of<CoordinationPage>(http, await View(http, id, desk, db, errors, ct), status), ("met-on", "metOn"), ("duty-due", "due"), KeptForm.AnyRule);
    }

    private static async Task<CoordinationView> View(HttpContext http, Guid id, OrderDesk desk, AppDb db, FormErrors errors, CancellationToken ct)
    {
        var found = await desk.Find(http, id, OrderPermissions.Decide, ct);
        OrderLifecycle.Table.After(found.State, OrderVerb.DecideCoordination);
        var open = found.OpenCoordination ?? throw new RuleViolation("no-coordination", "没有等待决定的协调。");
        var units = await db.UnitRefs.AsNoTracking().Where(u => !u.Closed && u.Id != found.ReportedUnit).OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        return new(await OrderPages.View(http, found, desk, errors, ct), open.Why, units, http.Act().Today);
    }
}
