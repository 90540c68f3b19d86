using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yimen.Kernel;

namespace Yimen.Hotline.Open311;

/// <summary>Instants as the W3C note on date and time writes them, in the county's offset.</summary>
internal static class GeoDates
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    public static string Of(DateTimeOffset at) => ChinaTime.Local(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The last second of a day.</summary>
    public static string EndOf(DateOnly day) => Of(ChinaTime.StartOf(day.AddDays(1)).AddSeconds(-1));

    /// <exception cref="GeoFault">It is no instant with an offset or Z.</exception>
    public static DateTimeOffset Read(string field, string text)
    {
        // a plus that was not escaped arrives as a space
        var told = text.Length == 25 && text[19] == ' ' ? text[..19] + "+" + text[20..] : text;
        var zoned = told.EndsWith('Z') || (told.Length > 6 && told[^6] is '+' or '-' && told[^3] == ':');
        if (zoned && DateTimeOffset.TryParseExact(told, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year is > 1970 and < 9000)
        {
            return at.ToUniversalTime();
        }

        throw new GeoFault(StatusCodes.Status400BadRequest, $"{field}: 时间应为 W3C 格式并带时区，如 2020-11-02T08:00:00+08:00 或 2020-11-02T00:00:00Z。");
    }
}
