using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yimen.Hotline.Contracts;

namespace Yimen.Hotline.Open311;

/// <summary>What GET requests and GET servicerequestupdates may be asked by. A parameter that is empty counts as not given; one that is not known is passed over.</summary>
internal sealed record RequestQuery
{
    /// <summary>GeoReport v2, Response Volume: a span of 90 days or the first 1000, whichever is smaller.</summary>
    public const int MostRows = 1000;

    public static readonly TimeSpan MostSpan = TimeSpan.FromDays(90);

    private static readonly OrderState[] Ended = [OrderState.Closed, OrderState.ReturnedToCity, OrderState.Archived];

    /// <summary>Overrides everything else; empty when not asked by number.</summary>
    public IReadOnlyList<string> Numbers { get; private init; } = [];

    public IReadOnlyList<string> Services { get; private init; } = [];

    public DateTimeOffset From { get; private init; }

    public DateTimeOffset To { get; private init; }

    /// <summary>Null: open and closed.</summary>
    public bool? Closed { get; private init; }

    /// <summary>From 1.</summary>
    public int Page { get; private init; } = 1;

    public int Size { get; private init; } = MostRows;

    public int Skip => (Page - 1) * Size;

    /// <exception cref="GeoFault">400.</exception>
    public static RequestQuery Of(IQueryCollection query, DateTimeOffset now)
    {
        string One(string name) => query[name].FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.Trim() ?? "";
        List<string> Many(string name) => [.. query[name].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        var numbers = Many("service_request_id");
        if (numbers.Count > MostRows)
        {
            throw new GeoFault(400, $"service_request_id: 一次最多 {MostRows} 个。");
        }

        var paged = new RequestQuery { Page = Whole("page", One("page"), 1, 1_000_000), Size = Math.Min(MostRows, Whole("page_size", One("page_size"), MostRows, int.MaxValue)) };
        if (numbers.Count > 0)
        {
            return paged with { Numbers = numbers };
        }

        var (from, to) = Span(One("start_date"), One("end_date"), now);
        return paged with { Services = Many("service_code"), From = from, To = to, Closed = StatusOf([.. Many("status").Select(s => s.ToLowerInvariant())]) };
    }

    public IQueryable<WorkOrder> Apply(IQueryable<WorkOrder> orders)
    {
        if (Numbers.Count > 0)
        {
            return orders.Where(o => Numbers.Contains(o.Number));
        }

        var found = orders.Where(o => o.ReceivedAt >= From && o.ReceivedAt <= To);
        found = Services.Count == 0 ? found : found.Where(o => Services.Contains(o.ContentClass));
        return Closed is not { } closed ? found : closed ? found.Where(o => Ended.Contains(o.State)) : found.Where(o => !Ended.Contains(o.State));
    }

    public static string Status(OrderState state) => Ended.Contains(state) ? "closed" : "open";

    private static (DateTimeOffset From, DateTimeOffset To) Span(string start, string end, DateTimeOffset now)
    {
        var (from, to) = (start.Length == 0 ? (DateTimeOffset?)null : GeoDates.Read("start_date", start), end.Length == 0 ? (DateTimeOffset?)null : GeoDates.Read("end_date", end));
        var (first, last) = (from ?? (to ?? now) - MostSpan, to ?? (from ?? now - MostSpan) + MostSpan);
        return first > last ? throw new GeoFault(400, "start_date: 晚于 end_date。")
            : last - first > MostSpan ? throw new GeoFault(400, "end_date: start_date 和 end_date 之间不能超过 90 天。")
            : (first, last);
    }

    private static bool? StatusOf(List<string> asked) =>
        asked.Exists(s => s is not ("open" or "closed")) ? throw new GeoFault(400, "status: 只有 open 和 closed。")
        : asked.Distinct().Count() == 1 ? asked[0] == "closed"
        : null;

    private static int Whole(string field, string text, int usual, int most) => text.Length == 0 ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : throw new GeoFault(400, $"{field}: 应为正整数。");
}
