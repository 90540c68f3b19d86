using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Editing;
using Yimen.Platform.Sheets;

namespace Yimen.Knowledge.Import;

/// <summary>批量导入知识条目 — new entries by workbook. What comes in is then reviewed like any other.</summary>
internal static class ArticleImport
{
    public static readonly ImportDoor Door = new("articles", "知识条目", "/desk/knowledge/imports", Rights.Import)
    {
        Lead = "导入的条目是采编中的版本，逐条提交审核后才会发布。",
        Then = ("查看采编中的条目", "/desk/knowledge?version=Editing"),
        Columns =
        [
            new("问题", "title", "食品经营许可证到期怎样延续？"), new("其他问法", "variants", "食品证过期了还能经营吗；食品许可延续提前多久"), new("答复", "answer", "在有效期届满前规定的期间内提出申请。"),
            new("主办单位", "unit", "SCJG"), new("内容分类", "class", "市场监管"), new("依据", "legalBasis", "食品安全法"), new("生效日期", "validFrom", ""), new("有效期至", "validTo", "2099-12-31"),
            new("公开范围", "visibility", "对外公开"), new("关联事项", "items", "食品经营许可（延续）"),
        ],
        Read = Read,
    };

    private static async Task<ImportReading> Read(HttpContext http, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var (desk, writing) = (http.RequestServices.GetRequiredService<KnowledgeDesk>(), http.RequestServices.GetRequiredService<ArticleWriting>());
        var (drafts, faults, taken) = (new List<(UnitId Unit, ArticleDraft Draft)>(), new List<LineFault>(), await Taken(desk, ct));
        foreach (var line in lines)
        {
            var wrong = new List<ArticleFault>();
            if (await writing.Read(http, Input(line), null, wrong, ct) is { } read)
            {
                drafts.Add(read);
                wrong.AddRange(taken.Add((read.Unit, read.Draft.Title)) ? [] : [new("title", "duplicate", "这个单位已有同样的问题，或者文件中重复。")]);
            }

            faults.AddRange(wrong.Select(w => new LineFault(line.Number, w.Field, w.Code, w.Message)));
        }

        return new(faults, act => desk.Db.AddRange(drafts.Select(d => Article.Compile(desk.Ids.NewId(act.Now), desk.Ids.NewId(act.Now), d.Unit, d.Draft, act))));
    }

    private static async Task<HashSet<(UnitId, string)>> Taken(KnowledgeDesk desk, CancellationToken ct) =>
        [.. (await desk.Db.Articles.Where(a => a.State != ArticleState.Archived).Select(a => new { a.Unit, a.Title }).ToListAsync(ct)).Select(a => (a.Unit, a.Title))];

    private static ArticleInput Input(ImportLine line) => new()
    {
        Title = line["title"], Variants = Lines(line["variants"]), Answer = line["answer"], Unit = line["unit"].ToUpperInvariant(), Class = line["class"], LegalBasis = line["legalBasis"],
        ValidFrom = line["validFrom"], ValidTo = line["validTo"], Items = Lines(line["items"]),
        Visibility = line["visibility"] switch { "对外公开" => "public", "内部" => "internal", var other => other },
    };

    // several in one cell: a line each, or parted by semicolons
    private static string Lines(string cell) => cell.Replace('；', '\n').Replace(';', '\n');
}
