namespace Yimen.Platform.Codes;

/// <summary>A room's tables together, under one entry of the desk.</summary>
/// <param name="Name">热线代码表.</param>
public sealed record CodeTables(string Name, string Href, IReadOnlyList<CodeTable> All)
{
    /// <summary>The permission of who may look at them.</summary>
    public required string Read { get; init; }

    /// <summary>The permission of who may set rows.</summary>
    public required string Set { get; init; }

    /// <summary>Those that are there while these switches are on.</summary>
    internal IEnumerable<CodeTable> There(IReadOnlySet<string> on) => All.Where(t => t.Switch is null || on.Contains(t.Switch.Code));
}
