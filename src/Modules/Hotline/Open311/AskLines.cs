using System.Text.RegularExpressions;

namespace Yimen.Hotline.Open311;

/// <summary>附加问题 as an official writes them: a line each, its parts parted by <c>|</c>: 代码 | 题型 | 必填、选填或者说明 | 问题 | 填写提示 | 选项.</summary>
internal static partial class AskLines
{
    public const string Example = "LAMPFAULT | 单选 | 选填 | 故障 | 看不清的不用填 | dark=不亮、flicker=闪烁";

    private const int Most = 20;

    private static readonly (string Datatype, string Words)[] Kinds =
        [("string", "文字"), ("number", "数字"), ("datetime", "时间"), ("text", "长文字"), ("singlevaluelist", "单选"), ("multivaluelist", "多选")];

    public static string Write(IEnumerable<GeoAttribute> asks) => string.Join('\n', asks.Select(a => string.Join(" | ", Parts(a)).TrimEnd(' ', '|')));

    /// <summary>Reads the lines; null with the first fault in words.</summary>
    public static IReadOnlyList<GeoAttribute>? Read(string text, out string fault)
    {
        var (asks, lines) = (new List<GeoAttribute>(), text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList());
        fault = lines.Count > Most ? $"最多 {Most} 个问题，现有 {lines.Count} 个。" : "";
        foreach (var (line, at) in lines.Take(Most).Select((l, n) => (l, n + 1)))
        {
            var ask = ReadLine(line, out var wrong);
            fault = fault.Length > 0 ? fault : ask is null ? $"第 {at} 行：{wrong}" : asks.Exists(a => a.Code == ask.Code) ? $"第 {at} 行：代码 {ask.Code} 已经用过。" : "";
            asks.AddRange(ask is null ? [] : [ask]);
        }

        return fault.Length == 0 ? asks : null;
    }

    private static IEnumerable<string> Parts(GeoAttribute a) =>
        [a.Code, Kinds.First(k => k.Datatype == a.Datatype).Words, !a.Variable ? "说明" : a.Required ? "必填" : "选填", a.Description, a.Hint, string.Join('、', (a.Values ?? []).Select(v => $"{v.Key}={v.Name}"))];

    private static GeoAttribute? ReadLine(string line, out string wrong)
    {
        var parts = line.Split('|', '｜').Select(p => p.Trim()).Concat(["", "", "", "", "", ""]).ToList();
        var (code, kind, need, question) = (parts[0], Kinds.FirstOrDefault(k => k.Words == parts[1]).Datatype, parts[2], parts[3]);
        var values = parts[5].Length == 0 ? null : parts[5].Split('、').Select(v => v.Split('=', 2)).ToList();
        wrong = !Code().IsMatch(code) ? "代码为大写字母开头，由大写字母、数字和下划线组成，最多 20 个字符。"
            : kind is null ? $"题型为{string.Join('、', Kinds.Select(k => k.Words))}之一。"
            : need is not ("必填" or "选填" or "说明") ? "第三部分填“必填”“选填”或者“说明”。"
            : question.Length is 0 or > 100 ? "请写问题，不超过 100 个字。"
            : parts[4].Length > 100 ? "填写提示不超过 100 个字。"
            : kind.EndsWith("list", StringComparison.Ordinal) != values is { Count: > 1 } ? "单选和多选要有两个以上选项，其他题型没有选项。"
            : values?.Exists(v => v.Length < 2 || !Key().IsMatch(v[0]) || v[1].Length is 0 or > 40) == true || values?.DistinctBy(v => v[0]).Count() < values?.Count ? "选项写成“英文代码=名称”，用顿号分开，代码不重复。"
            : "";
        return wrong.Length > 0 ? null : new(code, kind!, question, need == "必填", need != "说明", parts[4], values is null ? null : [.. values.Select(v => new GeoChoice(v[0], v[1]))]);
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_]{0,19}$")]
    private static partial Regex Code();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,20}$")]
    private static partial Regex Key();
}
