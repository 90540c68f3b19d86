using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Delivery;

/// <summary>
/// Sends what is due. A batch is leased in one statement, each letter is sent and marked by itself. A worker that dies in between leaves its lease to
/// run out; the next one sends again under the same id, so that the other side can tell: at least once here, once there.
/// </summary>
public sealed partial class OutboxSender(AppDb db, CountyScope scope, IEnumerable<ILetterCarrier> carriers, TimeProvider time, ILogger<OutboxSender> log)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private const int Batch = 10;
    private readonly Dictionary<DeliveryChannel, ILetterCarrier> open = carriers.Where(c => c.IsOpenFor(scope.County.Code)).ToDictionary(c => c.Channel);

    /// <summary>Sends everything that is due now.</summary>
    /// <returns>How many sendings were tried.</returns>
    public async Task<int> SendDue(CancellationToken ct)
    {
        var tried = 0;
        while (await Claim(ct) is { Count: > 0 } batch)
        {
            foreach (var message in batch)
            {
                await SendOne(message, ct);
                tried++;
            }
        }
        return tried;
    }

    private async Task SendOne(OutboxMessage message, CancellationToken ct)
    {
        var token = message.LeaseToken;
        try
        {
            await open[message.Channel].Carry(Opened(message), ct);
            message.Sent(time.Now());
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(log, e, message.Id, message.Attempts);
            message.Failed(time.Now(), e.Message, e is DeliveryFailed { ForGood: true });
        }
        await Mark(message, token);
    }

    private OpenLetter Opened(OutboxMessage message) => new(message.Id, scope.County.Code,
        scope.County.Keys.Open(message.To) ?? throw new DeliveryFailed("密钥不在，收件人无法打开。"), Stamped(message.Channel, message.Subject),
        Stamped(message.Channel, scope.County.Keys.Open(message.Body) ?? ""))
    { Via = message.Via, Link = message.Link };

    // whoever a demo world writes to must not take it for the office
    private string Stamped(DeliveryChannel channel, string text) => scope.County.Demo && open[channel].ToPeople ? "【演示】" + text : text;

    private async Task<List<OutboxMessage>> Claim(CancellationToken ct)
    {
        if (open.Count == 0)
        {
            return [];
        }
        var (now, token) = (time.Now(), Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8)));
        using (await Turn(ct))
        {
            await db.Database.ExecuteSqlRawAsync(OutboxSql.Claim(db, open.Count), [OutboxSql.Instant(db, now + Lease), token, OutboxSql.Instant(db, now), Batch, .. open.Keys.Select(c => (object)(int)c)], ct);
        }
        db.ChangeTracker.Clear();
        return await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.LeaseToken == token).OrderBy(m => m.NextAt).ThenBy(m => m.Id).ToListAsync(ct);
    }

    /// <summary>Marks only what is still leased to us: whoever took it over meanwhile marks it himself.</summary>
    private async Task Mark(OutboxMessage m, string? token)
    {
        using (await Turn(CancellationToken.None))
        {
            await db.Set<OutboxMessage>().Where(o => o.Id == m.Id && o.LeaseToken == token).ExecuteUpdateAsync(s => s
                .SetProperty(o => o.SentAt, m.SentAt).SetProperty(o => o.DeadAt, m.DeadAt).SetProperty(o => o.NextAt, m.NextAt)
                .SetProperty(o => o.LastError, m.LastError).SetProperty(o => o.LeaseUntil, (DateTimeOffset?)null).SetProperty(o => o.LeaseToken, (string?)null));
        }
    }

    private async ValueTask<IDisposable?> Turn(CancellationToken ct) => scope.County.Database == DatabaseKind.Sqlite ? (IDisposable)await scope.County.Gate.Enter(ct) : null;

    [LoggerMessage(1, LogLevel.Warning, "Letter {Id} was not delivered at attempt {Attempt}")]
    private static partial void Failed(ILogger log, Exception exception, Guid id, int attempt);
}
