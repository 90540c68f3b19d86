using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Bindings;

public sealed record ExtensionInput
{
    public string? Codes { get; init; }

    public string? Target { get; init; }

    public string? Day { get; init; }
}

public sealed record ExtensionView(ExtensionInput Input, FormErrors? Errors = null, string? Key = null)
{
    public static readonly IReadOnlyList<Choice> Targets =
    [
        new("own", "事项所在镇（街）、村（社区）的窗口", "镇级、村级事项绑定到本辖区的窗口"), new("towns", "全部镇（街）窗口"), new("villages", "全部村（社区）窗口"), new("both", "全部镇村窗口"),
    ];
}

/// <summary>镇村延伸 — binds a set of items to the windows of towns and villages at once; each item journals it.</summary>
internal static class ExtendItems
{
    private const int MaxItems = 300;
    private const int MaxRows = 40_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/items/extension", (HttpContext http, TimeProvider time) =>
            Page.Of<ExtensionPage>(http, new ExtensionView(new() { Target = "towns", Day = time.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }))).RequirePermission(Rights.Bind);
        app.MapPost("/desk/items/extension", Post).RequirePermission(Rights.Bind);
    }

    private static async Task<IResult> Post([FromForm] ExtensionInput input, HttpContext http, AppDb db, Writer writer, CancellationToken ct)
    {
        var errors = new FormErrors();
        var codes = (input.Codes ?? "").Split((char[])['\n', '\r', ' ', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        await Check(input, codes, db, http, errors, ct);
        if (errors.Count > 0)
        {
            return Page.Again<ExtensionPage>(http, new ExtensionView(input, errors, http.IdempotencyKey));
        }

        var act = http.Act();
        var added = await writer.Write(act, http.IdempotencyKey, () => Extend(db, http, codes, input, act, ct), ct);
        return Page.Then(http, "/desk/items", $"已为 {codes.Count} 个事项增加 {added} 条窗口绑定。");
    }

    private static async Task<int> Extend(AppDb db, HttpContext http, List<string> codes, ExtensionInput input, Act act, CancellationToken ct)
    {
        var from = DateOnly.ParseExact(input.Day!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var windows = (await db.WindowRefs.Where(w => w.ClosedOn == null && (w.Kind == WindowKind.Town || w.Kind == WindowKind.Village)).ToListAsync(ct))
            .Where(w => input.Target switch { "towns" => w.Kind == WindowKind.Town, "villages" => w.Kind == WindowKind.Village, _ => true }).ToList();
        // whole: an item without its versions would look as if it waited for nobody, and its tasks would be closed
        var items = await db.ItemsWhole.Within(http.Reach(Rights.Bind)).Where(i => codes.Contains(i.HandlingCode)).ToListAsync(ct);
        var ids = items.Select(i => i.Id).ToList();
        var held = (await db.WindowBindings.AsNoTracking().Where(b => ids.Contains(b.ItemId)).ToListAsync(ct)).ToLookup(b => b.ItemId);
        var added = items.SelectMany(i => i.Bind([.. windows.Where(w => input.Target != "own" || i.Area.Contains(w.Area)).Select(w => w.Code)], held[i.Id], from, act)).ToList();
        if (added.Count > MaxRows)
        {
            throw new RuleViolation("too-many", $"一次最多增加{MaxRows}条绑定，这次需要{added.Count}条，请分几次办理。");
        }

        db.AddRange(added);
        return added.Count;
    }

    private static async Task Check(ExtensionInput input, List<string> codes, AppDb db, HttpContext http, FormErrors errors, CancellationToken ct)
    {
        if (codes.Count is 0 or > MaxItems)
        {
            errors.Add("codes", codes.Count == 0 ? "请填写业务办理项编码，一行一个" : $"一次不超过{MaxItems}个事项，现为{codes.Count}个");
            return;
        }

        var there = await db.Items.Within(http.Reach(Rights.Bind)).Where(i => codes.Contains(i.HandlingCode) && i.State != ItemState.Cancelled).Select(i => i.HandlingCode).ToListAsync(ct);
        foreach (var code in codes.Except(there).Take(10))
        {
            errors.Add("codes", $"没有编码为 {(code.Length > 40 ? code[..40] + "…" : code)} 的在办事项");
        }

        if (ExtensionView.Targets.All(t => t.Value != input.Target))
        {
            errors.Add("target", "请选择延伸到哪里");
        }

        if (!DateOnly.TryParseExact(input.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            errors.Add("day", "请填写日期，如 2020-11-02");
        }
    }
}
