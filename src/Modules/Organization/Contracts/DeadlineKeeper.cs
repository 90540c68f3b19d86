using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Organization.Contracts;

/// <summary>
/// A room's promise to move its open deadlines when the calendar changes (domain C3). Runs inside the writer's transaction of that change; each matter
/// that moved notes it in its own journal. Answers how many moved.
/// </summary>
/// <param name="Kind">What is counted, in Chinese, as the result page says it: 办件.</param>
/// <param name="Recompute">Loads what is open, recomputes it with the clock given, must not save.</param>
public sealed record DeadlineKeeper(string Kind, Func<AppDb, LegalClock, Act, CancellationToken, Task<int>> Recompute);
