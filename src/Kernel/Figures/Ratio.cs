namespace Yimen.Kernel;

/// <summary>How a figure drops what does not fit. The report that this product replaces mixed both, so each figure declares its own.</summary>
public enum RoundingRule
{
    /// <summary>Half away from zero.</summary>
    [Label("四舍五入")] HalfUp,

    /// <summary>Towards zero.</summary>
    [Label("截断")] Truncate,
}

/// <summary>A part of a whole, kept as two counts so that the figure can always be opened.</summary>
public readonly record struct Ratio(long Numerator, long Denominator)
{
    private const int MostDecimals = 10;

    /// <summary>Per cent, exact to the last decimal; null when there is nothing to divide by.</summary>
    /// <param name="decimals">0–10.</param>
    public decimal? Percent(int decimals, RoundingRule rule)
    {
        if (decimals is < 0 or > MostDecimals)
        {
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, $"0 to {MostDecimals} decimals");
        }

        if (Denominator == 0)
        {
            return null;
        }

        // whole numbers of 128 bits: no binary or repeating fraction can tip a half
        var scale = (Int128)Math.Pow(10, decimals);
        var (quotient, rest) = Int128.DivRem((Int128)Numerator * 100 * scale, Denominator);
        if (rule == RoundingRule.HalfUp && Int128.Abs(rest) * 2 >= Int128.Abs(Denominator))
        {
            quotient += Numerator < 0 == Denominator < 0 ? 1 : -1;
        }

        return (decimal)quotient / (decimal)scale;
    }

    /// <summary>90.34%; — when there is nothing to divide by.</summary>
    public string PercentText(int decimals, RoundingRule rule) =>
        Percent(decimals, rule) is { } percent ? percent.ToString($"F{decimals}") + "%" : "—";
}
