using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Pledges;

/// <summary>告知承诺文本 — the list, a new text, a next version, and its end.</summary>
internal static class WriteTexts
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/pledge-texts", List).RequirePermission(PaperPermissions.WriteTexts);
        app.MapGet("/desk/pledge-texts/new", (HttpContext http) => Page.Of<TextPage>(http, new TextView(null, "", "", new("", "", "", ""), [], null, 0, new()))).RequirePermission(PaperPermissions.WriteTexts);
        app.MapPost("/desk/pledge-texts", Issue).RequirePermission(PaperPermissions.WriteTexts);
        app.MapGet("/desk/pledge-texts/{id:guid}", async (HttpContext http, Guid id, AppDb db, CancellationToken ct) =>
            Page.Of<TextPage>(http, await View(db, id, null, new(), ct))).RequirePermission(PaperPermissions.WriteTexts);
        app.MapPost("/desk/pledge-texts/{id:guid}", Revise).RequirePermission(PaperPermissions.WriteTexts);
        app.MapPost("/desk/pledge-texts/{id:guid}/ending", End).RequirePermission(PaperPermissions.WriteTexts);
    }

    private static async Task<IResult> List(HttpContext http, AppDb db, CancellationToken ct)
    {
        var today = http.Act().Today;
        var texts = await db.PledgeTexts.AsNoTracking().OrderBy(t => t.Material).ThenBy(t => t.Id).ToListAsync(ct);
        var items = await ItemNames(db, [.. texts.Where(t => t.ItemId is not null).Select(t => t.ItemId!.Value)], ct);
        return Page.Of<TextsPage>(http, new TextsView([.. texts.Select(t => new TextRow(t.Id, t.Material, t.ItemId is { } i ? items.GetValueOrDefault(i, "") : "所有事项", t.On(today)?.Number, t.On(today)?.Words.From, t.EndedOn))]));
    }

    private static async Task<IResult> Issue(HttpContext http, IFormCollection form, AppDb db, Writer writer, IdSource ids, CancellationToken ct)
    {
        var (errors, input) = (new FormErrors(), TextInput.Typed(form));
        var (material, itemText) = (form["material"].FirstOrDefault()?.Trim() ?? "", form["item"].FirstOrDefault()?.Trim() ?? "");
        var words = input.Read(errors);
        if (material.Length is 0 or > 200)
        {
            errors.Add("material", "请填写材料名称，与办事指南中的名称一致。");
        }

        var item = itemText.Length == 0 ? (Guid?)null : await ItemOf(db, itemText, ct);
        if (itemText.Length > 0 && item is null)
        {
            errors.Add("item", "没有这个事项。请按“基本编码-序号-部门代码”填写，例如 000131020001-01-SCJG；对所有事项适用的请留空。");
        }

        if (errors.Count == 0 && await db.PledgeTexts.AnyAsync(t => t.Material == material && t.ItemId == item && t.EndedOn == null, ct))
        {
            errors.Add("material", "这种材料已有在用的文本，请在原文本上修订新版本。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<TextPage>(http, new TextView(null, material, itemText, input, [], null, 0, errors));
        }

        var act = http.Act();
        var id = await writer.Write(act, http.IdempotencyKey, () =>
        {
            var text = PledgeText.Issue(ids.NewId(act.Now), material, item, words!, act);
            db.Add(text);
            return Task.FromResult(text.Id);
        }, ct);
        return Page.Then(http, $"/desk/pledge-texts/{id}", "承诺文本已制定。");
    }

    private static async Task<IResult> Revise(HttpContext http, Guid id, IFormCollection form, AppDb db, Writer writer, CancellationToken ct)
    {
        var (errors, input) = (new FormErrors(), TextInput.Typed(form));
        if (input.Read(errors) is not { } words)
        {
            return Page.Again<TextPage>(http, await View(db, id, input, errors, ct));
        }

        await Change(http, id, db, writer, (text, act) => text.Revise(words, act), ct);
        return Page.Then(http, $"/desk/pledge-texts/{id}", "新版本已登记，自生效日期起使用。");
    }

    private static async Task<IResult> End(HttpContext http, Guid id, AppDb db, Writer writer, CancellationToken ct)
    {
        await Change(http, id, db, writer, (text, act) => text.End(act), ct);
        return Page.Then(http, $"/desk/pledge-texts/{id}", "文本已停用，今后不能再以此承诺。");
    }

    private static async Task Change(HttpContext http, Guid id, AppDb db, Writer writer, Action<PledgeText, Act> verb, CancellationToken ct)
    {
        var act = http.Act();
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            verb(await db.PledgeTexts.FirstOrDefaultAsync(t => t.Id == id, ct) ?? throw new NotThere(), act);
            return true;
        }, ct);
    }

    private static async Task<TextView> View(AppDb db, Guid id, TextInput? typed, FormErrors errors, CancellationToken ct)
    {
        var text = await db.PledgeTexts.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, ct) ?? throw new NotThere();
        var item = text.ItemId is { } i ? (await ItemNames(db, [i], ct)).GetValueOrDefault(i, "") : "所有事项";
        var last = text.Versions.MaxBy(v => v.Number)!.Words;
        var versions = text.Versions.OrderByDescending(v => v.Number).Select(v => new WordingView(v.Number, v.Words.From, v.Words.Pledged, v.Words.Checked, v.Words.Consequence)).ToList();
        return new(id, text.Material, item, typed ?? new("", last.Pledged, last.Checked, last.Consequence), versions, text.EndedOn, text.Trail.Count, errors);
    }

    private static async Task<Guid?> ItemOf(AppDb db, string text, CancellationToken ct)
    {
        var parts = text.Split('-');
        var (code, handling) = (parts[0], parts.ElementAtOrDefault(1));
        return UnitId.TryParse(parts.ElementAtOrDefault(2), null, out var unit)
            ? await db.ItemRefs.Where(i => i.BasicCode == code && i.Handling == handling && i.Unit == unit).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(ct)
            : null;
    }

    private static async Task<Dictionary<Guid, string>> ItemNames(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        await (from i in db.ItemRefs where ids.Contains(i.Id) join v in db.ItemVersionRefs on i.Current equals v.Id select new { i.Id, v.Name }).ToDictionaryAsync(x => x.Id, x => x.Name, ct);
}

