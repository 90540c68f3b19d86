using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Import;

public sealed record ImportLine(Guid Id, string FileName, string By, DateTimeOffset At, string State, Tone Tone);

public sealed record ImportListView(IReadOnlyList<ImportLine> Runs, FormErrors? Errors = null, string? Key = null);

public sealed record FaultLine(string Sheet, int Row, string Code, string Field, string Reason, string Message);

public sealed record ImportView(ImportLine Run, ProgressView Progress, int Accepted, int Rejected, int FaultCount, IReadOnlyList<FaultLine> Faults, string? Message, long Version)
{
    public bool MayPublish { get; init; }

    public bool MayStop { get; init; }

    public string Href => $"/desk/items/import/{Run.Id}";
}

internal static class ImportWords
{
    public static ImportLine Line(this ImportRun run) => new(run.Id, run.FileName, run.ByName, run.StartedAt, Label.Of(run.State), run.State switch
    {
        ImportState.Published => Tone.Good,
        ImportState.Failed => Tone.Bad,
        ImportState.Stopped => Tone.Neutral,
        ImportState.Ready => Tone.Warn,
        _ => Tone.Active,
    });
}
