using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Registry;

/// <summary>The timeline of an entry or a correction: a reading of its journal, newest first.</summary>
internal static class ArticleStory
{
    private const int Longest = 40;
    private const int Most = 200;

    public static async Task<IReadOnlyList<TimelineEntry>> Story(this AppDb db, JournalChanges changes, MatterRef matter, CancellationToken ct)
    {
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == matter.Kind && j.MatterId == matter.Id).OrderByDescending(j => j.Number).Take(Most).ToListAsync(ct);
        var story = new List<TimelineEntry>();
        foreach (var entry in entries)
        {
            var lines = (await changes.Read(matter, entry.Changes, false, ct)).Select(Line).Prepend(entry.Reason).Where(l => l is not null);
            var what = entry.To is null || entry.From == entry.To ? entry.Verb : $"{entry.Verb}，{entry.To}";
            story.Add(new TimelineEntry(entry.At, entry.ActorName, what) { Why = string.Join("；", lines) is { Length: > 0 } why ? why : null, Tone = ToneOf(entry.Verb) });
        }

        return story;
    }

    // long values are named only; the comparison shows them side by side
    private static string Line(Change change) =>
        (change.Old?.Length ?? 0) > Longest || (change.New?.Length ?? 0) > Longest || (change.New?.Contains('\n') ?? false) || change.Field == "关联事项" ? $"修改了{change.Field}"
        : string.IsNullOrEmpty(change.Old) ? $"{change.Field}：{change.New}"
        : $"{change.Field}：{change.Old} → {(string.IsNullOrEmpty(change.New) ? "空" : change.New)}";

    private static Tone ToneOf(string verb) => verb switch
    {
        "发布" or "确认有效" or "采纳" => Tone.Good,
        "退回修改" or "提醒复审" or "提出纠错" => Tone.Warn,
        "下架" or "归档" or "放弃" => Tone.Bad,
        _ => Tone.Active,
    };
}
