using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Registry;

/// <summary>The timeline of an item or offer: a reading of its journal, newest first.</summary>
internal static class ItemStory
{
    private const int Longest = 40;

    public static async Task<IReadOnlyList<TimelineEntry>> Story(this AppDb db, JournalChanges changes, MatterRef matter, CancellationToken ct)
    {
        var entries = await db.Set<JournalEntry>().AsNoTracking()
            .Where(j => j.Kind == matter.Kind && j.MatterId == matter.Id).OrderByDescending(j => j.Number).Take(200).ToListAsync(ct);
        var story = new List<TimelineEntry>();
        foreach (var entry in entries)
        {
            var changed = await changes.Read(matter, entry.Changes, false, ct);
            story.Add(new TimelineEntry(entry.At, entry.ActorName, What(entry)) { Why = Why(entry, changed), Tone = ToneOf(entry.Verb) });
        }

        return story;
    }

    private static string What(JournalEntry entry) => entry.To is null || entry.From == entry.To ? entry.Verb : $"{entry.Verb}，{entry.To}";

    private static string? Why(JournalEntry entry, IReadOnlyList<Change> changes)
    {
        var lines = changes.Select(Line).Prepend(entry.Reason).Where(l => l is not null);
        return string.Join("；", lines) is { Length: > 0 } text ? text : null;
    }

    // long values and rows are named only; the preview shows them side by side
    private static string Line(Change change) =>
        (change.Old?.Length ?? 0) > Longest || (change.New?.Length ?? 0) > Longest || (change.New?.Contains('\n') ?? false) ? $"修改了{change.Field}"
        : string.IsNullOrEmpty(change.Old) ? $"{change.Field}：{change.New}"
        : $"{change.Field}：{change.Old} → {(string.IsNullOrEmpty(change.New) ? "空" : change.New)}";

    private static Tone ToneOf(string verb) => verb switch
    {
        "发布" or "恢复" or "认领" => Tone.Good,
        "退回修改" => Tone.Warn,
        "暂停" => Tone.Paused,
        "取消" or "不认领" => Tone.Bad,
        _ => Tone.Active,
    };
}
