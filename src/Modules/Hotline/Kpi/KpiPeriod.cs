namespace Yimen.Hotline.Kpi;

/// <summary>Months as 202011, years as 2020: as numbers they follow one another within their kind.</summary>
internal static class KpiPeriod
{
    private const int FirstMonth = 100000;

    public static int MonthOf(DateOnly day) => (day.Year * 100) + day.Month;

    public static int YearOf(DateOnly day) => day.Year;

    /// <summary>The next of its kind.</summary>
    public static int After(int period) => period < FirstMonth || period % 100 < 12 ? period + 1 : period + 89;

    /// <summary>The least number of its kind: what is before it in time has a number from here on.</summary>
    public static int FirstOf(int period) => period < FirstMonth ? 0 : FirstMonth;
}
