using Yimen.Catalog.Fields;
using Yimen.Catalog.Sheets;

namespace Yimen.Catalog.Import;

/// <summary>The workbook of implementation lists: one sheet of items, one sheet a group of rows, and a sheet that explains them. Made from the table of fields, so it cannot fall behind it.</summary>
internal static class Template
{
    public const string Main = "事项";
    public const string CodeHead = "业务办理项编码";

    public static readonly IReadOnlyList<string> MainHeads = [CodeHead, .. ItemFields.All.Select(f => f.Label)];

    public static IReadOnlyList<string> HeadsOf(RowSet group) => [CodeHead, .. group.Labels];

    /// <summary>The workbook without rows.</summary>
    public static IReadOnlyList<Sheet> Blank() => Filled(_ => [], []);

    /// <param name="side">The rows of a group.</param>
    /// <param name="items">The rows of the main sheet.</param>
    public static IReadOnlyList<Sheet> Filled(Func<RowSet, IEnumerable<IReadOnlyList<string>>> side, IEnumerable<IReadOnlyList<string>> items) =>
    [
        new(Main, MainHeads, items),
        .. ItemRows.Groups.Select(g => new Sheet(g.Title, HeadsOf(g), side(g))),
        new("填写说明", ["工作表", "列", "是否必填", "填写要求", "可填的值"], Notes()),
    ];

    private static IEnumerable<IReadOnlyList<string>> Notes()
    {
        yield return [Main, CodeHead, "必填", "33位：统一社会信用代码18位、行使层级1位、基本编码12位、序号2位；以文本格式填写", ""];
        foreach (var field in ItemFields.All)
        {
            yield return [Main, field.Label, field.Required ? "必填" : "", Rule(field.Kind, field.MaxLength, field.Max, field.Hint), string.Join("、", field.Choices)];
        }

        foreach (var group in ItemRows.Groups)
        {
            yield return [group.Title, CodeHead, "必填", $"与“{Main}”表中的编码一致；一个事项可有多行，次序即显示次序", ""];
            foreach (var view in group.Views(group.Blank, ""))
            {
                yield return [group.Title, view.Label, view.Required ? "必填" : "", Rule(view.Kind, view.MaxLength, 999, view.Hint), string.Join("、", view.Choices)];
            }
        }
    }

    private static string Rule(FieldKind kind, int maxLength, int max, string? hint)
    {
        var rule = kind switch
        {
            FieldKind.Number => $"0至{max}的整数",
            FieldKind.YesNo => "是或否",
            FieldKind.Choice => "填一个值",
            FieldKind.Choices => "可填多个值，用顿号隔开",
            _ => $"不超过{maxLength}个字",
        };
        return hint is null ? rule : $"{rule}；{hint}";
    }
}
