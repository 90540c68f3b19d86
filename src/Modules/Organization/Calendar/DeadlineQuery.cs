using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Calendar;

/// <summary>What a deadline is asked with, as it stands in the address: all text, so that what cannot be read is named and shown again.</summary>
public sealed record DeadlineQuery(string? From, string? Days, string? Kind, [property: FromQuery(Name = "suspended")] string[]? Suspended, string? Extra)
{
    private const int LongestReason = 40;

    /// <summary>The stops asked for; the page sends several in one field, a line each.</summary>
    internal IReadOnlyList<string> Lines => [.. (Suspended ?? []).SelectMany(s => s.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Reads the values; what is wrong goes to <paramref name="errors"/> under the parameter's name.</summary>
    internal DeadlineQuestion? Read(FormErrors errors)
    {
        var from = DateIn(From, "from", errors);
        var days = NumberIn(Days, "days", null, errors);
        var extra = NumberIn(Extra, "extra", 0, errors);
        var kind = KindIn(errors);
        var stops = Lines.Select(line => StopIn(line, errors)).ToList();
        if (days + extra > LegalClock.MostDays)
        {
            errors.Add("days", $"{Named("days")}与{Named("extra")}之和不能超过 {LegalClock.MostDays}。");
        }

        return errors.Count > 0 ? null : new(from!.Value, new Period(days!.Value, kind), [.. stops.Select(s => s!)], extra!.Value);
    }

    /// <summary>A required day written 2020-01-20, within the years that the calendar computes.</summary>
    internal static DateOnly? DateIn(string? text, string name, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(name, $"请给出{Named(name)}，格式如 2020-01-20。");
        }
        else if (!TryDay(text, out var day))
        {
            errors.Add(name, $"{Named(name)}不是有效日期，格式应如 2020-01-20。");
        }
        else if (day.Year is < WorkCalendar.FirstYear or > WorkCalendar.LastYear)
        {
            errors.Add(name, $"{Named(name)}应在 {WorkCalendar.FirstYear} 年至 {WorkCalendar.LastYear} 年之间。");
        }
        else
        {
            return day;
        }

        return null;
    }

    /// <summary>In the words of the page, with the name under which a program gives it.</summary>
    private static string Named(string name) => $"{name switch { "from" => "起算日", "to" => "截止日", "days" => "时限", _ => "延期天数" }}（{name}）";

    private static int? NumberIn(string? text, string name, int? absent, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (absent is null)
            {
                errors.Add(name, $"请给出{Named(name)}，单位为天。");
            }

            return absent;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LegalClock.MostDays)
        {
            return number;
        }

        errors.Add(name, $"{Named(name)}应为 0 至 {LegalClock.MostDays} 的整数。");
        return null;
    }

    private DayKind KindIn(FormErrors errors)
    {
        switch (Kind?.Trim())
        {
            case null or "" or "working":
                return DayKind.Working;
            case "calendar":
                return DayKind.Calendar;
            default:
                errors.Add("kind", "kind 应为 working（工作日）或 calendar（自然日）。");
                return default;
        }
    }

    private static Stop? StopIn(string text, FormErrors errors)
    {
        var (span, why) = text.Split(';', 2) is [var s, var w] ? (s, w.Trim()) : (text, null);
        var ends = span.Split("..");
        DateOnly end = default;
        if (ends.Length != 2 || !TryDay(ends[0], out var begin) || (ends[1].Trim().Length > 0 && !TryDay(ends[1], out end)))
        {
            errors.Add("suspended", "中止期间（suspended）格式应如 2020-01-31..2020-02-10；尚未恢复的写作 2020-01-31..");
            return null;
        }

        if (end != default && end < begin)
        {
            errors.Add("suspended", $"中止期间（suspended）的结束日期（{Chinese.Date(end)}）早于开始日期（{Chinese.Date(begin)}）。");
        }

        return new Stop(begin, end == default ? null : end, string.IsNullOrEmpty(why) ? null : why.Length > LongestReason ? why[..LongestReason] : why);
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}

/// <summary>A deadline asked for, after it was read.</summary>
internal sealed record DeadlineQuestion(DateOnly From, Period Period, IReadOnlyList<Stop> Stops, int Extra)
{
    /// <exception cref="RuleViolation">As <see cref="LegalClock.Explain"/>.</exception>
    public Explanation Explain(LegalClock clock) => clock.Explain(From, Period, Stops, Extra);
}
