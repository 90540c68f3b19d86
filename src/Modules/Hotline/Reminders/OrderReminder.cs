using Yimen.Kernel;

namespace Yimen.Hotline.Reminders;

/// <summary>催办, 督办, 书面批评 — the unit was pressed, by whom and why.</summary>
internal sealed class OrderReminder
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    public required ReminderLevel Level { get; init; }

    public required UnitId Unit { get; init; }

    public required string Why { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly On { get; init; }
}

internal enum ReminderLevel
{
    [Label("催办")] Reminder = 1,
    [Label("督办")] Supervision = 2,
    [Label("书面批评")] Criticism = 3,
}
