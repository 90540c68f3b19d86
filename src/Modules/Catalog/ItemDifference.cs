using Yimen.Catalog.Fields;
using Yimen.Catalog.Forms;
using Yimen.Platform.Journal;

namespace Yimen.Catalog;

/// <summary>What differs between two editions, field by field, in the words of the form: for the journal, the preview before publishing and two editors who met.</summary>
internal static class ItemDifference
{
    public static IEnumerable<Change> Between(ItemDraft old, ItemDraft now) =>
        Values(old).Zip(Values(now), (o, n) => new Change(o.Label, o.Value, n.Value)).Where(c => c.Old != c.New);

    /// <summary>Every field and group of rows as text.</summary>
    public static IEnumerable<(string Label, string Value)> Values(ItemDraft draft) =>
        ItemFields.All.Select(f => (f.Label, f.Read(draft))).Concat(ItemRows.Groups.Select(g => (g.Title, TextOf(g, g.Read(draft))))).Append(("空白表格和样表", MaterialFiles.TextOf(draft)));

    /// <summary>Rows as a person compares them: numbered, a line each, empty parts left out.</summary>
    public static string TextOf(RowSet group, IReadOnlyList<IReadOnlyList<string>> rows) =>
        string.Join('\n', rows.Select((row, i) => $"{i + 1}. {string.Join("；", row.Select((v, at) => (v, at)).Where(c => c.v.Length > 0).Select(c => c.at == 0 ? c.v : $"{group.Labels[c.at]}：{c.v}"))}"));
}