/// <summary>A version as typed.</summary>
public sealed record TextInput(string From, string Pledged, string Checked, string Consequence)
{
    public static TextInput Typed(IFormCollection form) => new(Of(form, "from"), Of(form, "pledged"), Of(form, "checked"), Of(form, "consequence"));

    internal PledgeWords? Read(FormErrors errors)
    {
        var dated = DateOnly.TryParse(From, out var from);
        if (!dated)
        {
            errors.Add("from", "请填写生效日期。");
        }

        Need(errors, "pledged", Pledged, "请写明承诺的内容。");
        Need(errors, "checked", Checked, "请写明核查什么、怎样核查。");
        Need(errors, "consequence", Consequence, "请写明违反承诺的后果。");
        return errors.Count > 0 ? null : new(from, Pledged, Checked, Consequence);
    }

    private static void Need(FormErrors errors, string field, string value, string message)
    {
        if (value.Length is 0 or > 2000)
        {
            errors.Add(field, value.Length == 0 ? message : "不能超过 2000 个字。");
        }
    }

    private static string Of(IFormCollection form, string field) => form[field].FirstOrDefault()?.Trim() ?? "";
}

public sealed record TextRow(Guid Id, string Material, string Item, int? Version, DateOnly? From, DateOnly? EndedOn);

public sealed record TextsView(IReadOnlyList<TextRow> Rows);

public sealed record WordingView(int Number, DateOnly From, string Pledged, string Checked, string Consequence);

/// <param name="Id">Null for a new text.</param>
public sealed record TextView(Guid? Id, string Material, string Item, TextInput Input, IReadOnlyList<WordingView> Versions, DateOnly? EndedOn, int Version, FormErrors Errors);
