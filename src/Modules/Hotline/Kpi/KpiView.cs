using System.Text.Json.Serialization;
using Yimen.Hotline.Bulletins;
using Yimen.Platform.Figures;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Kpi;

/// <summary>One figure of one row, held against the period before and the same of a year before.</summary>
/// <param name="Value">Rounded; null where there is nothing to divide by.</param>
/// <param name="Denominator">Null for a count.</param>
/// <param name="Previous">Of the month before; null too for a year.</param>
/// <param name="OnPrevious">环比 in words: 不适用 against nothing, null for a year.</param>
/// <param name="OnYear">同比 in words.</param>
/// <param name="Rows">Where the counted rows stand.</param>
public sealed record KpiValue(string Id, decimal? Value, string Text, long Numerator, long? Denominator, decimal? Previous, decimal? YearBefore, string? OnPrevious, string OnYear, string Rows)
{
    internal static KpiValue Of(FigureValue now, FigureValue? previous, FigureValue year, string rows) => new(now.Figure.Id, now.Value, now.Text, now.Numerator, now.Denominator, previous?.Value, year.Value,
        previous is null ? null : BulletinReading.Change(now.Value, previous.Value, now.Denominator is not null), BulletinReading.Change(now.Value, year.Value, now.Denominator is not null), rows);
}

/// <summary>A unit, a type, a town, or all of them.</summary>
/// <param name="Key">Empty for all.</param>
/// <param name="Group">The unit's group; null where rows have none.</param>
public sealed record KpiRow(string Key, string Name, string? Group, IReadOnlyList<KpiValue> Figures)
{
    public KpiValue Of(string id) => Figures.First(f => f.Id == id);
}

/// <summary>How far the roll-up has counted.</summary>
/// <param name="At">When it last moved; null before it ever did.</param>
/// <param name="Pending">Changes of orders that are not counted yet.</param>
/// <param name="Recounting">Everything is being counted anew: sums are short until it is through.</param>
public sealed record KpiProgress(DateTimeOffset? At, int Pending, bool Recounting)
{
    public const int MostPending = 10000;

    public string Words => Recounting ? "正在重新统计全部工单，完成以前下面的数字偏少，请稍后再看。"
        : Pending == 0 ? "已计入全部工单变动。"
        : $"另有 {(Pending > MostPending ? $"超过 {MostPending:N0}" : $"{Pending:N0}")} 次工单变动尚未计入，每分钟计入一次。";
}

/// <param name="Period">2020-11 or 2020.</param>
/// <param name="By">unit, type or area.</param>
/// <param name="Whole">The period is over.</param>
public sealed record KpiTable(string Period, string Name, string By, bool Whole, KpiProgress Progress, KpiRow All, IReadOnlyList<KpiRow> Rows)
{
    /// <summary>What the page's form offers.</summary>
    [JsonIgnore]
    public IReadOnlyList<Choice> Periods { get; init; } = [];

    [JsonIgnore]
    public string? Sort { get; init; }

    /// <summary>previous, year or none.</summary>
    [JsonIgnore]
    public string Against { get; init; } = "previous";
}
