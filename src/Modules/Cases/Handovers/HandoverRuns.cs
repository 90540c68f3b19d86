using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Handovers;

/// <summary>交接班次 — at which times of the day paper goes, dated; the latest row that has begun is in force. There is one timetable in a county.</summary>
internal sealed class HandoverRuns : IMatter
{
    public const string MatterKind = "handover-runs";
    public static readonly Guid TheOne = new("c0a1e4da-0000-7000-8000-000000000021");

    // practice of the counters until the county sets its own
    private static readonly HandoverRun Usual = new() { From = DateOnly.MinValue, Times = "11:30 17:00" };

    private readonly List<HandoverRun> rows = [];

    public Guid Id { get; private init; } = TheOne;

    public IReadOnlyList<HandoverRun> Rows => rows;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>设定班次 — from a day on that is not over.</summary>
    /// <exception cref="RuleViolation"><c>runs-backwards</c>, <c>runs-unread</c>.</exception>
    public void Set(DateOnly from, string times, Act act)
    {
        if (from < act.Today)
        {
            throw new RuleViolation("runs-backwards", "生效日期不能早于今天。");
        }

        var read = HandoverRun.Read(times) ?? throw new RuleViolation("runs-unread", "请按“11:30 17:00”的样子填写，每天一至六班，从早到晚。");
        var (before, words) = (On(from).Times, string.Join(' ', read.Select(t => t.ToString("HH:mm"))));
        if (rows.Find(r => r.From == from) is { } same)
        {
            same.Times = words;
        }
        else
        {
            rows.Add(new HandoverRun { From = from, Times = words });
        }

        Trail.Note(act, "设定班次", null, null, new("班次", before, words), new("生效日期", null, $"{from:yyyy-MM-dd}"));
    }

    public HandoverRun On(DateOnly day) => rows.Where(r => r.From <= day).MaxBy(r => r.From) ?? Usual;

    /// <summary>The next run after an instant: today's, or the first of the next working day.</summary>
    public (DateOnly Day, TimeOnly Time) Next(DateTimeOffset now, WorkCalendar calendar)
    {
        var (day, time) = (ChinaTime.DateOf(now), TimeOnly.FromDateTime(ChinaTime.Local(now).DateTime));
        foreach (var run in calendar.IsWorkday(day) ? HandoverRun.Read(On(day).Times)! : [])
        {
            if (run > time)
            {
                return (day, run);
            }
        }

        var next = calendar.NextWorkday(day);
        return (next, HandoverRun.Read(On(next).Times)![0]);
    }
}

/// <summary>One dated row of the timetable.</summary>
internal sealed class HandoverRun
{
    public required DateOnly From { get; init; }

    /// <summary>11:30 17:00</summary>
    public required string Times { get; set; }

    /// <summary>The times in order; null when they cannot be read.</summary>
    public static IReadOnlyList<TimeOnly>? Read(string text)
    {
        var times = new List<TimeOnly>();
        foreach (var part in text.Split([' ', '，', ',', '、'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TimeOnly.TryParseExact(part.Replace('：', ':'), "H:mm", out var time) || (times.Count > 0 && time <= times[^1]))
            {
                return null;
            }

            times.Add(time);
        }

        return times.Count is >= 1 and <= 6 ? times : null;
    }
}
