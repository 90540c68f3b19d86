using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Organization.Contracts;

/// <summary>A number that another room contributes to the page of a unit: its items, its open cases.</summary>
/// <param name="Label">In Chinese: 事项.</param>
/// <param name="Href">Where they are listed, without the county's base; null when nowhere.</param>
public sealed record UnitCount(int Order, string Label, Func<AppDb, UnitId, CancellationToken, Task<int>> Count, Func<UnitId, string>? Href = null);
