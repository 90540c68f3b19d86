using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Platform.Ui;

namespace Yimen.Portal.Inbox;

/// <summary>环节 as an inbox names them and lets choose.</summary>
internal sealed class StepNames(TaskWords words, IEnumerable<JournalKind> kinds)
{
    private readonly Dictionary<string, string> kinds = kinds.ToDictionary(k => k.Kind, k => k.Name);

    public TaskRow Dress(TaskRow row) => row with { Step = words.Of(row.Kind, row.Code) };

    public string Of(InboxFilter filter) => filter.Step is ({ Length: > 0 } kind, var code) ? $"{NameOf(kind)} · {words.Of(kind, code)}" : filter.Step.Code;

    /// <summary>The steps that wait, by the kind of matter; steps of one word are one choice.</summary>
    public IReadOnlyList<Choice> Choices(IReadOnlyList<StepCounts> steps) =>
    [
        .. from s in steps
           group s.Due.Total by (s.Kind, Words: words.Of(s.Kind, s.Code), Code: Stem(s)) into step
           orderby NameOf(step.Key.Kind), step.Key.Words
           select new Choice($"{step.Key.Kind}.{step.Key.Code}", $"{step.Key.Words}（{step.Sum()}）", null, NameOf(step.Key.Kind)),
    ];

    // assist-LTZ and assist-PSZ are both 协办反馈
    private string Stem(StepCounts step) => step.Code.LastIndexOf('-') is > 0 and var dash && words.Find(step.Kind, step.Code) == words.Find(step.Kind, step.Code[..dash]) ? step.Code[..dash] : step.Code;

    private string NameOf(string kind) => kinds.GetValueOrDefault(kind, kind);
}
