using System.Globalization;
using System.Text.RegularExpressions;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;

namespace Yimen.Knowledge.Editing;

/// <summary>What no entry may hold, whoever writes it; all faults are told at once.</summary>
internal static partial class ArticleRules
{
    public const int LongestTitle = 100;
    public const int LongestAnswer = 4000;
    public const int LongestBasis = 500;
    public const int LongestClass = 30;
    public const int MostVariants = 20;
    public const int MostItems = 20;

    /// <summary>The classes that the office uses; another may be written.</summary>
    public static readonly IReadOnlyList<string> Classes =
    [
        "医疗保障", "社会保险", "就业创业", "劳动关系", "户籍身份", "出入境", "不动产", "住房公积金", "住房城建", "市场监管", "税务", "教育", "卫生健康", "民政", "残疾人", "退役军人",
        "交通运输", "城市管理", "水务供水", "供电燃气", "农业农村", "林业", "生态环境", "文旅体育", "司法法律", "消防应急", "政务服务",
    ];

    public static IEnumerable<ArticleFault> Check(ArticleInput input, DateOnly today)
    {
        var texts = new (string Name, string Label, string Text, int Most, bool Required)[]
        {
            ("title", "问题", Clean(input.Title), LongestTitle, true), ("answer", "答复", Clean(input.Answer), LongestAnswer, true),
            ("class", "内容分类", Clean(input.Class), LongestClass, true), ("legalBasis", "依据", Clean(input.LegalBasis), LongestBasis, false),
        };
        return [.. texts.SelectMany(t => OfText(t)), .. OfLists(input), .. OfDays(input, today), .. OfChoice(input)];
    }

    /// <summary>The draft that faultless texts make.</summary>
    public static ArticleDraft Draft(ArticleInput input, IReadOnlyList<Guid> items) => new()
    {
        Title = Clean(input.Title), Variants = Lines(input.Variants), Answer = string.Join('\n', Words.Lines(Clean(input.Answer))), Class = Clean(input.Class), LegalBasis = Clean(input.LegalBasis),
        ValidFrom = Day(input.ValidFrom), ValidTo = Day(input.ValidTo), Visibility = input.Visibility == "internal" ? Visibility.Internal : Visibility.Public, Items = items,
    };

    public static List<string> Lines(string? text) => [.. Words.Lines(Clean(text)).Distinct()];

    public static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private static IEnumerable<ArticleFault> OfText((string Name, string Label, string Text, int Most, bool Required) of)
    {
        if (of.Text.Length == 0)
        {
            return of.Required ? [new(of.Name, "required", $"请填写{of.Label}。")] : [];
        }

        return of.Text.Length > of.Most ? [new(of.Name, "too-long", $"{of.Label}不能超过 {of.Most} 个字，现为 {of.Text.Length} 个字。")]
            : of.Name is "title" && of.Text.Contains('\n') ? [new(of.Name, "one-line", "问题写成一行，其他问法另写。")]
            : Pollution(of.Name, of.Label, of.Text);
    }

    private static IEnumerable<ArticleFault> OfLists(ArticleInput input)
    {
        var variants = Lines(input.Variants);
        if (variants.Count > MostVariants || variants.Exists(v => v.Length > LongestTitle))
        {
            yield return new("variants", "too-long", $"其他问法不超过 {MostVariants} 条，每条不超过 {LongestTitle} 个字。");
        }

        foreach (var fault in Pollution("variants", "其他问法", Clean(input.Variants)))
        {
            yield return fault;
        }

        if (Lines(input.Items).Count > MostItems)
        {
            yield return new("items", "too-many", $"关联事项不超过 {MostItems} 个。");
        }
    }

    private static IEnumerable<ArticleFault> OfDays(ArticleInput input, DateOnly today)
    {
        var (from, to) = (Day(input.ValidFrom), Day(input.ValidTo));
        if (Clean(input.ValidFrom).Length > 0 && from is null)
        {
            yield return new("validFrom", "not-a-day", "生效日期应为日期，如 2020-12-01；不填即发布之日。");
        }

        if (Clean(input.ValidTo).Length > 0 && to is null)
        {
            yield return new("validTo", "not-a-day", "有效期至应为日期，如 2021-12-31；不填即长期有效。");
        }
        else if (to < today)
        {
            yield return new("validTo", "past", "有效期至不能早于今天。");
        }
        else if (to < from)
        {
            yield return new("validTo", "backwards", "有效期至不能早于生效日期。");
        }
    }

    private static IEnumerable<ArticleFault> OfChoice(ArticleInput input) =>
        input.Visibility is "public" or "internal" ? [] : [new("visibility", "required", "请选择公开范围。")];

    /// <summary>What copying from web pages leaves, and what belongs to a person.</summary>
    private static IEnumerable<ArticleFault> Pollution(string name, string label, string text) =>
        Markup().IsMatch(text) ? [new(name, "html", $"{label}中含有网页代码，请粘贴为纯文本。")]
        : text.AsSpan().IndexOfAnyInRange('\u0000', '\b') >= 0 || text.Contains('\ufffd') ? [new(name, "control-characters", $"{label}中含有不可见的控制字符，请删除后重新填写。")]
        : Personal().IsMatch(text) ? [new(name, "personal", $"{label}中不能有身份证号码或手机号码；请写单位的公开电话或 12345。")]
        : [];

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(Clean(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("</?[a-zA-Z][^<>]{0,400}>|<!--|&(?:nbsp|lt|gt|amp|quot|#\\d{1,6});")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)")]
    private static partial Regex Personal();
}
