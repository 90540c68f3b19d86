using System.Globalization;
using System.Text.RegularExpressions;

namespace Yimen.Catalog.Fields;

/// <summary>What no field may hold, whoever writes it: form, spreadsheet or program.</summary>
internal static partial class FieldRules
{
    public const char Separator = '、';

    public static FieldFault? Check<T>(Field<T> field, string text)
    {
        if (text.Length == 0)
        {
            return field.Required ? new(field.Name, "required", field.Kind is FieldKind.Text or FieldKind.Prose or FieldKind.Number ? $"请填写{field.Label}" : $"请选择{field.Label}") : null;
        }

        return Pollution(field.Name, field.Label, text) ?? field.Kind switch
        {
            FieldKind.Number => Number(field, text),
            FieldKind.YesNo => text is "是" or "否" ? null : new(field.Name, "not-a-choice", $"{field.Label}应填“是”或“否”，现为“{Cut(text)}”"),
            FieldKind.Choice => NotAmong(field, [text]),
            FieldKind.Choices => NotAmong(field, Split(text)),
            _ => text.Length > field.MaxLength ? new(field.Name, "too-long", $"{field.Label}不能超过{field.MaxLength}个字，现为{text.Length}个字") : null,
        };
    }

    public static IReadOnlyList<string> Split(string text) => text.Split([Separator, ',', '，', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Line ends made equal, outer blanks cut, full-width digits left as typed.</summary>
    public static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>Markup and control characters that copying from web pages leaves in cells.</summary>
    public static FieldFault? Pollution(string name, string label, string text) =>
        Markup().Match(text) is { Success: true } tag ? new(name, "html", $"{label}中含有网页代码“{Cut(tag.Value)}”，请粘贴为纯文本")
        : text.AsSpan().IndexOfAnyInRange('\u0000', '\b') >= 0 || text.AsSpan().IndexOfAny('\u000b', '\u000c', '\ufffd') >= 0 ? new(name, "control-characters", $"{label}中含有不可见的控制字符，请删除后重新填写")
        : null;

    private static FieldFault? Number<T>(Field<T> field, string text) =>
        !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(field.Name, "not-a-number", $"{field.Label}应为整数，现为“{Cut(text)}”")
        : number > field.Max ? new(field.Name, "out-of-range", $"{field.Label}应在0至{field.Max}之间，现为{number}")
        : null;

    private static FieldFault? NotAmong<T>(Field<T> field, IEnumerable<string> parts) =>
        parts.FirstOrDefault(p => !field.Choices.Contains(p)) is { } wrong
            ? new(field.Name, "not-a-choice", $"{field.Label}“{Cut(wrong)}”不在可选范围内，可填：{string.Join("、", field.Choices)}")
            : null;

    private static string Cut(string text) => text.Length > 24 ? text[..24] + "…" : text;

    [GeneratedRegex("</?[a-zA-Z][^<>]{0,400}>|<!--|&(?:nbsp|lt|gt|amp|quot|#\\d{1,6}|#x[0-9a-fA-F]{1,6});")]
    private static partial Regex Markup();
}
