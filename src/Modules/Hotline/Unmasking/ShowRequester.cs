using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Unmasking;

/// <summary>Shown once, in the answer to the post that gave the reason.</summary>
public sealed record ShownRequester(string Name, string Phone, string Callback, string Sex, string IdNumber);

public sealed record RequesterView(Guid Id, string Number, string Title, bool Secret, string Reason, FormErrors Errors)
{
    public ShownRequester? Shown { get; init; }

    public string Href => $"/desk/orders/{Id}";
}

/// <summary>查看诉求人 — name and telephone in full: asked with a reason, journaled first, shown once. Under secrecy only to who handles it; never to whom it speaks of.</summary>
internal static class ShowRequester
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/requester", async (HttpContext http, Guid id, OrderDesk desk, PermissionTable table, CancellationToken ct) =>
            Page.Of<RequesterPage>(http, View(await Allowed(http, id, desk, table, ct), "", new()))).RequirePermission(OrderPermissions.Unmask);
        app.MapPost("/desk/orders/{id:guid}/requester", Show).RequirePermission(OrderPermissions.Unmask);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, PermissionTable table, CountyScope scope, CancellationToken ct)
    {
        var (found, reason) = (await Allowed(http, id, desk, table, ct), http.Request.Text("reason", 200));
        if (reason.Length < 2)
        {
            var errors = new FormErrors();
            errors.Add("reason", "请写明查看的理由，例如：电话核实情况。");
            return Page.Again<RequesterPage>(http, View(found, reason, errors));
        }

        await desk.Change(http, id, OrderPermissions.Unmask, new OrderChange((o, by) => o.Unmask(by.Act)) { Reason = reason }, ct);
        http.Response.Headers.CacheControl = "no-store";
        var (r, keys) = (found.Requester, scope.County.Keys);
        return Page.Of<RequesterPage>(http, View(found, reason, new()) with
        {
            Shown = new(r.Anonymous ? "匿名" : keys.Open(r.Name) ?? "未留", keys.Open(r.Phone) ?? "未留", keys.Open(r.Callback) ?? "", r.Sex is Sex.Male or Sex.Female ? Label.Of(r.Sex) : "", keys.Open(r.IdNumber) ?? ""),
        });
    }

    private static async Task<WorkOrder> Allowed(HttpContext http, Guid id, OrderDesk desk, PermissionTable table, CancellationToken ct)
    {
        var found = await desk.Find(http, id, OrderPermissions.Unmask, ct);
        return Sees(found, http.Visitor, table) ? found : throw new NotThere();
    }

    /// <summary>Under secrecy: while a unit has it the one who signed, before and afterwards the hotline office that has to ask; an assisting unit never, and never whom it speaks of.</summary>
    internal static bool Sees(WorkOrder o, Visitor visitor, PermissionTable table)
    {
        var (me, office) = (visitor.Actor, visitor.May(table, OrderPermissions.Dispatch));
        var atUnit = o.State is OrderState.Signed or OrderState.Handling or OrderState.UnitReview or OrderState.OfficeReview;
        var handles = atUnit ? o.HandlerId == me.AccountId : office;
        var spokenOf = o.ReportedUnit is { } reported && reported == me.Unit;
        return visitor.May(table, OrderPermissions.Unmask) && !spokenOf && (o.Secret ? handles : office || me.Unit == o.Unit);
    }

    private static RequesterView View(WorkOrder o, string reason, FormErrors errors) => new(o.Id, o.Number, o.Title, o.Secret, reason, errors);
}
