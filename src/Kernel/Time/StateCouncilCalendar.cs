namespace Yimen.Kernel;

/// <summary>国务院办公厅放假安排 — the notices from 2019 on that ship with the program. Local orders are not in them.</summary>
public static class StateCouncilCalendar
{
    /// <summary>The shipped file: <c>Data/holidays-cn.json</c>, from NateScarlet/holiday-cn (MIT), which names the notice of each year.</summary>
    public static CalendarFile File()
    {
        using var stream = typeof(StateCouncilCalendar).Assembly.GetManifestResourceStream("holidays-cn.json")!;
        return CalendarFile.Parse(stream);
    }

    public static WorkCalendar Load()
    {
        var file = File();
        return new WorkCalendar(file.Version, file.Days);
    }
}
