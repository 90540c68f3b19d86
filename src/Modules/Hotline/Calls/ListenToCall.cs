using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Unmasking;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

/// <param name="Shown">Where the recording lies; only in the answer to the post that gave the purpose.</param>
public sealed record ListenView(Guid Id, string When, string Agent, string Purpose, FormErrors Errors, string? Shown);

/// <summary>调取录音 — under which reference the telephone system keeps it: asked for a purpose, journaled first, shown once. Of an order under secrecy only to who may see its caller.</summary>
internal static class ListenToCall
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/calls/{id:guid}/recording", async (HttpContext http, Guid id, CallDesk desk, AppDb db, PermissionTable table, CancellationToken ct) =>
            Page.Of<ListenPage>(http, View(await Allowed(http, id, desk, db, table, ct), "", new()))).RequirePermission(CallSlices.Listen);
        app.MapPost("/desk/calls/{id:guid}/recording", Post).RequirePermission(CallSlices.Listen);
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CallDesk desk, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var (call, purpose) = (await Allowed(http, id, desk, db, table, ct), form["purpose"].FirstOrDefault()?.Trim() ?? "");
        if (purpose.Length is < 2 or > 200)
        {
            var errors = new FormErrors();
            errors.Add("purpose", "请写明调取录音的用途，2 至 200 字，例如：核实诉求人反映的话务员态度。");
            return Page.Again<ListenPage>(http, View(call, purpose, errors));
        }

        var act = http.Act(purpose);
        var shown = await desk.Change(id, null, act, c => { c.Listen(act); return c.Recording; }, ct);
        http.Response.Headers.CacheControl = "no-store";
        return Page.Of<ListenPage>(http, View(call, purpose, new()) with { Shown = shown });
    }

    /// <summary>Whether a visitor may ask for the recording of a call at all.</summary>
    public static async Task<bool> May(HttpContext http, HotlineCall call, AppDb db, PermissionTable table, CancellationToken ct)
    {
        if (call.Recording.Length == 0 || !call.Can(CallVerb.Listen) || !http.Visitor.May(table, CallSlices.Listen))
        {
            return false;
        }

        var order = call.OrderId is { } id ? await db.Orders.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, ct) : null;
        return order is null || (order.Secret ? ShowRequester.Sees(order, http.Visitor, table) : order.ReportedUnit is not { } reported || reported != http.Visitor.Actor.Unit);
    }

    private static async Task<HotlineCall> Allowed(HttpContext http, Guid id, CallDesk desk, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var call = await desk.Find(id, ct);
        return await May(http, call, db, table, ct) ? call : throw new NotThere();
    }

    private static ListenView View(HotlineCall c, string purpose, FormErrors errors) => new(c.Id, Dates.Moment(c.RingingAt), c.AgentName, purpose, errors, null);
}
