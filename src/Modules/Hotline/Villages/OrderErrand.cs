using Yimen.Kernel;

namespace Yimen.Hotline.Villages;

/// <summary>交办村居 — what a town gave one of its villages to look into, by when, and what came back. The town stays the unit that answers; a village has no account in the hotline, its word is noted by the town.</summary>
internal sealed class OrderErrand
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    public required AreaCode Village { get; init; }

    public required string VillageName { get; init; }

    public required string What { get; init; }

    public required DateOnly Due { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Report { get; private set; } = "";

    public string ReportedByName { get; private set; } = "";

    public DateOnly? ReportedOn { get; private set; }

    public bool IsOpen => ReportedOn is null;

    internal void Close(string report, Act act) => (Report, ReportedByName, ReportedOn) = (report, act.By.Name, act.Today);
}

/// <summary>To which village, what, and by when.</summary>
internal sealed record ErrandDraft(AreaCode Village, string VillageName, string What, DateOnly Due);
