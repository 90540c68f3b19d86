using Yimen.Hotline.Limits;

namespace Yimen.Hotline.Appraisal;

/// <summary>What was counted for one criterion: so many, of which so many earn.</summary>
internal sealed record CriterionCount(Criterion Criterion, int Good, int All);

/// <summary>The arithmetic of the sheet, in hundredths of a point. Pure.</summary>
internal static class AppraisalScore
{
    private const int Hundred = 100;

    /// <summary>What was counted, as points by the weights of the day. What nothing was counted for does not apply: neither earned nor lost.</summary>
    public static IReadOnlyList<AppraisalMark> Marks(IEnumerable<CriterionCount> counts, OrderLimits limits) =>
        [.. counts.OrderBy(c => c.Criterion).Select(c => Mark(c, limits[c.Criterion.Limit()] * Hundred))];

    /// <summary>Earned points over those that could be earned, brought to a hundred, less what is taken off; never below nothing. Null where nothing could be earned.</summary>
    public static int? Of(IReadOnlyCollection<AppraisalMark> marks)
    {
        var earning = marks.Where(m => !m.Criterion.Deducts() && m.Full > 0).ToList();
        if (earning.Count == 0)
        {
            return null;
        }

        var share = (decimal)earning.Sum(m => m.Points) / earning.Sum(m => m.Full);
        return Math.Max(0, Rounded(share * Hundred * Hundred) + marks.Where(m => m.Criterion.Deducts()).Sum(m => m.Points));
    }

    private static AppraisalMark Mark(CriterionCount c, int full) => c.Criterion.Deducts()
        ? new() { Criterion = c.Criterion, Good = 0, All = c.All, Full = 0, Points = -c.All * full }
        : new() { Criterion = c.Criterion, Good = c.Good, All = c.All, Full = c.All == 0 ? 0 : full, Points = c.All == 0 ? 0 : Rounded((decimal)full * c.Good / c.All) };

    private static int Rounded(decimal value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);

    /// <summary>Places within each group by the score; equals share a place. Who closed fewer than the least, or has no score, has none.</summary>
    public static void Rank(IReadOnlyCollection<AppraisalLine> lines, int least)
    {
        foreach (var group in lines.GroupBy(l => l.Group))
        {
            var able = group.Where(l => l.Closed >= least && l.Score is not null).ToList();
            foreach (var line in group)
            {
                line.Place(able.Contains(line) ? 1 + able.Count(o => o.Score > line.Score) : null);
            }
        }
    }

    /// <summary>红榜, 黑榜 of one group: the first places with enough points, the last with too few. Nobody stands on both while the bound of the one lies over the other's.</summary>
    public static Honour? HonourOf(AppraisalLine line, IReadOnlyCollection<AppraisalLine> group, OrderLimits limits) =>
        line.Rank is not { } rank ? null
        : rank <= limits[OrderLimitCode.AppraisalRed] && line.Score >= limits[OrderLimitCode.AppraisalRedLeast] * Hundred ? Honour.Red
        : line.Score < limits[OrderLimitCode.AppraisalBlackBelow] * Hundred && group.Count(o => o.Rank is not null && o.Score < line.Score) < limits[OrderLimitCode.AppraisalBlack] ? Honour.Black
        : null;
}
