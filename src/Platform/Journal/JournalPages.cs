using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Points;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Journal;

public sealed record JournalView(JournalFilter Filter, IReadOnlyList<JournalRow> Rows, Paging Paging)
{
    public IReadOnlyList<Choice> Kinds { get; init; } = [];
    public FormErrors Errors { get; init; } = new();
    public string? Purpose { get; init; }
}

/// <summary>办理日志 — the audit administrator's view over all matters.</summary>
internal static class JournalPages
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/desk/journal", Show).RequirePermission("journal.read").ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, [AsParameters] JournalFilter filter, JournalList list) =>
        Page.Of<JournalPage>(http, await list.View(http, filter, new(), null));
}

/// <summary>Reads a page of the journal.</summary>
internal sealed class JournalList(AppDb db, JournalWords words, JournalChanges changes, UnitNames units, OpenDoors doors)
{
    public async Task<JournalView> View(HttpContext http, JournalFilter filter, FormErrors errors, string? purpose)
    {
        var ct = http.RequestAborted;
        var entries = filter.In(db.Set<JournalEntry>().AsNoTracking(), words);
        var paging = Paging.Of(http.Request.Query["page"], http.Request.Query["size"], await entries.CountAsync(ct));
        var rows = new List<JournalRow>();
        foreach (var entry in await entries.OrderByDescending(e => e.Position).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct))
        {
            rows.Add(await JournalRow.Of(entry, words, changes, units, ct));
        }
        var open = rows.Where(r => r.Href is not null).DistinctBy(r => r.Kind).ToDictionary(r => r.Kind, r => doors.Open(http.Visitor, r.Href!));
        return new(filter, [.. rows.Select(r => r.Href is not null && !open[r.Kind] ? r with { Href = null } : r)], paging) { Kinds = [.. words.Kinds.Select(k => new Choice(k.Kind, k.Name))], Errors = errors, Purpose = purpose };
    }

    /// <summary>Every row of the filter, oldest first, up to <paramref name="most"/>.</summary>
    public async Task<List<JournalRow>> Rows(JournalFilter filter, int most, CancellationToken ct)
    {
        await units.Ready(ct);
        var rows = new List<JournalRow>();
        await foreach (var entry in filter.In(db.Set<JournalEntry>().AsNoTracking(), words).OrderBy(e => e.Position).Take(most).AsAsyncEnumerable().WithCancellation(ct))
        {
            rows.Add(await JournalRow.Of(entry, words, changes, units, ct));
        }
        return rows;
    }
}
