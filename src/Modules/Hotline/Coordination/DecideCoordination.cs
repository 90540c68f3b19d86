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

namespace Yimen.Hotline.Coordination;

public sealed record CoordinationView(OrderVerbView Order, string Why, IReadOnlyList<Choice> Units);

/// <summary>协调决定 — what the meeting said: who took part, what was decided, who leads.</summary>
internal static class DecideCoordination
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/coordination", async (HttpContext http, Guid id, OrderDesk desk, AppDb db, CancellationToken ct) =>
            Page.Of<CoordinationPage>(http, await View(http, id, desk, db, new(), ct))).RequirePermission(OrderPermissions.Decide);
        app.MapPost("/desk/orders/{id:guid}/coordination", Post).RequirePermission(OrderPermissions.Decide);
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, AppDb db, CancellationToken ct)
    {
        var (units, decision, lead, errors) = (http.Request.Text("units", 200), http.Request.Text("decision", 1000), new UnitId(http.Request.Text("lead", 40)), new FormErrors());
        if (units.Length == 0)
        {
            errors.Add("units", "请写明参加协调的单位。");
        }

        if (decision.Length < 5)
        {
            errors.Add("decision", "请写明协调决定，不少于 5 个字。");
        }

        if (!await db.UnitRefs.AnyAsync(u => u.Id == lead && !u.Closed, ct))
        {
            errors.Add("lead", "请选择牵头单位。");
        }

        return await KeptForm.Try(errors,
            async () =>
            {
                var done = await OrderPages.Do(http, id, OrderPermissions.Decide, new OrderChange((o, by) => o.DecideCoordination(units, decision, lead, by.Act)), desk, "已记录协调决定，下次派单时作为依据。", ct);
                return form["rule"] == "true" ? Page.Then(http, $"/desk/orders/{id}/dispatch-rule", "已记录协调决定。请核对并定为派单规则。") : done;
            },
            async status => Page.Of<CoordinationPage>(http, await View(http, id, desk, db, errors, ct), status), KeptForm.AnyRule);
    }

    private static async Task<CoordinationView> View(HttpContext http, Guid id, OrderDesk desk, AppDb db, FormErrors errors, CancellationToken ct)
    {
        var found = await desk.Find(http, id, OrderPermissions.Decide, ct);
        OrderLifecycle.Table.After(found.State, OrderVerb.DecideCoordination);
        var open = found.OpenCoordination ?? throw new RuleViolation("no-coordination", "没有等待决定的协调。");
        var units = await db.UnitRefs.AsNoTracking().Where(u => !u.Closed).OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        return new(await OrderPages.View(http, found, desk, errors, ct), open.Why, units);
    }
}
