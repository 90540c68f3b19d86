using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Sheets;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Sheets;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Import;

/// <summary>导入 — upload a workbook; it is checked behind the page.</summary>
internal static class ImportItems
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/items/import", async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<ImportListPage>(http, await View(db, ct))).RequirePermission(Rights.Import);
        app.MapGet("/desk/items/import/template.xlsx", (CancellationToken ct) => WorkbookAnswer.Of("实施清单导入模板.xlsx", Template.Blank(), ct)).RequirePermission(Rights.Import);
        app.MapPost("/desk/items/import", Post).RequirePermission(Rights.Import).TakesWorkbook();
    }

    private static async Task<IResult> Post(HttpContext http, IFormFile? file, AppDb db, Writer writer, IdSource ids, CountyScope scope, ImportWorker worker, CancellationToken ct)
    {
        if (await Fault(file, ct) is { } fault)
        {
            var errors = new FormErrors();
            errors.Add("file", fault);
            return Page.Again<ImportListPage>(http, await View(db, ct) with { Errors = errors, Key = http.IdempotencyKey });
        }

        var act = http.Act();
        var made = ids.NewId(act.Now);
        await Keep(file!, ImportWorker.PathOf(scope.County, made), ct);
        var run = await writer.Write(act, http.IdempotencyKey, () =>
        {
            var upload = ImportRun.Upload(made, Path.GetFileName(file!.FileName) is { Length: > 0 } name ? name[..Math.Min(name.Length, 100)] : "上传.xlsx", act);
            db.Add(upload);
            db.Add(new ImportProgress { RunId = made, At = act.Now });
            return Task.FromResult(made);
        }, ct);
        if (run == made)
        {
            worker.Enqueue(scope.County, run);
        }
        else
        {
            File.Delete(ImportWorker.PathOf(scope.County, made)); // the same form came twice
        }

        return Page.Then(http, $"/desk/items/import/{run}");
    }

    private static async Task<string?> Fault(IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length == 0)
        {
            return "请选择要上传的文件";
        }

        if (file.Length > Workbook.MaxBytes)
        {
            return $"文件不能超过 {Workbook.MaxBytes / 1024 / 1024} MB";
        }

        var head = new byte[4];
        await using var stream = file.OpenReadStream();
        return await stream.ReadAtLeastAsync(head, 4, false, ct) == 4 && head is [0x50, 0x4B, 0x03, 0x04] ? null : "这不是 Excel 工作簿（.xlsx），请使用下载的模板";
    }

    private static async Task Keep(IFormFile file, string path, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var to = new FileStream(path + ".part", FileMode.Create, FileAccess.Write);
        await file.CopyToAsync(to, ct);
        to.Close();
        File.Move(path + ".part", path);
    }

    private static async Task<ImportListView> View(AppDb db, CancellationToken ct) =>
        new([.. (await db.ImportRuns.AsNoTracking().OrderByDescending(r => r.StartedAt).Take(20).ToListAsync(ct)).Select(r => r.Line())]);
}
