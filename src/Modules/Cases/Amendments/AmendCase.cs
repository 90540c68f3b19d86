using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Amendments;

/// <summary>更正 — directly until the unit takes the case up, afterwards by asking the unit; the same form.</summary>
internal static class AmendCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/amendment", Show).RequirePermission(CounterPermissions.Amend);
        app.MapPost("/desk/cases/{id:guid}/amendment", Post).RequirePermission(CounterPermissions.Amend);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, CountyScope scope, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CounterPermissions.Amend, ct);
        return Page.Of<AmendPage>(http, View(found, AmendInput.Of(found, scope.County.Keys) with { Phone = "" }, "", new()));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CountyScope scope, AppDb db, IdSource ids, CancellationToken ct)
    {
        var (errors, why, keys) = (new FormErrors(), http.Request.Text("reason", 200), scope.County.Keys);
        var found = await desk.Find(http, id, CounterPermissions.Amend, ct);
        var typed = Typed(form);
        // a phone left empty stays as it is: the form does not show it in clear
        var clean = typed.Phone.Length == 0 ? Check(typed with { Phone = keys.Open(found.Applicant.Phone) ?? "" }, errors) : Check(typed, errors);
        if (clean.Against(found, keys).Against(found).Count == 0)
        {
            errors.Add("", "没有改动任何内容。");
        }

        if (!found.MayAmend && why.Length < 2)
        {
            errors.Add("reason", "请写明为什么是笔误。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<AmendPage>(http, View(found, typed, why, errors));
        }

        var change = found.MayAmend
            ? new CaseChange((c, act, _) => c.Amend(clean.Against(c, keys), CounterWindows.Last(http), act))
            : new CaseChange((c, act, _) => { db.Add(AmendmentRequest.Ask(ids.NewId(act.Now), c, clean.Against(c, keys), clean.Sealed(keys), act)); }) { Reason = why };
        await desk.Change(http, id, CounterPermissions.Amend, change with { Version = http.Request.SeenVersion, Seen = form["seen"].FirstOrDefault(), Typed = TypedWords.Of(form) }, ct);
        return Page.Then(http, $"/desk/cases/{id}", found.MayAmend ? "已更正，原内容保留在办理日志。" : "已提交更正申请，等部门同意。");
    }

    private static AmendInput Typed(IFormCollection form) => new()
    {
        Name = form["name"].FirstOrDefault()?.Trim() ?? "", Phone = form["phone"].FirstOrDefault()?.Trim() ?? "", Address = form["address"].FirstOrDefault()?.Trim() ?? "",
        Agent = form["agent"].FirstOrDefault()?.Trim() ?? "", Request = form["request"].FirstOrDefault()?.Trim() ?? "",
    };

    private static AmendInput Check(AmendInput typed, FormErrors errors)
    {
        foreach (var (field, value, most, least) in new[] { ("name", typed.Name, 100, 1), ("address", typed.Address, 200, 0), ("agent", typed.Agent, 50, 0), ("request", typed.Request, 2000, 0) })
        {
            if (value.Length < least || value.Length > most)
            {
                errors.Add(field, value.Length < least ? "请填写姓名或名称。" : $"不能超过 {most} 个字。");
            }
        }

        if (Phone.TryParse(typed.Phone, out var phone, out var fault))
        {
            return typed with { Phone = phone.Value };
        }

        errors.Add("phone", fault);
        return typed;
    }

    private static AmendView View(Case c, AmendInput input, string why, FormErrors errors) => new(c.Id, c.Number, c.ItemName, Label.Of(c.State), c.MayAmend, c.Trail.Count, input, why, errors);
}

/// <param name="Directly">The unit has not taken it up: the clerk mends it alone.</param>
public sealed record AmendView(Guid Id, string Number, string Item, string State, bool Directly, int Version, AmendInput Input, string Why, FormErrors Errors)
{
    public string Href => $"/desk/cases/{Id}";
}
