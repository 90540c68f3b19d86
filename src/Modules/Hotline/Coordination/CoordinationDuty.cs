using Yimen.Kernel;

namespace Yimen.Hotline.Coordination;

/// <summary>协调任务 — what a meeting gave a unit to do, by when, and what the unit says it did.</summary>
internal sealed class CoordinationDuty
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    public required Guid CoordinationId { get; init; }

    public required UnitId Unit { get; init; }

    public required string What { get; init; }

    public required DateOnly Due { get; init; }

    public string Report { get; private set; } = "";

    public string ReportedByName { get; private set; } = "";

    public DateOnly? ReportedOn { get; private set; }

    public bool IsOpen => ReportedOn is null;

    internal void Close(string report, Act act) => (Report, ReportedByName, ReportedOn) = (report, act.By.Name, act.Today);
}
