using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Hotline.Contracts;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Visits;

/// <summary>A visit as a program sends it.</summary>
public sealed record VisitInput(
    [property: Required(ErrorMessage = "请填写 reached：是否联系上。")] bool? Reached, Attitude? Attitude, CallerResult? Result,
    [property: MaxLength(500, ErrorMessage = "记录不能超过 500 个字。")] string? Note);

/// <summary>回访 — attitude and result are asked apart, and never overwrite what was said before.</summary>
internal static class VisitCaller
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/visits", (HttpContext http, Guid id, OrderDesk desk, CancellationToken ct) =>
            OrderPages.Show<VisitPage>(http, id, OrderVerb.Visit, OrderPermissions.Decide, desk, ct)).RequirePermission(OrderPermissions.Decide);
        app.MapPost("/desk/orders/{id:guid}/visits", Post).RequirePermission(OrderPermissions.Decide);
        app.MapPost("/api/v1/orders/{id:guid}/visits", (HttpContext http, Guid id, VisitInput input, OrderDesk desk, CancellationToken ct) =>
            desk.ChangeByApi(http, id, OrderPermissions.Decide, Change(new(VisitBy.Office, input.Reached!.Value, input.Attitude, input.Result, input.Note?.Trim() ?? "")), ct)).RequirePermission(OrderPermissions.Decide).Described("登记回访");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, CancellationToken ct)
    {
        var (errors, reached) = (new FormErrors(), form["reached"].FirstOrDefault());
        var attitude = Enum.TryParse<Attitude>(form["attitude"], out var a) && Enum.IsDefined(a) ? a : (Attitude?)null;
        var result = Enum.TryParse<CallerResult>(form["result"], out var r) && Enum.IsDefined(r) ? r : (CallerResult?)null;
        if (reached is not ("yes" or "no"))
        {
            errors.Add("reached", "请选择是否联系上。");
        }

        if (reached == "yes" && attitude is null)
        {
            errors.Add("attitude", "联系上的，请记录对办理态度的评价。");
        }

        if (reached == "yes" && result is null)
        {
            errors.Add("result", "联系上的，请记录对办理结果的评价。");
        }

        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, OrderPermissions.Decide, Change(new(VisitBy.Office, reached == "yes", attitude, result, http.Request.Text("note", 500))), desk, "已登记回访。", ct),
            status => OrderPages.Again<VisitPage>(http, id, OrderPermissions.Decide, errors, desk, ct, status), KeptForm.AnyRule);
    }

    private static OrderChange Change(VisitDraft draft) => new((o, by) => o.Visit(draft, by.Act));
}
