namespace Yimen.Platform.Ui;

/// <summary>A figure as it is shown: the value is text already rounded by its definition.</summary>
/// <param name="Title">一窗受理率</param>
/// <param name="Value">90.34; null when it cannot be computed.</param>
/// <param name="Href">The page with its definition, numerator, denominator and rows.</param>
public sealed record FigureView(string Title, string? Value, string? Unit, string? Href)
{
    /// <summary>1,422 / 1,574</summary>
    public string? Fraction { get; init; }

    /// <summary>已剔除 3 件: rows that were left out by a judgement.</summary>
    public string? LeftOut { get; init; }

    /// <summary>截至 2020年12月31日</summary>
    public string? Scope { get; init; }

    /// <summary>What stands in the value's place when it cannot be computed: 不适用, 仅申报.</summary>
    public string None { get; init; } = "暂无数据";

    /// <summary>What is counted, in the words of its definition.</summary>
    public string? Definition { get; init; }

    public DeclaredView? Declared { get; init; }
}

/// <summary>What a document says the figure is, beside what the rows say.</summary>
/// <param name="Difference">In words: 比计算值低 8.94 个百分点.</param>
public sealed record DeclaredView(string Value, string? Source, string? Difference, bool Reconciles)
{
    /// <summary>The unit that the document prints; the figure's own when null.</summary>
    public string? Unit { get; init; }
}
