using System.Globalization;
using System.Text;
using Yimen.Kernel;

namespace Yimen.Organization.Contracts;

/// <summary>The address of the page that explains a deadline day by day; what a DeadlineChip opens.</summary>
public static class DeadlineExplanation
{
    /// <summary>A path without the county's base: <c>/calendar/explain?from=…</c>. Reasons of stops go along and are shown.</summary>
    public static string Href(DateOnly from, Period period, IEnumerable<Stop>? stops = null, int extraDays = 0)
    {
        var path = new StringBuilder("/calendar/explain?from=").Append(Iso(from)).Append("&days=").Append(period.Days)
            .Append("&kind=").Append(period.Kind == DayKind.Working ? "working" : "calendar");
        foreach (var stop in stops ?? [])
        {
            var text = $"{Iso(stop.Begin)}..{(stop.End is { } end ? Iso(end) : "")}{(stop.Why is null ? "" : ";" + stop.Why)}";
            path.Append("&suspended=").Append(Uri.EscapeDataString(text));
        }

        return extraDays == 0 ? path.ToString() : path.Append("&extra=").Append(extraDays).ToString();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
