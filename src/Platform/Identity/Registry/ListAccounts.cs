using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Journal;
using Yimen.Platform.Points;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Registry;

public sealed record AccountsView(AccountFilter Filter, IReadOnlyList<AccountSummary> Rows, Paging Paging, bool MayOpen)
{
    public string? Purpose { get; init; }
    public FormErrors? Errors { get; init; }
}

public sealed record ExportAccountsInput
{
    public string? Purpose { get; init; }

    public string? Q { get; init; }

    public string? Kind { get; init; }

    public string? State { get; init; }

    public string? Role { get; init; }

    internal AccountFilter Filter => new(Q, Kind, State, Role, null);
}

/// <summary>账号 — the register as administrators see it. Citizens' numbers are masked here and in the export.</summary>
internal static class ListAccounts
{
    private const string Here = "/desk/accounts";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(AccountRights.Read);
        app.MapPost(Here + "/export", Export).RequirePermission(AccountRights.Read);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] AccountFilter filter, AppDb db, CountyScope scope, PermissionTable table) =>
        Page.Of<AccountsPage>(http, await View(http, filter, db, scope, table));

    private static async Task<AccountsView> View(HttpContext http, AccountFilter filter, AppDb db, CountyScope scope, PermissionTable table)
    {
        var rows = filter.Of(db);
        var paging = Paging.Of(http.Request.Query["page"], http.Request.Query["size"], await rows.CountAsync(http.RequestAborted));
        var shown = await filter.Sorted(rows).Skip(paging.Skip).Take(paging.Size).ToListAsync(http.RequestAborted);
        var (units, named) = (http.RequestServices.GetRequiredService<UnitNames>(), new List<AccountSummary>());
        foreach (var account in shown)
        {
            named.Add(await AccountSummary.Of(account, scope.County.Keys).Named(units, http.RequestAborted));
        }

        return new(filter, named, paging, http.Visitor.May(table, AccountRights.Manage));
    }

    private static async Task<IResult> Export(
        HttpContext http, [FromForm] ExportAccountsInput input, AppDb db, CountyScope scope, PermissionTable table, Writer writer)
    {
        if (input.Purpose?.Trim() is not { Length: >= 2 and <= 200 } purpose)
        {
            var errors = new FormErrors();
            errors.Add("purpose", "请填写导出用途，2至200字。");
            return Page.Again<AccountsPage>(http, await View(http, input.Filter, db, scope, table) with { Purpose = input.Purpose, Errors = errors });
        }

        var act = http.Act(purpose);
        var rows = await input.Filter.Sorted(input.Filter.Of(db)).ToListAsync(http.RequestAborted);
        var ids = (IdSource)http.RequestServices.GetService(typeof(IdSource))!;
        await writer.Write(act, () => { db.Add(ExportRecord.Of(ids.NewId(act.Now), act, ExportOfList.ByForm(http.Request, "账号", rows.Count), purpose)); return Task.CompletedTask; }, http.RequestAborted);
        return Sheet.Of($"账号{act.Today:yyyyMMdd}.xlsx", rows.Select(a => Cells(AccountSummary.Of(a, scope.County.Keys))));
    }

    private static Dictionary<string, object?> Cells(AccountSummary a) => new()
    {
        ["登录名"] = a.User,
        ["姓名"] = a.Name,
        ["类型"] = Label.Of(a.Kind),
        ["状态"] = Label.Of(a.State),
        ["单位"] = a.Unit,
        ["授权"] = string.Join("；", a.Grants),
        ["身份证号码"] = a.ResidentId,
        ["手机号码"] = a.Mobile,
        ["身份核验"] = a.AssuranceText,
        ["动态口令"] = a.HasSecondFactor ? "已启用" : "未启用",
        ["开立时间"] = Dates.Moment(a.OpenedAt),
        ["最近登录"] = a.LastSignIn is { } last ? Dates.Moment(last) : "",
    };
}
