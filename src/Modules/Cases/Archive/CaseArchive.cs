namespace Yimen.Cases.Archive;

/// <summary>归档 — where the paper file lies, of how many leaves, and until when it is kept.</summary>
internal sealed class CaseArchive
{
    public Guid CaseId { get; private init; }

    /// <summary>档号.</summary>
    public required string FileNumber { get; init; }

    /// <summary>Room, shelf, box.</summary>
    public required string Place { get; init; }

    public required int Leaves { get; init; }

    public required DateOnly KeepUntil { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
