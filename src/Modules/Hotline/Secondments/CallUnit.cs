using System.ComponentModel.DataAnnotations;
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

namespace Yimen.Hotline.Secondments;

/// <summary>Which unit is called upon, and why, as a program sends it.</summary>
public sealed record SecondmentCallInput(
    [property: Required(ErrorMessage = "请填写单位 unit。"), MaxLength(40, ErrorMessage = "单位代码不能超过 40 个字符。")] string? Unit,
    [property: Required(ErrorMessage = "请填写原因 why。"), MinLength(CallUnit.Least, ErrorMessage = "请写清原因，不少于 4 个字。"), MaxLength(200, ErrorMessage = "原因不能超过 200 个字。")] string? Why);

public sealed record SecondmentCallView(IReadOnlyList<Choice> Units, string Unit, string Why, FormErrors Errors);

/// <summary>列入选派 by the office's own word — for what no share tells: hard matters, a hot issue.</summary>
internal static class CallUnit
{
    public const int Least = 4;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(ListSecondments.Here, Post).RequirePermission(SecondmentPermissions.Keep);
        app.MapPost("/api/v1/secondments", async Task<Created<SecondmentStanding>> (HttpContext http, SecondmentCallInput input, AppDb db, Writer writer, SecondmentCalls calls, SecondmentDesk desk, CancellationToken ct) =>
        {
            var unit = await Unit(db, input.Unit, ct) ?? throw new RuleViolation("secondment-unit", "没有这个单位，或者这个单位不能列入选派。");
            var s = await desk.Find(http, await Call(http, unit, input.Why!.Trim(), writer, calls, ct), ct);
            return TypedResults.Created($"{ListSecondments.Here}/{s.Id}", new SecondmentStanding(s.Id, s.State, s.PersonName, s.From, s.Until));
        }).RequirePermission(SecondmentPermissions.Keep).Described("把一个单位列入选派");
    }

    /// <summary>The form with what was typed; null for who may not call.</summary>
    public static async Task<SecondmentCallView?> View(HttpContext http, AppDb db, PermissionTable table, FormErrors errors, CancellationToken ct)
    {
        if (!http.Visitor.May(table, SecondmentPermissions.Keep))
        {
            return null;
        }

        var posted = http.Request.HasFormContentType;
        var units = await Callable(db).OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new { u.Id, u.ShortName, u.Kind }).ToListAsync(ct);
        return new([.. units.Select(u => new Choice(u.Id.Value, u.ShortName, null, Label.Of(u.Kind)))], posted ? http.Request.Text("unit", 40) : "", posted ? http.Request.Text("why", 200) : "", errors);
    }

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, AppDb db, Writer writer, SecondmentCalls calls, PermissionTable table, CancellationToken ct)
    {
        var (why, unit, errors) = (http.Request.Text("why", 200), await Unit(db, http.Request.Text("unit", 40), ct), new FormErrors());
        if (unit is null)
        {
            errors.Add("unit", "请选择单位。");
        }

        if (why.Length < Least)
        {
            errors.Add("why", $"请写清原因，不少于 {Least} 个字。");
        }

        return errors.Count > 0
            ? Page.Again<SecondmentsPage>(http, await ListSecondments.View(http, new(null, null, null, null, null, null), db, table, ct) with { Call = await View(http, db, table, errors, ct) })
            : Page.Then(http, $"{ListSecondments.Here}/{await Call(http, unit!.Value, why, writer, calls, ct)}", "已列入选派，等待单位确定人选。");
    }

    private static async Task<Guid> Call(HttpContext http, UnitId unit, string why, Writer writer, SecondmentCalls calls, CancellationToken ct)
    {
        var act = http.Act();
        return await writer.Write(act, http.IdempotencyKey, async () => (await calls.Call(unit, why, act, ct)).Id, ct);
    }

    private static async Task<UnitId?> Unit(AppDb db, string? code, CancellationToken ct) =>
        UnitId.TryParse(code, null, out var unit) && await Callable(db).AnyAsync(u => u.Id == unit, ct) ? unit : null;

    private static IQueryable<UnitRef> Callable(AppDb db) => db.UnitRefs.AsNoTracking().Where(u => !u.Closed && u.Kind != UnitKind.Centre && u.Kind != UnitKind.Village);
}
