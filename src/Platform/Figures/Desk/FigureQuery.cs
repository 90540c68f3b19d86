using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Figures.Desk;

/// <summary>The day, the period and the dimensions as they stand in the address. Both ends of the period are inclusive there.</summary>
public sealed record FigureQuery(string? AsOf, string? From, string? To, string? Unit, string? Window, string? Channel, string? Type = null, string? Area = null)
{
    private const int LongestDimension = 40;

    /// <summary>Without values: this year up to today. A day alone means its year up to it; a period alone is looked at on its last day.</summary>
    internal FigureScope? Read(DateOnly today, FormErrors errors)
    {
        var (asOf, from, to) = (Day(AsOf, "asOf", errors), Day(From, "from", errors), Day(To, "to", errors));
        var day = asOf ?? to ?? today;
        var (first, last) = (from ?? new DateOnly((to ?? day).Year, 1, 1), to ?? day);
        if (errors.Count == 0 && last < first)
        {
            errors.Add("to", "截止日（to）不能早于起始日（from）。");
        }

        foreach (var (name, value) in new[] { ("unit", Unit), ("window", Window), ("channel", Channel), ("type", Type), ("area", Area) })
        {
            if (value?.Length > LongestDimension)
            {
                errors.Add(name, $"{name} 不能超过 {LongestDimension} 个字符。");
            }
        }

        return errors.Count > 0 ? null : new(day, first, last.AddDays(1)) { Unit = Some(Unit) is { } unit ? new UnitId(unit) : null, Window = Some(Window), Channel = Some(Channel), Type = Some(Type), Area = Some(Area) };
    }

    /// <summary>The query of a scope, for links that keep it.</summary>
    internal static string Of(FigureScope scope) => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["asOf"] = Iso(scope.AsOf),
        ["from"] = Iso(scope.From),
        ["to"] = Iso(scope.Through),
        ["unit"] = scope.Unit?.Value,
        ["window"] = scope.Window,
        ["channel"] = scope.Channel,
        ["type"] = scope.Type,
        ["area"] = scope.Area,
    }.Where(p => p.Value is not null));

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A scope in words: 截至2020年12月31日, 2020年1月1日至2020年12月31日.</summary>
    internal static string Words(Figure? figure, FigureScope scope) => figure?.Standing == true
        ? $"截至{Dates.Day(scope.AsOf)}"
        : Span(scope.From, scope.Through);

    internal static string Span(DateOnly from, DateOnly through) => from == through ? Dates.Day(from) : $"{Dates.Day(from)}至{Dates.Day(through)}";

    private static DateOnly? Day(string? text, string name, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= WorkCalendar.FirstYear and <= WorkCalendar.LastYear)
        {
            return day;
        }

        errors.Add(name, $"{name switch { "from" => "起始日", "to" => "截止日", _ => "时点" }}（{name}）不是有效日期，格式应如 2020-12-31。");
        return null;
    }

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
