namespace Yimen.Platform.Ui;

/// <summary>A small chart of one series, with what it says in words.</summary>
public sealed record ChartView(string Title, string Unit, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Time runs along a line; kinds stand as bars.</summary>
    public bool Line { get; init; }

    internal double Top => Math.Max(1, Points.Count == 0 ? 1 : Points.Max(p => p.Value));
}

/// <param name="Text">The value as people read it; the plain number when null.</param>
public sealed record ChartPoint(string Label, double Value, string? Text = null, string? Href = null)
{
    internal string Words => Text ?? Value.ToString("#,0.##");
}
