using Yimen.Kernel;
using Yimen.Platform.Points;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Journal;

/// <summary>An entry as the page and the export list it; personal values are hidden.</summary>
public sealed record JournalRow(long Position, DateTimeOffset At, string Actor, string? Unit, string Kind)
{
    public required Guid MatterId { get; init; }
    public required int Number { get; init; }
    public string? Href { get; init; }
    public required string Verb { get; init; }
    public string? Step { get; init; }
    public string? Reason { get; init; }
    public required string Changes { get; init; }

    internal static async Task<JournalRow> Of(JournalEntry e, JournalWords words, JournalChanges changes, UnitNames units, CancellationToken ct)
    {
        var matter = new MatterRef(e.Kind, e.MatterId);
        var (from, to) = (words.Of(e.Kind, e.From), words.Of(e.Kind, e.To));
        return new(e.Position, e.At, e.ActorName, await units.Of(e.Unit?.Value, ct), words.NameOf(e.Kind))
        {
            MatterId = e.MatterId,
            Number = e.Number,
            Href = words.HrefOf(matter),
            Verb = words.Of(e.Kind, e.Verb)!,
            Step = to is null ? from : from is null ? to : $"{from} → {to}",
            Reason = e.Reason,
            Changes = string.Join('；', (await changes.Read(matter, e.Changes, false, ct)).Select(c => $"{c.Field}：{c.Old ?? "（空）"} → {c.New ?? "（空）"}")),
        };
    }

    internal IReadOnlyDictionary<string, object?> Cells => new Dictionary<string, object?>
    {
        ["位置"] = Position, ["时间"] = Dates.Moment(At), ["人员"] = Actor, ["单位"] = Unit, ["类别"] = Kind, ["事项标识"] = MatterId.ToString(), ["序号"] = Number,
        ["动作"] = Verb, ["状态"] = Step, ["理由"] = Reason, ["变更"] = Changes,
    };
}
