using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Sheets;

public sealed record ImportRow(string Href, string FileName, DateTimeOffset At, int Rows, int Faults)
{
    internal static ImportRow Of(ImportDoor door, SheetImport i) => new($"{door.Href}/{i.Id}", i.FileName, i.At, i.Rows, i.ReadFaults().Count);
}

public sealed record ImportsView(ImportDoor Door, IReadOnlyList<ImportRow> Rows, FormErrors? Errors);

public sealed record ImportView(ImportDoor Door, ImportRow Row, IReadOnlyList<RowFault> Faults);

/// <summary>批量导入 — by workbook: template, all or nothing, and a file of what was refused with row, field, code and reason. The same file is never taken twice.</summary>
public static class ImportDesk
{
    private const int Newest = 20;

    public static void MapImports(this IEndpointRouteBuilder app, ImportDoor door)
    {
        var desk = app.MapGroup(door.Href).RequirePermission(door.Permission);
        desk.MapGet("", async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<ImportsPage>(http, await List(door, http, db, null, ct)));
        desk.MapGet("/template.xlsx", () => Sheet.Of($"{door.Noun}模板.xlsx", [door.Columns.ToDictionary(c => c.Head, object? (c) => c.Example)]));
        desk.MapGet("/{id:guid}", async (HttpContext http, Guid id, AppDb db, CancellationToken ct) => Page.Of<ImportPage>(http, View(door, await Find(door, http, db, id, ct))));
        desk.MapGet("/{id:guid}/rejects.xlsx", async (HttpContext http, Guid id, AppDb db, CancellationToken ct) => Rejects(await Find(door, http, db, id, ct)));
        desk.MapPost("", (HttpContext http, IFormFile? file, AppDb db, Writer writer, IdSource ids, CancellationToken ct) => Post(door, http, file, (db, writer, ids), ct)).TakesWorkbook();
    }

    private static async Task<IResult> Post(ImportDoor door, HttpContext http, IFormFile? file, (AppDb Db, Writer Writer, IdSource Ids) to, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (ImportSheet.Read(door, file, out var fault) is not ({ } lines, var digest))
        {
            errors.Add("file", fault);
            return Page.Again<ImportsPage>(http, await List(door, http, to.Db, errors, ct));
        }

        var reading = await door.Read(http, lines, ct);
        var (faults, act) = (reading.Faults.Select(f => ImportSheet.Fault(door, lines, f)).ToList(), http.Act());
        try
        {
            var id = await to.Writer.Write(act, http.IdempotencyKey, async () =>
            {
                var import = new SheetImport
                {
                    Id = to.Ids.NewId(act.Now), Kind = door.Kind, FileName = NameOf(file!), Digest = digest, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now,
                    Rows = lines.Count, Taken = faults.Count == 0, FaultsJson = SheetImport.Write(faults),
                };
                if (import.Taken)
                {
                    await RefuseTwice(door, digest, to.Db, ct);
                    reading.Add(act);
                }

                to.Db.Add(import);
                return import.Id;
            }, ct);
            return Page.Then(http, $"{door.Href}/{id}", faults.Count > 0 ? null : $"已导入 {lines.Count} 条。");
        }
        catch (RuleViolation refused) when (refused.Code == "taken-before")
        {
            errors.Add("file", refused.Message);
            return Page.Again<ImportsPage>(http, await List(door, http, to.Db, errors, ct));
        }
    }

    private static async Task RefuseTwice(ImportDoor door, string digest, AppDb db, CancellationToken ct)
    {
        if (await db.Set<SheetImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Kind == door.Kind && i.Digest == digest && i.Taken, ct) is { } before)
        {
            throw new RuleViolation("taken-before", $"这个文件{Dates.Moment(before.At)}已由{before.ByName}导入，没有再次导入。");
        }
    }

    private static IResult Rejects(SheetImport import) => Sheet.Of($"退回清单-{ChinaTime.Local(import.At):yyyyMMddHHmm}.xlsx",
        import.ReadFaults().Select(f => new Dictionary<string, object?> { ["行"] = f.Row, ["列"] = f.Head, ["代码"] = f.Code, ["填写内容"] = f.Given, ["原因"] = f.Reason }));

    private static ImportView View(ImportDoor door, SheetImport import) => new(door, ImportRow.Of(door, import), import.ReadFaults());

    private static string NameOf(IFormFile file) => Path.GetFileName(file.FileName) is { Length: > 0 } name ? name[..Math.Min(name.Length, 100)] : "上传.xlsx";

    private static async Task<SheetImport> Find(ImportDoor door, HttpContext http, AppDb db, Guid id, CancellationToken ct)
    {
        var me = http.Visitor.Actor.AccountId;
        return await db.Set<SheetImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.Kind == door.Kind && i.ById == me, ct) ?? throw new NotThere();
    }

    private static async Task<ImportsView> List(ImportDoor door, HttpContext http, AppDb db, FormErrors? errors, CancellationToken ct)
    {
        var me = http.Visitor.Actor.AccountId;
        var rows = await db.Set<SheetImport>().AsNoTracking().Where(i => i.Kind == door.Kind && i.ById == me).OrderByDescending(i => i.At).Take(Newest).ToListAsync(ct);
        return new(door, [.. rows.Select(i => ImportRow.Of(door, i))], errors);
    }
}
