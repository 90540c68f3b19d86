using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Open311;

/// <summary>设定公开事项 — from a day to come on a class is published so, or not at all; its rules before stay as history.</summary>
internal sealed class SetService(AppDb db, Writer writer, IdSource ids, PermissionTable table)
{
    private const string Here = ListServices.Here + "/{code:regex(^[0-9]{{6}}$)}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, string code, SetService slice, CancellationToken ct) => Page.Of<ServicePage>(http, await slice.View(http, code, null, new(), ct))).RequirePermission(OrderPermissions.Read);
        app.MapPost(Here, (HttpContext http, string code, [FromForm] ServiceInput input, SetService slice, CancellationToken ct) => slice.Post(http, code, input, ct)).RequirePermission(OrderPermissions.SetLimits);
        app.MapPost("/api/v1/open311-services/{code:maxlength(40)}/rules", (HttpContext http, string code, NewServiceRule rule, SetService slice, CancellationToken ct) => slice.Set(http, code, rule, ct))
            .RequirePermission(OrderPermissions.SetLimits).Described("从某一天起公开或者不公开一个内容分类，最早为明天");
    }

    private async Task<Results<Ok<ServiceRow>, ValidationProblem>> Set(HttpContext http, string code, NewServiceRule wanted, CancellationToken ct)
    {
        var errors = new FormErrors();
        _ = (await db.OrderCodes(ct)).HasClass(code, http.Act().Today) ? 0 : throw new NotThere();
        if (Read(code, wanted.AsTyped, errors) is not { } rule)
        {
            return BadInput.Problem(errors);
        }

        await Keep(http, rule, ct);
        return TypedResults.Ok(ServiceRow.Of(rule with { Name = (await db.GeoServices(ct)).NameOf(code, rule.From) }, null));
    }

    private async Task<IResult> Post(HttpContext http, string code, ServiceInput input, CancellationToken ct)
    {
        var errors = new FormErrors();
        _ = (await db.OrderCodes(ct)).HasClass(code, http.Act().Today) ? 0 : throw new NotThere();
        return Read(code, input, errors) is { } rule && await Try(http, rule, errors, ct)
            ? Page.Then(http, $"{ListServices.Here}/{code}", $"自{Dates.Day(rule.From)}起{(rule.Public ? "公开" : "不公开")}。")
            : Page.Again<ServicePage>(http, await View(http, code, input, errors, ct));
    }

    private async Task<bool> Try(HttpContext http, GeoService rule, FormErrors errors, CancellationToken ct)
    {
        try
        {
            await Keep(http, rule, ct);
            return true;
        }
        catch (RuleViolation refused) when (refused.Code.StartsWith("service-", StringComparison.Ordinal))
        {
            db.ChangeTracker.Clear();
            errors.Add(refused.Code switch { "service-backwards" => "from", "service-report" => "type", _ => "public" }, refused.Message);
            return false;
        }
    }

    private Task Keep(HttpContext http, GeoService rule, CancellationToken ct)
    {
        var act = http.Act();
        return writer.Write(act, http.IdempotencyKey, async () =>
        {
            var before = (await db.GeoServices(ct)).Of(rule.Code).FirstOrDefault(r => r.From < rule.From);
            (await ServiceBook.Of(db, () => ids.NewId(act.Now), ct)).Set(rule, before, act);
            return true;
        }, ct);
    }

    private static GeoService? Read(string code, ServiceInput input, FormErrors errors)
    {
        var open = input.Public == "true";
        var asks = AskLines.Read(input.Asks ?? "", out var fault);
        var dated = DateOnly.TryParseExact(input.From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from);
        string Text(string field, string? value, int least, int most, string words)
        {
            var text = value?.Trim() ?? "";
            Must(text.Length >= (open || field == "why" ? least : 0) && text.Length <= most, field, words, errors);
            return text;
        }

        Must(input.Public is "true" or "false", "public", "请选择公开还是不公开。", errors);
        var rule = new GeoService(code, from, open, Text("why", input.Why, 4, 200, "请写明理由，4 至 200 字，例如：城市公共设施，不涉及个人。"), Text("group", input.Group, 2, 20, "公开的事项请填写分组，2 至 20 字，例如：市政设施。"),
            Text("keywords", input.Keywords, 0, 200, "关键词不超过 200 字。"), input.Type ?? "", Text("description", input.Description, 4, 500, "公开的事项请填写说明，4 至 500 字：别人看了知道什么可以提交。"), asks);
        var typed = Enum.TryParse<OrderType>(rule.Type, out var type) && Enum.IsDefined(type) && rule.Type == type.ToString();
        Must(typed || (!open && rule.Type.Length == 0), "type", "公开的事项请选择诉求类型。", errors);
        Must(asks is not null, "asks", fault, errors);
        Must(dated, "from", "请填写生效日期，如 2020-12-01。", errors);
        return errors.Count > 0 ? null : rule;
    }

    private static void Must(bool holds, string field, string words, FormErrors errors)
    {
        if (!holds)
        {
            errors.Add(field, words);
        }
    }

    private async Task<ServiceView> View(HttpContext http, string code, ServiceInput? typed, FormErrors errors, CancellationToken ct)
    {
        var (services, today) = (await db.GeoServices(ct), http.Act().Today);
        var now = services.On(today).FirstOrDefault(s => s.Code == code) ?? throw new NotThere();
        return new(code, now.Name, [.. services.Of(code).Select(r => Row(r, now, today))], typed ?? Typed(now, today), errors, http.Visitor.May(table, OrderPermissions.SetLimits));
    }

    private static ServiceRuleRow Row(GeoService r, GeoService now, DateOnly today) =>
        new(r.From, r.Public, string.Join("；", new[] { r.Group, r.Type.Length > 0 ? Label.Of(r.OrderType) : "", r.Description.TrimEnd('。'), r.Asks.Count > 0 ? $"附加问题 {r.Asks.Count} 个" : "" }.Where(t => t.Length > 0)), r.Why,
            r.From > today ? "未生效" : r.From == now.From ? "现行" : "已被替换");

    // begun from what holds, so that one thing can be changed alone
    private static ServiceInput Typed(GeoService now, DateOnly today) => new()
    {
        Public = now.Public ? "true" : "false", Group = now.Group, Keywords = now.Keywords, Type = now.Type, Description = now.Description, Asks = AskLines.Write(now.Asks), From = $"{today.AddDays(1):yyyy-MM-dd}",
    };
}
