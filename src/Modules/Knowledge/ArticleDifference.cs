using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Knowledge;

/// <summary>What differs between two versions, field by field, in the words of the form: for the journal, the comparison and two editors who met.</summary>
internal static class ArticleDifference
{
    public static IEnumerable<Change> Between(ArticleDraft old, ArticleDraft now) =>
        Values(old).Zip(Values(now), (o, n) => new Change(o.Label, o.Value, n.Value)).Where(c => c.Old != c.New);

    /// <summary>Every field as text; items by how many there are, since their names stand elsewhere.</summary>
    public static IEnumerable<(string Label, string Value)> Values(ArticleDraft draft) =>
    [
        ("问题", draft.Title), ("其他问法", string.Join('\n', draft.Variants)), ("答复", draft.Answer), ("内容分类", draft.Class), ("依据", draft.LegalBasis),
        ("生效日期", Words.Day(draft.ValidFrom, "发布之日")), ("有效期至", Words.Day(draft.ValidTo, "长期")), ("公开范围", Label.Of(draft.Visibility)),
        ("关联事项", string.Join('\n', draft.Items.Select(i => i.ToString("N")))),
    ];
}
