namespace Yimen.Platform.Figures;

/// <summary>Sums that are kept beside the rows because counting them at every look would take too long; contributed by the module that keeps them.</summary>
/// <param name="Name">What is summed, in Chinese.</param>
/// <param name="Recount">Forgets the sums and counts everything anew, in a scope whose county is chosen; says how much it was.</param>
public sealed record RollUp(string Name, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<string>> Recount);
