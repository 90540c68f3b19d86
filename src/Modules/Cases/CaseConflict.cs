using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases;

/// <summary>Both versions, when another was faster: what was seen and typed beside what stands now.</summary>
internal static class CaseConflict
{
    public static async Task<ConflictView> Of(AppDb db, Case found, CaseChange change, string href, CancellationToken ct)
    {
        var last = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == "case" && j.MatterId == found.Id).OrderByDescending(j => j.Number).FirstAsync(ct);
        var fields = new List<FieldPair> { new("办理状态", change.Seen, Label.Of(found.State)), new("最近一步", "（您尚未保存）", last.Verb) };
        fields.AddRange(change.Typed.Select(t => new FieldPair(t.Label, t.Value, t.Stands(found))));
        return new(found.Number.Length == 0 ? $"草稿：{found.ItemName}" : $"办件 {found.Number}", last.ActorName, last.At, fields, href);
    }
}
