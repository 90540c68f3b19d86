using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Points;
using Yimen.Platform.Tasks;
using Yimen.Platform.Ui;

namespace Yimen.Portal.Inbox;

/// <summary>Reads inboxes: which tasks a visitor sees, how they fall due, and page by page the lines themselves.</summary>
internal sealed partial class InboxDesk(AppDb db, CountyScope county, Calendars calendars, IEnumerable<SearchSource> sources, PermissionTable table)
{
    private const int AtMost = 5;

    public AppDb Db => db;

    /// <summary>What a number in the filter names, among what the visitor may see: tasks tell the matter's title, people quote its number.</summary>
    public async Task<IReadOnlyList<Guid>> Named(Visitor visitor, InboxFilter filter, CancellationToken ct)
    {
        if (!Number().IsMatch(filter.Words))
        {
            return [];
        }

        var (ask, named) = (new SearchAsk(db, visitor, table, filter.Words, AtMost), new List<Guid>());
        foreach (var source in sources.OrderBy(s => s.Order))
        {
            named.AddRange((await source.Find(ask, ct)).Hits.Select(h => Guid.TryParse(h.Href.Split('/', '?')[^1], out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty));
        }

        return named;
    }

    /// <summary>Those whose tasks the visitor sees as their own: themselves, and who made them their partner for today.</summary>
    public async Task<Dictionary<Guid, string>> StandingInFor(Visitor visitor, DateOnly today, CancellationToken ct) =>
        await Absence.StoodInForBy(db, visitor.Actor.AccountId, today, ct);

    /// <summary>A task that the visitor may move: their own, one they stand in for, or one of their queues.</summary>
    /// <exception cref="NotThere">There is none, or it is not theirs.</exception>
    public async Task<InboxTask> Take(HttpContext http, Guid id, CancellationToken ct) =>
        (await TakeAll(http, [id], ct)) is [var task] ? task : throw new NotThere();

    public async Task<List<InboxTask>> TakeAll(HttpContext http, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var holders = await Holders(http, ct);
        var mine = await db.Set<InboxTask>().HeldBy(holders).Where(t => ids.Contains(t.Id)).ToListAsync(ct);
        var queue = await db.Set<InboxTask>().Queue(http.Visitor).Where(t => ids.Contains(t.Id)).ToListAsync(ct);
        return [.. mine, .. queue];
    }

    public async Task<Guid[]> Holders(HttpContext http, CancellationToken ct) =>
        [http.Visitor.Actor.AccountId, .. (await StandingInFor(http.Visitor, http.Act().Today, ct)).Keys];

    /// <summary>The first day that no longer counts as 三个工作日内 is the one after this.</summary>
    public async Task<DueDays> Days(DateOnly today, CancellationToken ct)
    {
        var calendar = (await calendars.Of(county.County, db, ct)).Calendar;
        return new(today, calendar.AddWorkdays(today, 3), calendar);
    }

    /// <summary>Counted in one pass, step by step, so that the steps to choose from are those that wait.</summary>
    public static async Task<IReadOnlyList<StepCounts>> Count(IQueryable<InboxTask> tasks, DueDays days, CancellationToken ct)
    {
        var (today, soon) = (days.Today, days.Soon);
        return await tasks.GroupBy(t => new { t.Kind, t.Code }).Select(g => new StepCounts(g.Key.Kind, g.Key.Code, new DueCounts(
            g.Sum(t => t.DueOrder < today ? 1 : 0),
            g.Sum(t => t.DueOrder == today ? 1 : 0),
            g.Sum(t => t.DueOrder > today && t.DueOrder <= soon ? 1 : 0),
            g.Sum(t => t.DueOrder > soon ? 1 : 0)))).ToListAsync(ct);
    }

    public async Task<List<TaskRow>> Rows(IQueryable<InboxTask> ordered, Paging paging, CancellationToken ct) => await (
        from t in ordered.AsNoTracking().Skip(paging.Skip).Take(paging.Size)
        join u in db.UnitRefs on t.Unit equals u.Id into units
        from u in units.DefaultIfEmpty()
        select new TaskRow
        {
            Id = t.Id, Title = t.Title, Href = t.Href, Kind = t.Kind, Code = t.Code, Unit = (string?)u!.ShortName, Window = t.Window, Due = t.Due, OpenedAt = t.OpenedAt, Holder = t.Holder, HolderName = t.HolderName,
        }).ToListAsync(ct);

    [GeneratedRegex("^[A-Za-z]{0,4}[0-9]{6}[0-9A-Za-z-]*$")]
    private static partial Regex Number();
}

/// <summary>The days between which tasks are grouped.</summary>
internal sealed record DueDays(DateOnly Today, DateOnly Soon, WorkCalendar Calendar)
{
    public TaskRow Dress(TaskRow row, DueCounts counts) => row with { Deadline = Deadline(row.Due), Group = Group(row.Due ?? DateOnly.MaxValue, counts) };

    private GroupHead Group(DateOnly due, DueCounts counts) =>
        due < Today ? new("已逾期", Tone.Bad, counts.Overdue)
        : due == Today ? new("今天", Tone.Warn, counts.Today)
        : due <= Soon ? new("三个工作日内", Tone.Active, counts.Soon)
        : new("其余", Tone.Neutral, counts.Rest);

    private DeadlineView? Deadline(DateOnly? due) => due is not { } day ? null
        : day < Today ? new(day, Calendar.WorkdaysBetween(day, Today), DeadlineState.Overdue)
        : day == Today ? new(day, 0, DeadlineState.Today)
        : new(day, Calendar.WorkdaysBetween(Today, day), day <= Soon ? DeadlineState.Soon : DeadlineState.Running);
}
