using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Units;

public sealed record UnitVerbInput
{
    public string? Reason { get; init; }
}

public sealed record UnitVerbView(string Id, string Name, string Verb, string Path, string Effect, UnitVerbInput Input, FormErrors Errors);

/// <summary>撤销与恢复单位, each with its reason.</summary>
internal static class CloseUnit
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        Map(app, "closure", UnitVerb.Close, "撤销后不能再为该单位新增事项和窗口；已有事项、办件和历史数据保持不变。", (unit, act) => unit.Close(act));
        Map(app, "restoration", UnitVerb.Restore, "恢复后该单位重新在册。", (unit, act) => unit.Restore(act));
    }

    private static void Map(IEndpointRouteBuilder app, string noun, UnitVerb verb, string effect, Action<Unit, Act> apply)
    {
        var group = app.MapGroup($"/desk/units/{{id}}/{noun}").RequirePermission("organization.edit").ExcludeFromDescription();
        group.MapGet("", async (HttpContext http, string id, AppDb db, CancellationToken ct) =>
            Page.Of<UnitVerbPage>(http, View(await db.UnitCalled(id, ct), new(), new())));
        group.MapPost("", async (HttpContext http, string id, [FromForm] UnitVerbInput input, AppDb db, Writer writer, CancellationToken ct) =>
        {
            var unit = await db.UnitCalled(id, ct);
            if (string.IsNullOrWhiteSpace(input.Reason) || input.Reason.Trim().Length > 200)
            {
                var errors = new FormErrors();
                errors.Add("reason", $"请填写{Label.Of(verb)}原因，不超过 200 字。");
                return Page.Again<UnitVerbPage>(http, View(unit, input, errors));
            }

            var act = http.Act(input.Reason);
            await writer.Write(act, () =>
            {
                apply(unit, act);
                return Task.CompletedTask;
            }, ct);
            return Page.Then(http, $"/desk/units/{id}", $"已{Label.Of(verb)}“{unit.Name}”。");
        });

        UnitVerbView View(Unit unit, UnitVerbInput input, FormErrors errors) => new(unit.Id.Value, unit.Name, Label.Of(verb), $"/desk/units/{unit.Id}/{noun}", effect, input, errors);
    }
}
