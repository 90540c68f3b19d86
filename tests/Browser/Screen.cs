namespace Yimen.Browser;

/// <summary>Widths in CSS pixels: the clerk's screen and a common phone.</summary>
public static class Screen
{
    public const int Desk = 1366;
    public const int Phone = 390;
}
