using Microsoft.AspNetCore.Http;
using Yimen.Platform.Ui;

namespace Yimen.Hotline;

/// <summary>What somebody wrote in a form that another overtook: shown beside what stands now, so that it can be copied and is not lost.</summary>
internal static class OrderTyped
{
    private static readonly (string Field, string Label)[] Words =
    [
        ("reason", "理由"), ("why", "理由"), ("remark", "意见"), ("text", "内容"), ("contactedOn", "联系日期"), ("contactedAt", "联系时间"), ("facts", "调查情况"), ("basis", "依据"), ("person", "联系人"), ("phone", "联系电话"),
        ("proposed", "建议单位"), ("village", "村居"), ("what", "交办事项"), ("due", "期限"), ("days", "天数"), ("until", "延至"), ("ground", "情形"), ("note", "记录"), ("units", "参加单位"), ("decision", "协调决定"), ("lead", "牵头单位"), ("number", "编号"), ("class", "内容分类"), ("unit", "主办单位"),
        ("assisting", "协办单位"), ("assisting2", "协办单位（二）"), ("topic", "热点标签"),
    ];

    public static IReadOnlyList<FieldPair> Of(IFormCollection form) =>
        [.. Words.Select(w => (w.Label, Value: form[w.Field].FirstOrDefault()?.Trim() ?? "")).Where(w => w.Value.Length > 0).Select(w => new FieldPair(w.Label, w.Value, null))];
}
