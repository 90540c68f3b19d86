using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Outages;

/// <summary>印制应急凭证 — numbered blanks for a window, printed while there is power.</summary>
internal static class PrintBlanks
{
    private const string Here = "/desk/outages/batches/new";
    private const string Usual = "20";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, CounterWindows windows, CancellationToken ct) =>
            Page.Of<PrintBlanksPage>(http, new PrintBlanksView(await windows.Usual(http, ct), Usual, null, await windows.Choices(http, ct), new()))).RequirePermission(CounterPermissions.Outages);
        app.MapPost(Here, Post).RequirePermission(CounterPermissions.Outages);
        app.MapGet("/desk/outages/batches/{id:guid}/print", Sheet).RequirePermission(CounterPermissions.Outages);
    }

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, Writer writer, IdSource ids, AppDb db, CounterWindows windows, CancellationToken ct)
    {
        var (typed, code, errors) = (form["count"].FirstOrDefault()?.Trim() ?? "", form["window"].FirstOrDefault() ?? "", new FormErrors());
        var window = await windows.Find(http, code, errors, ct);
        if (!int.TryParse(typed, out var count) || count is < 1 or > BlankBatch.Most)
        {
            errors.Add("count", $"请填写张数，1 至 {BlankBatch.Most}。");
        }

        if (window is null || errors.Count > 0)
        {
            return Page.Again<PrintBlanksPage>(http, new PrintBlanksView(code, typed, form["idempotencyKey"].FirstOrDefault(), await windows.Choices(http, ct), errors));
        }

        var act = http.Act();
        var id = await writer.Write(act, http.IdempotencyKey, () =>
        {
            var batch = BlankBatch.Print(ids.NewId(act.Now), window, count, act);
            db.Add(batch);
            return Task.FromResult(batch.Id);
        }, ct);
        return Page.Then(http, $"/desk/outages/batches/{id}/print");
    }

    private static async Task<IResult> Sheet(HttpContext http, Guid id, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var batch = await db.BlankBatches.AsNoTracking().Include(b => b.Blanks).Within(http.Visitor, table, CounterPermissions.Outages).FirstOrDefaultAsync(b => b.Id == id, ct) ?? throw new NotThere();
        return Page.Of<BlanksPage>(http, new BlanksView(batch.Number, batch.Window, [.. batch.Blanks.Where(b => b.State == BlankState.Unused).OrderBy(b => b.Serial).Select(b => b.Number)]));
    }
}

public sealed record PrintBlanksView(string Window, string Count, string? Key, IReadOnlyList<Choice> Windows, FormErrors Errors);

public sealed record BlanksView(string Batch, string Window, IReadOnlyList<string> Numbers);
