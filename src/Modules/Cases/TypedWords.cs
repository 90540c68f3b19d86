using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Yimen.Cases;

/// <summary>What somebody wrote in a form that another overtook: shown beside what stands now, so that it can be copied and is not lost.</summary>
internal static class TypedWords
{
    private const string Flaw = "flaw-";

    private static readonly (string Field, string Label)[] Words =
    [
        ("reason", "理由"), ("why", "理由"), ("remark", "批复意见"), ("ground", "事由"), ("days", "天数"), ("to", "转报的机关"), ("body", "应当向哪个机关申请"), ("result", "结果"),
        ("statement", "听证申请"), ("day", "日期"), ("time", "时间"), ("place", "地点"), ("attended", "到场人员"), ("record", "听证笔录"), ("question", "征求的内容"), ("others", "另交的材料"),
        ("name", "姓名或单位名称"), ("address", "地址"), ("agent", "经办人"), ("request", "申请内容"), ("fileNumber", "档号"), ("note", "说明"),
    ];

    public static IReadOnlyList<TypedField> Of(IFormCollection form) =>
    [
        .. Words.Select(w => (w.Label, Value: form[w.Field].FirstOrDefault()?.Trim() ?? "")).Where(w => w.Value.Length > 0).Select(w => new TypedField(w.Label, w.Value, _ => null)),
        .. form.Keys.Where(k => k.StartsWith(Flaw, StringComparison.Ordinal)).Select(k => (Order: int.TryParse(k.AsSpan(Flaw.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0, Value: form[k].FirstOrDefault()?.Trim() ?? ""))
            .Where(f => f.Value.Length > 0).OrderBy(f => f.Order).Select(f => new TypedField(f.Order == 0 ? "需要补正：申请内容" : $"需要补正：第 {f.Order} 份材料", f.Value, _ => null)),
    ];
}
