using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Sheets;
using Yimen.Platform.Ui;

namespace Yimen.Cases.OutsideCases;

/// <summary>批量导入 — registrations and statuses by workbook: template, all or nothing, and a file of what was refused with row, field and reason.</summary>
internal static class ImportOutside
{
    private const string Here = "/desk/outside-cases/imports";

    public static void Map(IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup(Here).RequirePermission(OutsidePermissions.Register);
        desk.MapGet("", async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<OutsideImportsPage>(http, await List(http, db, new(), ct)));
        desk.MapGet("/{id:guid}", async (HttpContext http, Guid id, AppDb db, CancellationToken ct) => Page.Of<OutsideImportPage>(http, View(await Find(http, db, id, ct))));
        desk.MapGet("/{id:guid}/rejects.xlsx", async (HttpContext http, Guid id, AppDb db, CancellationToken ct) => Rejects(await Find(http, db, id, ct)));
        desk.MapGet("/template.xlsx", () => Sheet.Of("外部系统登记模板.xlsx", Blank(OutsideLine.Heads, ["居民身份证补领", "GA2020110200001", "张三", "2020-11-02", "B05"])));
        desk.MapGet("/status-template.xlsx", () => Sheet.Of("外部系统状态回传模板.xlsx", Blank(StatusLine.Heads, ["GA2020110200001", "准予", "2020-11-02"])));
        desk.MapPost("/registrations", Registrations).TakesWorkbook();
        desk.MapPost("/statuses", Statuses).TakesWorkbook();
    }

    private static async Task<IResult> Registrations(HttpContext http, IFormFile? file, AppDb db, OutsideRegister register, OutsideImports imports, CancellationToken ct)
    {
        if (imports.Read(file, OutsideLine.Heads, out var refusal) is not { } sheet)
        {
            return Page.Again<OutsideImportsPage>(http, await List(http, db, refusal("registrations"), ct));
        }

        var lines = sheet.Rows.ConvertAll(r => OutsideLine.Of(r.Number, r.Cells));
        var import = imports.Of(http, OutsideImportKind.Registrations, sheet, lines.Count, 0, []);
        try
        {
            var made = await register.Register(http, lines, import, ct);
            return Page.Then(http, $"{Here}/{made.Import}", $"已登记 {lines.Count} 件。");
        }
        catch (FaultyLines faulty)
        {
            return Page.Then(http, $"{Here}/{await imports.Refuse(http, OutsideImportKind.Registrations, sheet, faulty.Faults, ct)}");
        }
    }

    private static async Task<IResult> Statuses(HttpContext http, IFormFile? file, AppDb db, OutsideStatuses statuses, OutsideImports imports, CancellationToken ct)
    {
        if (imports.Read(file, StatusLine.Heads, out var refusal) is not { } sheet)
        {
            return Page.Again<OutsideImportsPage>(http, await List(http, db, refusal("statuses"), ct));
        }

        var lines = sheet.Rows.ConvertAll(r => StatusLine.Of(r.Number, r.Cells));
        try
        {
            var (outcome, kept) = await statuses.Report(http, lines, o => imports.Of(http, OutsideImportKind.Statuses, sheet, o.Applied, o.Unchanged, Unknown(lines, o)), ct);
            return Page.Then(http, $"{Here}/{kept}", $"已更新 {outcome.Applied} 件，{outcome.Unknown.Count} 个编号没有登记。");
        }
        catch (FaultyLines faulty)
        {
            return Page.Then(http, $"{Here}/{await imports.Refuse(http, OutsideImportKind.Statuses, sheet, faulty.Faults, ct)}");
        }
    }

    private static List<LineFault> Unknown(List<StatusLine> lines, StatusOutcome outcome)
    {
        var unknown = outcome.Unknown.ToHashSet();
        return [.. lines.Where(l => unknown.Contains(l.Number)).Select(l => new LineFault(l.Row, "number", "外部编号", l.Number, "本系统没有登记这个外部编号"))];
    }

    private static IResult Rejects(OutsideImport import) => Sheet.Of($"退回清单-{import.At.ToOffset(ChinaTime.Offset):yyyyMMddHHmm}.xlsx",
        import.ReadFaults().Select(f => new Dictionary<string, object?> { ["行"] = f.Row, ["列"] = f.Head, ["填写内容"] = f.Given, ["原因"] = f.Reason }));

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Blank(IReadOnlyList<string> heads, IReadOnlyList<string> example) =>
        [heads.Zip(example).ToDictionary(p => p.First, object? (p) => p.Second)];

    private static async Task<OutsideImport> Find(HttpContext http, AppDb db, Guid id, CancellationToken ct)
    {
        var me = http.Visitor.Actor.AccountId;
        return await db.Set<OutsideImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.ById == me, ct) ?? throw new NotThere();
    }

    private static OutsideImportView View(OutsideImport i) => new(OutsideImportRow.Of(i), i.ReadFaults());

    private static async Task<OutsideImportsView> List(HttpContext http, AppDb db, OutsideImportErrors errors, CancellationToken ct)
    {
        var me = http.Visitor.Actor.AccountId;
        var rows = await db.Set<OutsideImport>().AsNoTracking().Where(i => i.ById == me).OrderByDescending(i => i.At).Take(20).ToListAsync(ct);
        return new([.. rows.Select(OutsideImportRow.Of)], errors.Registrations, errors.Statuses);
    }
}

/// <summary>Which of the two forms was refused, and why.</summary>
internal sealed record OutsideImportErrors(FormErrors? Registrations = null, FormErrors? Statuses = null);

public sealed record OutsideImportRow(Guid Id, OutsideImportKind Kind, string FileName, DateTimeOffset At, int Lines, int Taken, int Unchanged, bool Refused, int Faults)
{
    public string Href => $"/desk/outside-cases/imports/{Id}";

    internal static OutsideImportRow Of(OutsideImport i) => new(i.Id, i.Kind, i.FileName, i.At, i.Lines, i.Taken, i.Unchanged, i.Refused, i.ReadFaults().Count);
}

public sealed record OutsideImportView(OutsideImportRow Row, IReadOnlyList<LineFault> Faults);

public sealed record OutsideImportsView(IReadOnlyList<OutsideImportRow> Rows, FormErrors? Registrations, FormErrors? Statuses);
