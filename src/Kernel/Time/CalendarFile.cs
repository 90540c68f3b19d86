using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Yimen.Kernel;

/// <summary>
/// 放假安排文件 — the holidays of one year or several as JSON, in the form of NateScarlet/holiday-cn: <c>days</c> with <c>date</c>, <c>name</c>,
/// <c>isOffDay</c>. The shipped data and the file that an administrator imports each autumn are read alike.
/// </summary>
/// <param name="Version">gwy-2026+d4e53bf: the last year and the data's commit, or the first seven digits of the file's SHA-256.</param>
/// <param name="Years">The years that the file settles, in order.</param>
public sealed partial record CalendarFile(string Version, IReadOnlyList<int> Years, IReadOnlyList<CalendarDay> Days)
{
    private const int MostBytes = 1_000_000;
    private const int MostDays = 20_000;

    /// <summary>Reads and checks the whole file; nothing of a faulty file is taken.</summary>
    /// <exception cref="RuleViolation"><c>calendar-file</c>, <c>calendar-year</c>, with the number of the faulty entry.</exception>
    public static CalendarFile Parse(Stream stream)
    {
        var bytes = Read(stream);
        using var json = Open(bytes);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("days", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw Bad("文件中没有 days 列表。");
        }

        if (list.GetArrayLength() is 0 or > MostDays)
        {
            throw Bad($"days 列表应有1至{MostDays}条，现有{list.GetArrayLength()}条。");
        }

        var days = ReadDays(list);
        var years = days.Where(WorkCalendar.MarksItsYear).Select(d => d.Date.Year).Distinct().Order().ToArray();
        CheckComplete(root, years);
        return new CalendarFile($"gwy-{years[^1]}+{Revision(root, bytes)}", years, days);
    }

    private static byte[] Read(Stream stream)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81_920];
        int n;
        while ((n = stream.Read(buffer)) > 0)
        {
            copy.Write(buffer, 0, n);
            if (copy.Length > MostBytes)
            {
                throw Bad("文件超过1MB，不像放假安排。");
            }
        }

        return copy.ToArray();
    }

    private static JsonDocument Open(byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException e)
        {
            throw Bad($"第{e.LineNumber + 1}行不是有效的JSON。");
        }
    }

    private static List<CalendarDay> ReadDays(JsonElement list)
    {
        var days = new List<CalendarDay>(list.GetArrayLength());
        var seen = new HashSet<DateOnly>();
        foreach (var entry in list.EnumerateArray())
        {
            var day = Day(entry, days.Count + 1);
            if (!seen.Add(day.Date))
            {
                throw Bad($"第{days.Count + 1}条的日期{Chinese.Date(day.Date)}重复。");
            }

            days.Add(day);
        }

        return days;
    }

    private static CalendarDay Day(JsonElement entry, int number)
    {
        if (!DateOnly.TryParseExact(Text(entry, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            throw Bad($"第{number}条的 date 不是有效日期，应如 2027-01-01。");
        }

        if (Text(entry, "name") is not { } name || string.IsNullOrWhiteSpace(name) || name.Length > 40)
        {
            throw Bad($"第{number}条（{Chinese.Date(date)}）的 name 应为1至40字的节日名称。");
        }

        return entry.TryGetProperty("isOffDay", out var off) && off.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new CalendarDay(WorkCalendar.Within(date), name.Trim(), off.GetBoolean())
            : throw Bad($"第{number}条（{Chinese.Date(date)}）的 isOffDay 应为 true（放假）或 false（上班）。");
    }

    // a year without National Day is cut off or still a draft
    private static void CheckComplete(JsonElement root, int[] years)
    {
        if (root.TryGetProperty("year", out var stated) && (stated.ValueKind != JsonValueKind.Number || !stated.TryGetInt32(out var year) || !years.Contains(year)))
        {
            throw Bad($"文件注明为{stated}年，但没有该年国庆节的放假安排，可能不完整。");
        }

        if (years.Length == 0)
        {
            throw Bad("文件中没有任何一年国庆节的放假安排，可能不完整。");
        }
    }

    private static string Revision(JsonElement root, byte[] bytes) =>
        Commit().Match(Text(root, "source") ?? "") is { Success: true } found
            ? found.Groups[1].Value
            : Convert.ToHexStringLower(SHA256.HashData(bytes))[..7];

    private static string? Text(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static RuleViolation Bad(string message) => new("calendar-file", $"放假安排文件无法导入：{message}");

    [GeneratedRegex(@"\bcommit ([0-9a-f]{7})")]
    private static partial Regex Commit();
}
