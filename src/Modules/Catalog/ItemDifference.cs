using System.Text.Encodings.Web;
using System.Text.Json;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Catalog;

/// <summary>What differs between two editions, field by field, for the journal and for the preview before publishing.</summary>
internal static class ItemDifference
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Change> Between(ItemDraft old, ItemDraft now) => Fields(old).Zip(Fields(now), (o, n) => new Change(o.Name, o.Value, n.Value)).Where(c => c.Old != c.New);

    private static IEnumerable<(string Name, string Value)> Fields(ItemDraft d) =>
    [
        ("事项名称", d.Name), ("依申请", YesNo(d.ByApplication)), ("可网办", YesNo(d.Online)), ("网办深度", Label.Of(d.OnlineDepth)),
        ("办件类型", Label.Of(d.ProjectType)), ("受理方式", Label.Of(d.AcceptMode)), ("办理系统", Label.Of(d.HandledIn)), ("综合窗口受理", YesNo(d.OneWindow)),
        ("设定依据", Text(d.Content.LegalBases)), ("受理条件", d.Content.Conditions), ("办理流程", d.Content.Flow),
        ("法定时限", Days(d.Content.Statutory)), ("承诺时限", Days(d.Content.Promised)), ("特别程序", d.Content.SpecialProcedure),
        ("到现场次数", $"{d.Content.Visits}"), ("必须现场原因", d.Content.VisitReason), ("服务对象", string.Join("、", d.Content.ServiceObjects)),
        ("材料", Text(d.Content.Materials)), ("收费", Text(d.Content.Fees)), ("环节", Text(d.Content.Steps)), ("结果", Text(d.Content.Outcomes)),
        ("常见问题", Text(d.Content.Questions)), ("其他要素", Text(Others(d))),
    ];

    /// <summary>All fields that have no line of their own, so that no change goes unseen.</summary>
    private static object Others(ItemDraft d) => d.Content with
    {
        LegalBases = [], Conditions = "", Flow = "", Statutory = null, Promised = null, SpecialProcedure = "", Visits = 0, VisitReason = "",
        ServiceObjects = [], Materials = [], Fees = [], Steps = [], Outcomes = [], Questions = [],
    };

    private static string Text(object value) => JsonSerializer.Serialize(value, Json);

    private static string Days(Contracts.Limit? limit) => limit?.Period.ToString() ?? "无";

    private static string YesNo(bool value) => value ? "是" : "否";
}
