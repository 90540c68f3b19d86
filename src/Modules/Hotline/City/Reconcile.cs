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

/// <summary>A file that a message named. Its name may tell who speaks: it is read on the order's page, by who may.</summary>
public sealed record ExchangeFileRow(Guid Id, string Direction, string Kind, string SourceNumber, Guid OrderId, long Size, string State, Tone Tone, string Trouble, bool MayAskAgain, DateTimeOffset At);

/// <summary>One number that only one side knows.</summary>
public sealed record DifferenceRow(string SourceNumber, string What);

/// <param name="Told">Whether the city sent its list of the day.</param>
public sealed record ReconcileView(DateOnly On, bool Told, int TheirSent, int OurReceived, int TheirHeard, int OurSent, IReadOnlyList<DifferenceRow> Differences, IReadOnlyList<ExchangeRow> Rows)
{
    /// <summary>Of the day, and those of earlier days that are still waited for.</summary>
    public IReadOnlyList<ExchangeFileRow> Files { get; init; } = [];
}

/// <summary>市平台对账 — day by day: what the city says it sent and heard, what we took and said, and where the two part.</summary>
internal static class Reconcile
{
    private const string Here = "/desk/orders/exchange";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, string? on, AppDb db, CancellationToken ct) =>
        {
            var day = DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : http.Act().Today;
            return Page.Of<ReconcilePage>(http, await View(db, day, ct));
        }).RequirePermission(OrderPermissions.Exchange);
        app.MapPost(Here + "/files/{id:guid}/retry", AskAgain).RequirePermission(OrderPermissions.Exchange);
    }

    // the order's journal says who asked again
    private static async Task<IResult> AskAgain(HttpContext http, Guid id, AppDb db, Writer writer, CancellationToken ct)
    {
        var act = http.Act();
        var day = await writer.Write(act, null, async () =>
        {
            var file = await db.Set<CityFile>().FirstOrDefaultAsync(f => f.Id == id, ct) ?? throw new NotThere();
            file.AskAgain(act);
            (await db.Orders.FirstAsync(o => o.Id == file.OrderId, ct)).AskEnclosure(file.Name, act);
            return file.On;
        }, ct);
        return Page.Then(http, $"{Here}?on={day:yyyy-MM-dd}", "已放回待取，几秒内再向市平台取。");
    }

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
            [.. rows.Select(r => Row(r, sent.GetValueOrDefault($"city/{r.Key}")?.SentAt, sent.GetValueOrDefault($"city/{r.Key}")?.DeadAt))])
        {
            Files = await Files(db, day, ct),
        };
    }

    private static async Task<IReadOnlyList<ExchangeFileRow>> Files(AppDb db, DateOnly day, CancellationToken ct)
    {
        var files = await db.Set<CityFile>().AsNoTracking().Where(f => f.On == day || (f.On < day && f.State == CityFileState.Waiting)).OrderByDescending(f => f.At).ThenBy(f => f.Id).ToListAsync(ct);
        return [.. files.Select(f => new ExchangeFileRow(f.Id, Label.Of(f.Direction), Label.Of(f.Kind), f.SourceNumber, f.OrderId, f.Size, f.Direction == CityDirection.Out ? f.State == CityFileState.Fetched ? "市平台已取" : "待市平台取" : Label.Of(f.State),
            f.State switch { CityFileState.Fetched => Tone.Good, CityFileState.Missing => Tone.Bad, _ => Tone.Warn }, f.Trouble, f is { Direction: CityDirection.In, State: CityFileState.Missing }, f.At))];
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
