using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Organization;

internal enum CalendarVerb
{
    [Label("导入放假安排")] Import,
    [Label("设定本地调整")] Adjust,
    [Label("撤回本地调整")] Withdraw,
}

/// <summary>工作日历 — the days that the county itself added to the notices shipped with the program. There is one; its days are what others read.</summary>
internal sealed class CountyCalendar : IMatter
{
    /// <summary>The one calendar of a county.</summary>
    public static readonly Guid TheOne = new("c0a1e4da-0000-7000-8000-000000000001");

    private readonly List<CalendarDayRow> days = [];

    public Guid Id { get; private init; } = TheOne;

    public IReadOnlyList<CalendarDayRow> Days => days;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new("calendar", Id);

    /// <summary>Nobody waits for a calendar.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>导入放假安排 — the days of a notice that differ from what is known.</summary>
    public void Import(IReadOnlyList<CalendarDay> notice, string source, Act act)
    {
        foreach (var day in notice)
        {
            Put(day, CalendarDaySource.Notice, source, act.Now);
        }

        Trail.Note(act, nameof(CalendarVerb.Import), null, null, new Change("source", null, source), new("days", null, string.Join(' ', notice.Select(Text))));
    }

    /// <summary>设定本地调整 — a local order for one day (台风停工, 延迟复工); it wins over the notices.</summary>
    public void Adjust(CalendarDay day, string source, Act act)
    {
        Put(day, CalendarDaySource.Local, source, act.Now);
        Trail.Note(act, nameof(CalendarVerb.Adjust), null, null, new Change("day", null, Text(day)), new("source", null, source));
    }

    /// <summary>撤回本地调整 — the notices hold again for that day.</summary>
    /// <exception cref="RuleViolation"><c>no-such-day</c>.</exception>
    public void Withdraw(DateOnly date, Act act)
    {
        var row = days.Find(d => d.Date == date && d is { Kind: CalendarDaySource.Local, Withdrawn: false })
            ?? throw new RuleViolation("no-such-day", $"{Chinese.Date(date)}没有本地调整，可能已由他人撤回。");
        (row.Withdrawn, row.ChangedAt) = (true, act.Now);
        Trail.Note(act, nameof(CalendarVerb.Withdraw), null, null, new Change("day", Text(row.AsDay()), null));
    }

    private void Put(CalendarDay day, CalendarDaySource kind, string source, DateTimeOffset now)
    {
        if (days.Find(d => d.Date == day.Date && d.Kind == kind) is { } row)
        {
            (row.Name, row.IsOff, row.Source, row.ChangedAt, row.Withdrawn) = (day.Name, day.IsOff, source, now, false);
        }
        else
        {
            days.Add(new() { Date = day.Date, Kind = kind, Name = day.Name, IsOff = day.IsOff, Source = source, ChangedAt = now });
        }
    }

    private static string Text(CalendarDay day) => $"{day.Date:yyyy-MM-dd}{(day.IsOff ? "休" : "班")}{day.Name}";
}
