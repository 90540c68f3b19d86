namespace Yimen.Hotline.Bulletins;

/// <summary>预测 — how many orders the next period may bring, with the method in words so that nobody takes it for a count.</summary>
/// <param name="Value">Orders; null where the history is too short.</param>
public sealed record Forecast(string Of, long? Value, string Method)
{
    private const int Looked = 3;

    /// <summary>The month after <paramref name="last"/>: last year's same month, moved as the last three months moved against last year's; without last year the mean of the three.</summary>
    /// <param name="months">Orders received by the first day of the month; a month without any is absent.</param>
    /// <param name="last">The first day of the last whole month.</param>
    public static Forecast NextMonth(IReadOnlyDictionary<DateOnly, long> months, DateOnly last)
    {
        var (next, recent) = (last.AddMonths(1), Enumerable.Range(0, Looked).Select(n => last.AddMonths(-n)).ToList());
        var (name, now, before) = ($"{next.Year}年{next.Month}月", recent.Sum(m => months.GetValueOrDefault(m)), recent.Sum(m => months.GetValueOrDefault(m.AddYears(-1))));
        if (recent.Any(m => !months.ContainsKey(m)))
        {
            return new(name, null, "最近三个整月没有都受理工单，不作预测。");
        }

        return recent.All(m => months.ContainsKey(m.AddYears(-1))) && months.TryGetValue(next.AddYears(-1), out var lastYear)
            ? new(name, Rounded((decimal)lastYear * now / before), $"上年同月 {lastYear} 件 × 最近三个月 {now} 件 ÷ 上年同三个月 {before} 件")
            : new(name, Rounded((decimal)now / Looked), $"没有完整的上年数据，取最近三个月 {now} 件的月平均");
    }

    /// <summary>The year after: this year's count, moved as it moved against the year before.</summary>
    public static Forecast NextYear(int year, long now, long before, bool whole) =>
        !whole ? new($"{year + 1}年", null, "本年还没有结束，不作预测。")
        : before == 0 ? new($"{year + 1}年", null, "上年没有受理工单，不作预测。")
        : new($"{year + 1}年", Rounded((decimal)now * now / before), $"本年 {now} 件 × 本年 {now} 件 ÷ 上年 {before} 件");

    private static long Rounded(decimal value) => (long)Math.Round(value, MidpointRounding.AwayFromZero);
}
