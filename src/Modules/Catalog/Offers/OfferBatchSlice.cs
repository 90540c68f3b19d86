using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Fields;
using Yimen.Catalog.Sheets;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Sheets;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Offers;

public sealed record BatchInput
{
    public string? Batch { get; init; }
}

public sealed record BatchView(string Batch, FormErrors? Errors = null, string? Key = null);

/// <summary>下发一批 — the centre offers a batch from a workbook, or a program sends it as JSON.</summary>
internal static class OfferBatchSlice
{
    // of a workbook: under its heads
    private const int FirstRow = 2;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/offers/batch", Show).RequirePermission(Rights.Offer);
        app.MapGet("/desk/offers/batch.xlsx", (CancellationToken ct) => WorkbookAnswer.Of("下发事项模板.xlsx", [new Sheet("下发事项", OfferBatch.Heads, [])], ct)).RequirePermission(Rights.Offer);
        app.MapPost("/desk/offers/batch", Post).RequirePermission(Rights.Offer).TakesWorkbook();
    }

    private static async Task<IResult> Show(HttpContext http, AppDb db, CancellationToken ct) =>
        Page.Of<BatchPage>(http, new BatchView($"{(await db.Offers.MaxAsync(o => (int?)o.Batch, ct) ?? 0) + 1}"));

    private static async Task<IResult> Post(HttpContext http, [FromForm] BatchInput input, IFormFile? file, AppDb db, Writer writer, IdSource ids, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (!int.TryParse(input.Batch, out var batch) || batch is < 1 or > 9999)
        {
            errors.Add("batch", "批次应为1至9999的整数");
        }

        var lines = Read(file, errors);
        var faults = errors.Count == 0 ? await Handle(batch, (lines, FirstRow), (http, db, writer), ids, ct) : [];
        foreach (var fault in faults)
        {
            errors.Add("file", fault.Message);
        }

        if (errors.Count > 0)
        {
            return Page.Again<BatchPage>(http, new BatchView(input.Batch ?? "", errors, http.IdempotencyKey));
        }

        return Page.Then(http, $"/desk/offers?batch={batch}", $"已下发第 {batch} 批，共 {lines.Count} 项。");
    }

    /// <summary>Offers the batch whole, or answers what is wrong with it. Checked within the write, so that a retry of what was done is no fault.</summary>
    /// <param name="sent">The lines, and which number the first of them has where they came from.</param>
    internal static async Task<IReadOnlyList<FieldFault>> Handle(int batch, (IReadOnlyList<OfferLine> Lines, int First) sent, (HttpContext Http, AppDb Db, Writer Writer) by, IdSource ids, CancellationToken ct)
    {
        var act = by.Http.Act();
        try
        {
            await by.Writer.Write(act, by.Http.IdempotencyKey, async () =>
            {
                var faults = await OfferBatch.Faults(by.Db, batch, sent.Lines, sent.First, ct);
                await (faults.Count > 0 ? throw new Faulty(faults) : OfferBatch.Offer(by.Db, ids, batch, sent.Lines, act, ct));
                return sent.Lines.Count;
            }, ct);
            return [];
        }
        catch (Faulty faulty)
        {
            return faulty.Faults;
        }
    }

    private static IReadOnlyList<OfferLine> Read(IFormFile? file, FormErrors errors)
    {
        if (file is null || file.Length == 0)
        {
            errors.Add("file", "请选择要上传的文件");
            return [];
        }

        try
        {
            using var stream = file.OpenReadStream();
            var sheet = Workbook.Open(stream)[0];
            return [.. Workbook.Rows(stream, sheet).Take(OfferBatch.MaxLines + 1).Select(r => Line(h => r.Cells.GetValueOrDefault(h)))];
        }
        catch (UnreadableWorkbook unreadable)
        {
            errors.Add("file", unreadable.Message);
            return [];
        }
    }

    private static OfferLine Line(Func<string, string?> cell)
    {
        var at = OfferBatch.Heads.Select(cell).ToList();
        // spreadsheets turn 01 into 1
        return new(at[0], at[1]?.Length == 1 ? "0" + at[1] : at[1], at[2], at[3], at[4], at[5], at[6]);
    }

    private sealed class Faulty(IReadOnlyList<FieldFault> faults) : Exception
    {
        public IReadOnlyList<FieldFault> Faults { get; } = faults;
    }
}
