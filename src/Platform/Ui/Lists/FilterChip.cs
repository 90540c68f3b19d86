namespace Yimen.Platform.Ui;

/// <summary>One filter in force: 单位：市场监管局. Its link takes <paramref name="Name"/> out of the query, or leaves <paramref name="Rest"/> in its place.</summary>
public sealed record FilterChip(string Label, string Name, string? Rest = null)
{
    /// <summary>A chip for each filter that has a value: a choice by its label, a box that is ticked by the filter's name alone.</summary>
    public static IReadOnlyList<FilterChip> InForce(params IEnumerable<Filtered> all) =>
        [.. all.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => new FilterChip(f.Value is "1" or "true" ? f.Label : $"{f.Label}：{f.Words}", f.Name))];
}

/// <summary>A filter of a list as it stands in the query.</summary>
/// <param name="Choices">What it is chosen from; none where it is typed.</param>
public sealed record Filtered(string Label, string Name, string? Value, IReadOnlyList<Choice>? Choices = null)
{
    public string? Words => Choices?.FirstOrDefault(c => c.Value == Value)?.Label ?? Value;
}
