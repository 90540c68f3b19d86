using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.City;

/// <summary>One message of the day.</summary>
public sealed record ExchangeRow(string Direction, string Kind, string SourceNumber, Guid? OrderId, string State, Tone Tone, DateTimeOffset At);

/// <summary>One number that only one side knows.</summary>
public sealed record DifferenceRow(string SourceNumber, string What);

/// <param name="Told">Whether the city sent its list of the day.</param>
public sealed record ReconcileView(DateOnly On, bool Told, int TheirSent, int OurReceived, int TheirHeard, int OurSent, IReadOnlyList<DifferenceRow> Differences, IReadOnlyList<ExchangeRow> Rows);

/// <summary>市平台对账 — day by day: what the city says it sent and heard, what we took and said, and where the two part.</summary>
internal static class Reconcile
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/orders/exchange", async (HttpContext http, string? on, AppDb db, CancellationToken ct) =>
    {
        var day = DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : http.Act().Today;
        return Page.Of<ReconcilePage>(http, await View(db, day, ct));
    }).RequirePermission(OrderPermissions.Exchange);

    private static async Task<ReconcileView> View(AppDb db, DateOnly day, CancellationToken ct)
    {
        var rows = await db.Set<CityMessage>().AsNoTracking().Where(m => m.On == day).OrderByDescending(m => m.At).ThenBy(m => m.Id).ToListAsync(ct);
        var keys = rows.Where(r => r.Direction == CityDirection.Out).Select(r => $"city/{r.Key}").ToList();
        var sent = (await db.Set<OutboxMessage>().AsNoTracking().Where(o => keys.Contains(o.DedupeKey!)).Select(o => new { o.DedupeKey, o.SentAt, o.DeadAt }).ToListAsync(ct)).ToDictionary(o => o.DedupeKey!);
        var theirs = await db.Set<CityCount>().AsNoTracking().FirstOrDefaultAsync(c => c.On == day, ct);
        var received = rows.Where(r => r is { Direction: CityDirection.In, Kind: "order" }).Select(r => r.SourceNumber).ToHashSet();
        // what went before this list leaves the outbox after half a year counts as heard
        var said = rows.Where(r => r.Direction == CityDirection.Out && (!sent.TryGetValue($"city/{r.Key}", out var o) || o.SentAt is not null)).Select(r => r.SourceNumber).ToHashSet();
        return new(day, theirs is not null, theirs?.Sent.Count ?? 0, received.Count, theirs?.Heard.Count ?? 0, said.Count, theirs is null ? [] : [.. Differences(theirs, received, said)],
            [.. rows.Select(r => Row(r, sent.GetValueOrDefault($"city/{r.Key}")?.SentAt, sent.GetValueOrDefault($"city/{r.Key}")?.DeadAt))]);
    }

    private static IEnumerable<DifferenceRow> Differences(CityCount theirs, HashSet<string> received, HashSet<string> said) =>
    [
        .. theirs.Sent.Except(received).Select(n => new DifferenceRow(n, "市平台已派，我方没有收到")),
        .. received.Except(theirs.Sent).Select(n => new DifferenceRow(n, "我方已收，市平台清单里没有")),
        .. said.Except(theirs.Heard).Select(n => new DifferenceRow(n, "我方已发，市平台没有收到")),
        .. theirs.Heard.Except(said).Select(n => new DifferenceRow(n, "市平台称已收到，我方没有发出")),
    ];

    private static ExchangeRow Row(CityMessage m, DateTimeOffset? sentAt, DateTimeOffset? deadAt)
    {
        var (state, tone) = m.Direction == CityDirection.In ? ("已接收", Tone.Good) : deadAt is not null ? ("发送失败", Tone.Bad) : sentAt is not null ? ("已送达", Tone.Good) : ("待发送", Tone.Warn);
        return new(Label.Of(m.Direction), CityOutbox.Words(m.Kind), m.SourceNumber, m.OrderId, state, tone, m.At);
    }
}
