namespace Yimen.Platform.Ui;

/// <summary>Numbers as people read them: thousands separated, units after a space.</summary>
public static class Numbers
{
    /// <summary>1,809</summary>
    public static string Thousands(long value) => value.ToString("N0");

    /// <summary>1,809.50</summary>
    public static string WithPlaces(decimal value, int places) => value.ToString("N" + places);

    /// <summary>Money kept in 分, shown in 元: 1,234.50 元. Whole amounts drop the decimals.</summary>
    public static string Money(long fen) => fen % 100 == 0 ? $"{fen / 100:N0} 元" : $"{fen / 100m:N2} 元";

    /// <summary>90.34 %, rounded half away from zero; a dash where there is nothing to divide by.</summary>
    public static string Percent(long part, long whole, int places = 2) =>
        whole == 0 ? "—" : Math.Round(part * 100m / whole, places, MidpointRounding.AwayFromZero).ToString("F" + places) + " %";

    /// <summary>1.2 MB</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{bytes / 1024d:F0} KB",
        _ => $"{bytes / 1024d / 1024d:F1} MB",
    };
}
