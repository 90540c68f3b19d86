using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>A picture of every page of the walk for who mends the design: set YIMEN_PICTURES to a folder.</summary>
internal static partial class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("YIMEN_PICTURES");

    public static async Task Take(IPage page, Stop stop, string size)
    {
        foreach (var width in Folder is null ? [] : new[] { 1440, Screen.Desk, Screen.Phone })
        {
            await page.SetViewportSizeAsync(width, 768);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, stop.User, $"{Name().Replace(stop.Door.Pattern, "_")}-{size}-{width}.png"), FullPage = true });
        }
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Name();
}
