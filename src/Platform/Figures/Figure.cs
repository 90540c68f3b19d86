using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Platform.Figures;

/// <summary>One counted row, as every figure lists it.</summary>
public sealed class FigureRow
{
    /// <summary>What makes the row one: two rows with the same key would be counted twice.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    public string? Detail { get; init; }

    public DateOnly? On { get; init; }

    /// <summary>Where the thing itself stands, without the county's base.</summary>
    public string? Href { get; init; }

    /// <summary>What the row adds to a figure of money, in 分.</summary>
    public long Amount { get; init; }

    /// <summary>How it got into the system, when not by its own door: 补录, 导入, 外部系统.</summary>
    public string? Origin { get; init; }
}

/// <summary>What a figure is asked for: a period <c>[From, To)</c>, an as-of day for standing things, and optional dimensions.</summary>
public sealed record FigureScope(DateOnly AsOf, DateOnly From, DateOnly To)
{
    public UnitId? Unit { get; init; }

    public string? Window { get; init; }

    public string? Channel { get; init; }

    /// <summary>The code of a type of matter, by the module that owns the figure.</summary>
    public string? Type { get; init; }

    /// <summary>The first nine digits of a division's code: a town.</summary>
    public string? Area { get; init; }

    /// <summary>The dimensions asked for.</summary>
    public FigureBy By => (Unit is null ? 0 : FigureBy.Unit) | (Window is null ? 0 : FigureBy.Window) | (Channel is null ? 0 : FigureBy.Channel) | (Type is null ? 0 : FigureBy.Type) | (Area is null ? 0 : FigureBy.Area);

    /// <summary>The same without the dimensions that are not among <paramref name="heeded"/>.</summary>
    public FigureScope Only(FigureBy heeded) => this with
    {
        Unit = heeded.HasFlag(FigureBy.Unit) ? Unit : null,
        Window = heeded.HasFlag(FigureBy.Window) ? Window : null,
        Channel = heeded.HasFlag(FigureBy.Channel) ? Channel : null,
        Type = heeded.HasFlag(FigureBy.Type) ? Type : null,
        Area = heeded.HasFlag(FigureBy.Area) ? Area : null,
    };

    /// <summary>The last day of the period.</summary>
    public DateOnly Through => To.AddDays(-1);

    public DateTimeOffset FromInstant => ChinaTime.StartOf(From);

    public DateTimeOffset ToInstant => ChinaTime.StartOf(To);

    /// <summary>The calendar year in which <paramref name="asOf"/> lies, up to and including that day.</summary>
    public static FigureScope YearTo(DateOnly asOf) => new(asOf, new(asOf.Year, 1, 1), asOf.AddDays(1));
}

/// <summary>The dimensions by which a figure may be narrowed; those it does not name do not apply to it.</summary>
[Flags]
public enum FigureBy
{
    None = 0,
    [Label("单位")] Unit = 1,
    [Label("窗口")] Window = 2,
    [Label("渠道")] Channel = 4,
    [Label("诉求类型")] Type = 8,
    [Label("镇街")] Area = 16,
}

/// <summary>What a figure meant before its definition changed.</summary>
/// <param name="Until">The day on which the next version came into force.</param>
public sealed record FigureEdition(int Version, string Definition, DateOnly Until);

/// <summary>A named number: the same query counts and lists. A ratio is made of two counts.</summary>
public sealed record Figure(string Id, string Name, string Unit, string Definition)
{
    /// <summary>Raised when the definition changes; stored numbers keep theirs.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Earlier definitions, the oldest first; a figure of version 3 has two.</summary>
    public IReadOnlyList<FigureEdition> Earlier { get; init; } = [];

    /// <summary>The rows of a count; null for a ratio.</summary>
    public Func<AppDb, FigureScope, IQueryable<FigureRow>>? Rows { get; init; }

    /// <summary>The rows that would count and are left out by a judgement that can be taken back; how many is told beside the number. Null where nothing can be left out.</summary>
    public Func<AppDb, FigureScope, IQueryable<FigureRow>>? LeftOut { get; init; }

    /// <summary>The rows that came in otherwise than by their own door, where a query of their own finds them sooner than a look at all rows; else null.</summary>
    public Func<AppDb, FigureScope, IQueryable<FigureRow>>? Elsewhere { get; init; }

    /// <summary>Ids of the counts that a ratio divides.</summary>
    public (string Numerator, string Denominator)? Ratio { get; init; }

    public int Decimals { get; init; } = 2;

    public string Rounding { get; init; } = "四舍五入";

    /// <summary>The group heading on the page.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether the figure stands on a day (asOf) rather than runs over a period.</summary>
    public bool Standing { get; init; }

    /// <summary>Who has this right opens the figure and its rows without a right to all figures; null where there is none.</summary>
    public string? Right { get; init; }

    /// <summary>The dimensions that the rows heed; a ratio heeds those that both its counts do.</summary>
    public FigureBy By { get; init; }

    /// <summary>Brings a value to so many places by this figure's rule.</summary>
    public decimal Round(decimal value, int places) =>
        Math.Round(value, places, Rounding == "截断" ? MidpointRounding.ToZero : MidpointRounding.AwayFromZero);

    /// <summary>The switch without which it is not told; null: always.</summary>
    public string? Switch { get; init; }

    /// <summary>Adds the rows' amounts instead of counting them: money, kept in 分 and shown in 元.</summary>
    public bool IsMoney { get; init; }

    public static Figure Count(string id, string name, string unit, string definition, Func<AppDb, FigureScope, IQueryable<FigureRow>> rows) =>
        new(id, name, unit, definition) { Rows = rows };

    /// <summary>A sum of money: every row sets its <see cref="FigureRow.Amount"/>.</summary>
    public static Figure Money(string id, string name, string definition, Func<AppDb, FigureScope, IQueryable<FigureRow>> rows) =>
        new(id, name, "元", definition) { Rows = rows, IsMoney = true };

    public static Figure Percent(string id, string name, string numerator, string denominator, string definition) =>
        new(id, name, "%", definition) { Ratio = (numerator, denominator) };
}

/// <summary>A computed figure. <see cref="Value"/> is null where the denominator is zero: not applicable, never 0 %. Of money the numerator is in 分 and the value in 元.</summary>
public sealed record FigureValue(Figure Figure, decimal? Value, long Numerator, long? Denominator)
{
    /// <summary>Rows left out of the numerator, and of the denominator; null where nothing can be.</summary>
    public (long Numerator, long Denominator)? LeftOut { get; init; }

    /// <summary>已剔除 3 件, or for a ratio both of its sides; null when nothing was left out.</summary>
    public string? LeftOutWords => LeftOut switch
    {
        null or (0, 0) => null,
        var (few, _) when Denominator is null => $"已剔除 {few:N0} {Figure.Unit}",
        var (few, many) => $"分子已剔除 {few:N0}，分母已剔除 {many:N0}",
    };

    /// <summary>Before rounding.</summary>
    public decimal? Exact => Denominator switch { null => Figure.IsMoney ? Numerator / 100m : Numerator, 0 => null, var whole => 100m * Numerator / whole };

    /// <summary>As it is printed: 1,809 or 90.34; 不适用 where there is nothing to divide by.</summary>
    public string Text => Value is not { } value ? "不适用" : Denominator is null ? value.ToString(Figure.IsMoney ? "N2" : "N0") : value.ToString("F" + Figure.Decimals);
}
