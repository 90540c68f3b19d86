using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Organization;

internal enum TimetableVerb
{
    [Label("设定办公时间")] Set,
}

/// <summary>办公时间表 — the centre's opening hours as dated rows without gaps. There is one timetable in a county.</summary>
internal sealed class OfficeTimetable : IMatter
{
    public static readonly Guid TheOne = new("c0a1e4da-0000-7000-8000-000000000002");

    private readonly List<HoursRow> rows = [];

    public Guid Id { get; private init; } = TheOne;

    public IReadOnlyList<HoursRow> Rows => rows;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new("timetable", Id);

    /// <summary>Nobody waits for a timetable.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>设定办公时间 — from a day on other hours hold. The day may not lie before the hours last set: what was received by them stays received.</summary>
    /// <exception cref="RuleViolation"><c>hours-order</c>, <c>hours-backwards</c>.</exception>
    public void Set(HoursRow wanted, Act act)
    {
        if (!(wanted.MorningFrom < wanted.MorningTo && wanted.MorningTo <= wanted.AfternoonFrom && wanted.AfternoonFrom < wanted.AfternoonTo))
        {
            throw new RuleViolation("hours-order", "办公时间应依次为上午开始、上午结束、下午开始、下午结束。");
        }

        var last = rows.MaxBy(r => r.ValidFrom);
        if (last is not null && wanted.ValidFrom < last.ValidFrom)
        {
            throw new RuleViolation("hours-backwards", $"生效日期不能早于现行办公时间的生效日期（{Chinese.Date(last.ValidFrom)}）。");
        }

        if (last?.ValidFrom == wanted.ValidFrom)
        {
            (last.MorningFrom, last.MorningTo, last.AfternoonFrom, last.AfternoonTo, last.Source) = (wanted.MorningFrom, wanted.MorningTo, wanted.AfternoonFrom, wanted.AfternoonTo, wanted.Source);
        }
        else
        {
            last?.ValidTo = wanted.ValidFrom.AddDays(-1);
            rows.Add(wanted);
        }

        Trail.Note(act, nameof(TimetableVerb.Set), null, null, new Change("hours", last?.Words, wanted.Words), new("validFrom", null, wanted.ValidFrom.ToString("yyyy-MM-dd")), new("source", null, wanted.Source));
    }
}
