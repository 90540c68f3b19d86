using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Editing;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Sheets;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Import;

public sealed record ImportRow(Guid Id, string FileName, DateTimeOffset At, int Rows, int Faults)
{
    public string Href => $"/desk/knowledge/imports/{Id}";

    internal static ImportRow Of(ArticleImport i) => new(i.Id, i.FileName, i.At, i.Rows, i.ReadFaults().Count);
}

public sealed record ImportsView(IReadOnlyList<ImportRow> Rows, FormErrors? Errors);

public sealed record ImportView(ImportRow Row, IReadOnlyList<RowFault> Faults);

/// <summary>批量导入 — new entries by workbook: template, all or nothing, and a file of what was refused with row, field, code and reason. What comes in is then reviewed like any other.</summary>
internal static class ImportArticles
{
    private const string Here = "/desk/knowledge/imports";
    private const int Newest = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup(Here).RequirePermission(Rights.Import);
        desk.MapGet("", async (HttpContext http, KnowledgeDesk its, CancellationToken ct) => Page.Of<ImportsPage>(http, await List(http, its, null, ct)));
        desk.MapGet("/template.xlsx", () => Sheet.Of("知识条目模板.xlsx", [ImportSheet.Columns.ToDictionary(c => c.Head, object? (c) => c.Example)]));
        desk.MapGet("/{id:guid}", async (HttpContext http, Guid id, KnowledgeDesk its, CancellationToken ct) => Page.Of<ImportPage>(http, View(await Find(http, its, id, ct))));
        desk.MapGet("/{id:guid}/rejects.xlsx", async (HttpContext http, Guid id, KnowledgeDesk its, CancellationToken ct) => Rejects(await Find(http, its, id, ct)));
        desk.MapPost("", Post).TakesWorkbook();
    }

    private static async Task<IResult> Post(HttpContext http, IFormFile? file, KnowledgeDesk desk, ArticleWriting writing, CancellationToken ct)
    {
        if (ImportSheet.Read(file, out var fault) is not { } rows)
        {
            var errors = new FormErrors();
            errors.Add("file", fault);
            return Page.Again<ImportsPage>(http, await List(http, desk, errors, ct));
        }

        var (drafts, faults) = (new List<(UnitId Unit, ArticleDraft Draft)>(), new List<RowFault>());
        var taken = await Taken(desk, ct);
        foreach (var (number, input) in rows)
        {
            var wrong = new List<ArticleFault>();
            if (await writing.Read(http, input, null, wrong, ct) is { } read)
            {
                drafts.Add(read);
                wrong.AddRange(taken.Add((read.Unit, read.Draft.Title)) ? [] : [new("title", "duplicate", "这个单位已有同样的问题，或者文件中重复。")]);
            }

            faults.AddRange(wrong.Select(w => ImportSheet.Fault(number, input, w)));
        }

        var id = await Keep(http, desk, (NameOf(file!), rows.Count), faults.Count > 0 ? [] : drafts, faults, ct);
        return Page.Then(http, $"{Here}/{id}", faults.Count > 0 ? null : $"已导入 {drafts.Count} 条，可以逐条提交审核。");
    }

    /// <summary>The record of the workbook and, when nothing is wrong, all of its entries, together.</summary>
    private static Task<Guid> Keep(HttpContext http, KnowledgeDesk desk, (string Name, int Rows) file, List<(UnitId Unit, ArticleDraft Draft)> drafts, List<RowFault> faults, CancellationToken ct)
    {
        var act = http.Act();
        return desk.Write(http, act, () =>
        {
            var import = new ArticleImport { Id = desk.Ids.NewId(act.Now), FileName = file.Name, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now, Rows = file.Rows, FaultsJson = ArticleImport.Write(faults) };
            desk.Db.Add(import);
            desk.Db.AddRange(drafts.Select(d => Article.Compile(desk.Ids.NewId(act.Now), desk.Ids.NewId(act.Now), d.Unit, d.Draft, act)));
            return Task.FromResult(import.Id);
        }, ct);
    }

    private static async Task<HashSet<(UnitId, string)>> Taken(KnowledgeDesk desk, CancellationToken ct) =>
        [.. (await desk.Db.Articles.Where(a => a.State != ArticleState.Archived).Select(a => new { a.Unit, a.Title }).ToListAsync(ct)).Select(a => (a.Unit, a.Title))];

    private static IResult Rejects(ArticleImport import) => Sheet.Of($"退回清单-{ChinaTime.Local(import.At):yyyyMMddHHmm}.xlsx",
        import.ReadFaults().Select(f => new Dictionary<string, object?> { ["行"] = f.Row, ["列"] = f.Head, ["代码"] = f.Code, ["填写内容"] = f.Given, ["原因"] = f.Reason }));

    private static ImportView View(ArticleImport import) => new(ImportRow.Of(import), import.ReadFaults());

    private static string NameOf(IFormFile file) => Path.GetFileName(file.FileName) is { Length: > 0 } name ? name[..Math.Min(name.Length, 100)] : "上传.xlsx";

    private static async Task<ArticleImport> Find(HttpContext http, KnowledgeDesk desk, Guid id, CancellationToken ct)
    {
        var me = http.Visitor.Actor.AccountId;
        return await desk.Db.Set<ArticleImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.ById == me, ct) ?? throw new NotThere();
    }

    private static async Task<ImportsView> List(HttpContext http, KnowledgeDesk desk, FormErrors? errors, CancellationToken ct)
    {
        var me = http.Visitor.Actor.AccountId;
        var rows = await desk.Db.Set<ArticleImport>().AsNoTracking().Where(i => i.ById == me).OrderByDescending(i => i.At).Take(Newest).ToListAsync(ct);
        return new([.. rows.Select(ImportRow.Of)], errors);
    }
}
