using System.Text;

namespace Yimen.Kernel;

/// <summary>One transition table: rows (from, verb) → to. Verbs consult it first; the same table decides buttons, draws the diagram and drives the exhaustive test.</summary>
public sealed class Lifecycle<TState, TVerb>
    where TState : struct, Enum
    where TVerb : struct, Enum
{
    private readonly Dictionary<(TState From, TVerb Verb), TState> table = [];

    public Lifecycle(params IEnumerable<(TState From, TVerb Verb, TState To)> rows)
    {
        foreach (var (from, verb, to) in rows)
        {
            table.Add((from, verb), to);
        }
    }

    public IReadOnlyDictionary<(TState From, TVerb Verb), TState> Table => table;

    public bool Can(TState from, TVerb verb) => table.ContainsKey((from, verb));

    /// <summary>The state that <paramref name="verb"/> leads to.</summary>
    /// <exception cref="RuleViolation"><c>wrong-state</c>: the table has no such row.</exception>
    public TState After(TState from, TVerb verb) => table.TryGetValue((from, verb), out var to)
        ? to
        : throw new RuleViolation("wrong-state", $"当前状态为“{Label.Of(from)}”，不能{Label.Of(verb)}。");

    public IEnumerable<TVerb> VerbsFrom(TState from) => table.Keys.Where(k => k.From.Equals(from)).Select(k => k.Verb);

    /// <summary>The table as a Mermaid state diagram; module READMEs carry it and a test keeps them equal.</summary>
    public string Diagram()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var ((from, verb), to) in table)
        {
            text.Append("    ").Append(Label.Of(from)).Append(" --> ").Append(Label.Of(to)).Append(" : ").Append(Label.Of(verb)).Append('\n');
        }

        return text.ToString();
    }
}
