using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Delivery;

public sealed record OutboxRow(OutboxMessage Message, string To);

public sealed record OutboxView(IReadOnlyList<OutboxRow> Rows, Paging Paging, OutboxState? State, DeliveryChannel? Channel)
{
    /// <summary>How many lie in each state.</summary>
    public required IReadOnlyDictionary<OutboxState, int> Counts { get; init; }

    /// <summary>Channels over which nothing leaves, because they are not set up.</summary>
    public required IReadOnlyList<DeliveryChannel> Closed { get; init; }
    public bool MayRetry { get; init; }
}

/// <summary>消息发送 — what is waiting, what was sent, and the dead letters with what the other side said.</summary>
internal static class OutboxPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/outbox", Show).RequirePermission("delivery.read").ExcludeFromDescription();
        app.MapPost("/desk/outbox/{id:guid}/retry", Retry).RequirePermission("delivery.retry").ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, string? state, string? channel, OutboxList list) =>
        Page.Of<OutboxPage>(http, await list.View(http, Parsed<OutboxState>(state), Parsed<DeliveryChannel>(channel)));

    private static async Task<IResult> Retry(HttpContext http, Guid id, AppDb db, Writer writer)
    {
        var act = http.Act();
        await writer.Write(act, async () =>
        {
            var message = await db.Set<OutboxMessage>().FirstOrDefaultAsync(m => m.Id == id, http.RequestAborted) ?? throw new NotThere();
            message.Retry(act);
        }, http.RequestAborted);
        return Page.Then(http, "/desk/outbox?state=Dead", "已放回待发送，几秒内重发。");
    }

    private static T? Parsed<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <summary>Reads the outbox for its page.</summary>
internal sealed class OutboxList(AppDb db, CountyScope scope, IEnumerable<ILetterCarrier> carriers, PermissionTable table)
{
    public async Task<OutboxView> View(HttpContext http, OutboxState? state, DeliveryChannel? channel)
    {
        var ct = http.RequestAborted;
        var all = db.Set<OutboxMessage>().AsNoTracking().Where(m => channel == null || m.Channel == channel);
        var counts = new Dictionary<OutboxState, int>();
        foreach (var one in Enum.GetValues<OutboxState>())
        {
            counts[one] = await In(all, one).CountAsync(ct);
        }
        var shown = state is { } s ? In(all, s) : all;
        var paging = Paging.Of(http.Request.Query["page"], http.Request.Query["size"], state is { } of ? counts[of] : counts.Values.Sum());
        var rows = await shown.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        return new([.. rows.Select(m => new OutboxRow(m, Masked(m)))], paging, state, channel)
        {
            Counts = counts,
            Closed = [.. carriers.Where(c => !c.IsOpenFor(scope.County.Code)).Select(c => c.Channel)],
            MayRetry = http.Visitor.May(table, "delivery.retry"),
        };
    }

    private static IQueryable<OutboxMessage> In(IQueryable<OutboxMessage> messages, OutboxState state) => state switch
    {
        OutboxState.Sent => messages.Where(m => m.SentAt != null),
        OutboxState.Withdrawn => messages.Where(m => m.SentAt == null && m.WithdrawnAt != null),
        OutboxState.Dead => messages.Where(m => m.SentAt == null && m.WithdrawnAt == null && m.DeadAt != null),
        _ => messages.Where(m => m.SentAt == null && m.DeadAt == null),
    };

    private string Masked(OutboxMessage m) => scope.County.Keys.Open(m.To) is not { } to ? "***" : m.Channel switch
    {
        DeliveryChannel.Mail => Masking.Email(to),
        DeliveryChannel.WeCom => WeComCarrier.Masked(to),
        _ => Masking.Phone(to),
    };
}
