using Microsoft.AspNetCore.Http;
using Yimen.Knowledge.Editing;
using Yimen.Platform.Sheets;

namespace Yimen.Knowledge.Import;

/// <summary>The workbook: its columns, and how a row becomes what a form would have carried. The template is made from the same table.</summary>
internal static class ImportSheet
{
    private const int Most = 2000;

    /// <summary>Head, the field it stands for, and what the template's example says.</summary>
    public static readonly IReadOnlyList<(string Head, string Field, string Example)> Columns =
    [
        ("问题", "title", "食品经营许可证到期怎样延续？"), ("其他问法", "variants", "食品证过期了还能经营吗；食品许可延续提前多久"), ("答复", "answer", "在有效期届满前规定的期间内提出申请。"),
        ("主办单位", "unit", "SCJG"), ("内容分类", "class", "市场监管"), ("依据", "legalBasis", "食品安全法"), ("生效日期", "validFrom", ""), ("有效期至", "validTo", "2099-12-31"),
        ("公开范围", "visibility", "对外公开"), ("关联事项", "items", "食品经营许可（延续）"),
    ];

    /// <summary>The rows with their numbers, or null with what is wrong with the file as a whole.</summary>
    public static List<(int Number, ArticleInput Input)>? Read(IFormFile? file, out string fault)
    {
        fault = "请选择要上传的文件。";
        if (file is not { Length: > 0 })
        {
            return null;
        }

        try
        {
            using var stream = file.OpenReadStream();
            var rows = Workbook.Rows(stream, Workbook.Open(stream)[0]).Take(Most + 1).ToList();
            fault = rows.Count == 0 ? "工作簿中没有数据。"
                : rows.Count > Most ? $"一次不超过 {Most} 行，请分成几个文件。"
                : Columns.FirstOrDefault(c => !rows[0].Cells.ContainsKey(c.Head)) is { Head: { } missing } ? $"缺少“{missing}”列，请使用下载的模板。"
                : "";
            return fault.Length > 0 ? null : rows.ConvertAll(r => (r.Number, Input(r.Cells)));
        }
        catch (UnreadableWorkbook unreadable)
        {
            fault = unreadable.Message;
            return null;
        }
    }

    public static RowFault Fault(int row, ArticleInput input, ArticleFault fault)
    {
        var column = Columns.First(c => c.Field == fault.Field);
        var given = Given(input, fault.Field);
        return new(row, column.Head, fault.Code, given.Length > 60 ? given[..60] + "…" : given, fault.Message);
    }

    private static ArticleInput Input(IReadOnlyDictionary<string, string> cells)
    {
        string Cell(string head) => cells.GetValueOrDefault(head, "");
        return new()
        {
            Title = Cell("问题"), Variants = Lines(Cell("其他问法")), Answer = Cell("答复"), Unit = Cell("主办单位").ToUpperInvariant(), Class = Cell("内容分类"), LegalBasis = Cell("依据"),
            ValidFrom = Cell("生效日期"), ValidTo = Cell("有效期至"), Items = Lines(Cell("关联事项")),
            Visibility = Cell("公开范围") switch { "对外公开" => "public", "内部" => "internal", var other => other },
        };
    }

    // several in one cell: a line each, or parted by semicolons
    private static string Lines(string cell) => cell.Replace('；', '\n').Replace(';', '\n');

    private static string Given(ArticleInput input, string field) => (field switch
    {
        "title" => input.Title,
        "variants" => input.Variants,
        "answer" => input.Answer,
        "unit" => input.Unit,
        "class" => input.Class,
        "legalBasis" => input.LegalBasis,
        "validFrom" => input.ValidFrom,
        "validTo" => input.ValidTo,
        "visibility" => input.Visibility,
        _ => input.Items,
    }) ?? "";
}
