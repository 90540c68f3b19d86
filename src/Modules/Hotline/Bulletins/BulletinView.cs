using System.Text.Json.Serialization;

namespace Yimen.Hotline.Bulletins;

/// <summary>One figure of a bulletin beside those of the year and the month before.</summary>
/// <param name="OnYear">同比 in words; 不适用 where there was nothing to hold it against.</param>
/// <param name="OnMonth">环比 in words; null for a year.</param>
public sealed record BulletinLine(string Id, string Name, string Unit, string Value, string YearBefore, string OnYear, string? OnMonth, string Href, string YearBeforeHref);

/// <summary>So many orders of a class or of a town.</summary>
/// <param name="Share">Percent of all in the period, one place.</param>
/// <param name="YearBeforeHref">Opens the orders of the year before.</param>
public sealed record BulletinPart(string Code, string Name, long Count, long YearBefore, string OnYear, string Share, string Href, string YearBeforeHref);

/// <summary>What a unit did in the period. Ratios are 不适用 where there is nothing to divide by.</summary>
/// <param name="Rank">Its place within its group; null where it closed fewer than the least.</param>
public sealed record BulletinUnit(string Code, string Name, string Group, int? Rank, long Dispatched, string SignedInTime, long Closed, string OnTime, long Rated, string Satisfied, long Displeased);

/// <summary>A verdict of 不满意 or 非常不满意; nothing of the caller stands in it.</summary>
public sealed record BulletinComplaint(string Number, string Title, string Unit, string Verdict, DateOnly On, string Href);

/// <summary>通报, 年度分析 — the page, the Word file and the workbook are made of the same.</summary>
/// <param name="Query">The period as figures' addresses take it: ?asOf=…&amp;from=…&amp;to=….</param>
/// <param name="Whole">Whether the period is over.</param>
/// <param name="Least">The least number of closed orders for a place in the ranking.</param>
public sealed record BulletinView(string Key, string Name, string Days, bool Whole, string Query, int Least)
{
    /// <summary>Of nothing: what a refusal needs no counts for.</summary>
    internal static BulletinView Empty { get; } = new("", "", "", true, "", 0) { Lines = [], Classes = [], Towns = [], Units = [], Complaints = [], AllComplaints = 0, Months = [], Forecast = new("", null, "") };

    public required IReadOnlyList<BulletinLine> Lines { get; init; }

    public required IReadOnlyList<BulletinPart> Classes { get; init; }

    public required IReadOnlyList<BulletinPart> Towns { get; init; }

    public required IReadOnlyList<BulletinUnit> Units { get; init; }

    public required IReadOnlyList<BulletinComplaint> Complaints { get; init; }

    /// <summary>How many verdicts there are; the page lists the latest.</summary>
    public required long AllComplaints { get; init; }

    /// <summary>Orders received by month: of the year, or of the twelve months up to the period.</summary>
    public required IReadOnlyList<BulletinMonth> Months { get; init; }

    public required Forecast Forecast { get; init; }

    /// <summary>2020-11 of a month's bulletin; null for a year's.</summary>
    [JsonIgnore]
    public string? Month => Key.Length == 7 ? Key : null;

    public string FigureHref(string figure, string unit) => $"/desk/figures/{figure}{Query}&unit={Uri.EscapeDataString(unit)}";
}

/// <summary>Orders received in one month.</summary>
/// <param name="Month">Its first day.</param>
public sealed record BulletinMonth(DateOnly Month, long Count);
