namespace Yimen.Platform.Ui;

/// <summary>One filter in force: 单位：市场监管局. Its link takes <paramref name="Name"/> out of the query, or leaves <paramref name="Rest"/> in its place.</summary>
public sealed record FilterChip(string Label, string Name, string? Rest = null);
