using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Bindings;

/// <summary>进驻、窗口与通办 — of one item, by the centre.</summary>
internal static class BindItem
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/items/{id:guid}/bindings", async (Guid id, HttpContext http, AppDb db, TimeProvider time, CancellationToken ct) =>
            Page.Of<BindingsPage>(http, await View(id, http, db, time, ct))).RequirePermission(Rights.Bind);
        app.MapPost("/desk/items/{id:guid}/bindings", Add).RequirePermission(Rights.Bind);
        app.MapPost("/desk/items/{id:guid}/bindings/end", End).RequirePermission(Rights.Bind);
    }

    private static async Task<IResult> Add(Guid id, [FromForm] BindingInput input, HttpContext http, AppDb db, Writer writer, TimeProvider time, CancellationToken ct)
    {
        var errors = new FormErrors();
        var day = DayOf(input, errors);
        if (input.Kind == "window" && !await db.WindowRefs.AnyAsync(w => w.Code == input.What && w.ClosedOn == null, ct))
        {
            errors.Add("what", "请选择一个在用的窗口");
        }

        if (input.Kind == "region" && !Enum.TryParse<RegionLevel>(input.What, out _))
        {
            errors.Add("what", "请选择通办层级");
        }

        if (errors.Count > 0)
        {
            return Page.Again<BindingsPage>(http, await View(id, http, db, time, ct) with { Errors = errors, Input = input });
        }

        await Change(id, input, (http, db, writer), (item, act) => AddRow(db, item, input, day, act, ct), ct);
        return Page.Then(http, $"/desk/items/{id}/bindings", "已保存。");
    }

    private static async Task<IResult> End(Guid id, [FromForm] BindingInput input, HttpContext http, AppDb db, Writer writer, TimeProvider time, CancellationToken ct)
    {
        var errors = new FormErrors();
        var day = DayOf(input, errors);
        if (errors.Count > 0 || !long.TryParse(input.Row, NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return Page.Again<BindingsPage>(http, await View(id, http, db, time, ct) with { Errors = errors, Input = input });
        }

        await Change(id, input, (http, db, writer), (item, act) => EndRow(db, item, input.Kind, row, day, act, ct), ct);
        return Page.Then(http, $"/desk/items/{id}/bindings", "已结束。");
    }

    private static Task Change(Guid id, BindingInput input, (HttpContext Http, AppDb Db, Writer Writer) by, Func<Item, Act, Task> change, CancellationToken ct)
    {
        var act = by.Http.Act();
        return by.Writer.Write(act, by.Http.IdempotencyKey, async () =>
        {
            await change(await by.Db.Take(by.Http, id, Rights.Bind, Words.VersionFrom(input.Version), ct), act);
            return id;
        }, ct);
    }

    private static async Task AddRow(AppDb db, Item item, BindingInput input, DateOnly day, Act act, CancellationToken ct)
    {
        switch (input.Kind)
        {
            case "window":
                var added = item.Bind([input.What!], await db.WindowBindings.Where(b => b.ItemId == item.Id).ToListAsync(ct), day, act);
                db.AddRange(added.Count > 0 ? added : throw new RuleViolation("overlap", $"窗口 {input.What} 在这一天已经绑定。"));
                break;
            case "region":
                db.Add(item.OpenTo(Enum.Parse<RegionLevel>(input.What!), await db.CrossRegions.Where(r => r.ItemId == item.Id).ToListAsync(ct), day, act));
                break;
            default:
                db.Add(item.Settle(await db.Residencies.Where(r => r.ItemId == item.Id).ToListAsync(ct), day, act));
                break;
        }
    }

    private static async Task EndRow(AppDb db, Item item, string? kind, long row, DateOnly day, Act act, CancellationToken ct)
    {
        switch (kind)
        {
            case "window":
                item.Unbind(await db.WindowBindings.FirstOrDefaultAsync(b => b.Id == row && b.ItemId == item.Id, ct) ?? throw new NotThere(), day, act);
                break;
            case "region":
                item.CloseTo(await db.CrossRegions.FirstOrDefaultAsync(r => r.Id == row && r.ItemId == item.Id, ct) ?? throw new NotThere(), day, act);
                break;
            default:
                item.Leave(await db.Residencies.FirstOrDefaultAsync(r => r.Id == row && r.ItemId == item.Id, ct) ?? throw new NotThere(), day, act);
                break;
        }
    }

    private static DateOnly DayOf(BindingInput input, FormErrors errors)
    {
        if (DateOnly.TryParseExact(input.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2100)
        {
            return day;
        }

        errors.Add("day", "请填写日期，如 2020-11-02");
        return default;
    }

    private static async Task<BindingsView> View(Guid id, HttpContext http, AppDb db, TimeProvider time, CancellationToken ct)
    {
        var item = await db.Look(http, id, Rights.Bind, ct);
        var windows = await db.WindowRefs.Where(w => w.ClosedOn == null).OrderBy(w => w.Code).Select(w => new { w.Code, w.Name, w.Kind }).ToListAsync(ct);
        var names = windows.ToDictionary(w => w.Code, w => w.Name);
        return new BindingsView(id, item.Name, item.Trail.Count, time.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        {
            Hall = [.. (await db.Residencies.Where(r => r.ItemId == id).OrderBy(r => r.From).ToListAsync(ct)).Select(r => new BindingLine("hall", r.Id, "政务服务大厅", r.From, r.To))],
            Windows = [.. (await db.WindowBindings.Where(b => b.ItemId == id).OrderBy(b => b.Window).ThenBy(b => b.From).ToListAsync(ct))
                .Select(b => new BindingLine("window", b.Id, $"{b.Window} {names.GetValueOrDefault(b.Window)}", b.From, b.To))],
            Regions = [.. (await db.CrossRegions.Where(r => r.ItemId == id).OrderBy(r => r.Level).ThenBy(r => r.From).ToListAsync(ct)).Select(r => new BindingLine("region", r.Id, Label.Of(r.Level), r.From, r.To))],
            WindowChoices = [.. windows.Select(w => new Choice(w.Code, $"{w.Code} {w.Name}", Group: Label.Of(w.Kind)))],
            LevelChoices = [.. Enum.GetValues<RegionLevel>().Select(l => new Choice(l.ToString(), Label.Of(l)))],
        };
    }
}
