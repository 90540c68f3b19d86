using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Hotline;

/// <summary>Holds the version that a form or If-Match carried against a matter's: what somebody else changed meanwhile is shown and not written over.</summary>
internal static class Stale
{
    /// <exception cref="StaleForm">Another version stands.</exception>
    public static async Task Check(AppDb db, IMatter found, int? seen, (string Name, string State, string Href) now, CancellationToken ct)
    {
        if (seen is null || seen == found.Trail.Count)
        {
            return;
        }

        var (kind, id) = (found.Ref.Kind, found.Ref.Id);
        var last = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == kind && j.MatterId == id).OrderByDescending(j => j.Number).FirstAsync(ct);
        throw new StaleForm(new(now.Name, last.ActorName, last.At, [new("状态", null, now.State), new("最近一步", "（您尚未保存）", last.Verb)], now.Href));
    }
}
