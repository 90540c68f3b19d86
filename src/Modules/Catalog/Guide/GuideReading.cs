using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Journal;

namespace Yimen.Catalog.Guide;

/// <summary>Reads one guide: the item, a version of it and its unit in one query, its windows in a second; the journal only where the item is not in force.</summary>
internal static class GuideReading
{
    /// <summary>The guide as it stands: the version in force or, of an item no longer in force, the last that was.</summary>
    /// <exception cref="NotThere">There is no such item, or it was never published.</exception>
    public static async Task<GuideView> Guide(this AppDb db, Guid id, DateOnly today, CancellationToken ct)
    {
        var row = await Versions(db, id).FirstOrDefaultAsync(r => r.Version.Id == r.Current, ct) ?? throw new NotThere();
        return await WithPlaces(db, row, today, ct);
    }

    /// <summary>An edition by its number, with the days on which it was in force.</summary>
    /// <exception cref="NotThere">The public never saw such an edition.</exception>
    public static async Task<GuideView> Edition(this AppDb db, Guid id, int number, DateOnly today, CancellationToken ct)
    {
        var row = await Versions(db, id).FirstOrDefaultAsync(r => r.Version.Number == number, ct) ?? throw new NotThere();
        var days = (await Spans(db, id).ToListAsync(ct)).FindAll(s => s.Number == number);
        return days.Count == 0 ? throw new NotThere() : await WithPlaces(db, row, today, ct) with { InForce = days };
    }

    /// <summary>The days in force of every edition, newest first.</summary>
    public static IQueryable<SpanRow> Spans(AppDb db, Guid id) =>
        from d in db.Set<InForce>()
        where d.ItemId == id
        join v in db.ItemVersionRefs on d.VersionId equals v.Id
        orderby d.From descending, d.Id descending
        select new SpanRow(v.Number, v.Name, d.From, d.To);

    private static IQueryable<GuideRow> Versions(AppDb db, Guid id) =>
        from i in db.Items.AsNoTracking()
        where i.Id == id && i.Current != null
        join v in db.ItemVersionRefs on i.Id equals v.ItemId
        join u in db.UnitRefs on i.Unit equals u.Id
        select new GuideRow
        {
            Id = i.Id, State = i.State, Type = i.Type, Level = i.Level, BasicCode = i.BasicCode, Code = i.HandlingCode, Current = i.Current!.Value, Version = v, Unit = u,
        };

    private static async Task<GuideView> WithPlaces(AppDb db, GuideRow row, DateOnly today, CancellationToken ct) => new(row)
    {
        Windows = await Windows(db, row.Id, today).ToListAsync(ct),
        Stopped = row.State is ItemState.Suspended or ItemState.Cancelled ? await Why(db, row.Id, Label.Of(row.State), ct) : null,
    };

    private static IQueryable<GuideWindowRow> Windows(AppDb db, Guid id, DateOnly today) =>
        from b in db.WindowBindings
        where b.ItemId == id && b.From <= today && (b.To == null || b.To > today)
        join w in db.WindowRefs on b.Window equals w.Code
        where w.ClosedOn == null || w.ClosedOn > today
        orderby w.Kind, w.Code
        select new GuideWindowRow(w.Code, w.Name, w.Kind, w.Place, w.Hours, w.Phone);

    private static Task<StoppedRow?> Why(AppDb db, Guid id, string state, CancellationToken ct) =>
        db.Set<JournalEntry>().Where(j => j.Kind == "item" && j.MatterId == id && j.To == state).OrderByDescending(j => j.Number)
            .Select(j => new StoppedRow(j.At, j.Reason)).FirstOrDefaultAsync(ct);
}
