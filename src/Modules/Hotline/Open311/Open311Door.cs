using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Limits;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Hotline.Open311;

/// <summary>Lets a client in: to read whoever names no other jurisdiction, to post whoever has a key and does not post too often.</summary>
internal sealed class Open311Door(AppDb db, Writer writer, CountyScope scope, Open311Rate rate)
{
    /// <summary>One endpoint serves one county, so that the id is optional; a wrong one is not taken for ours.</summary>
    /// <exception cref="GeoFault">404.</exception>
    public void MustBeHere(string? jurisdiction)
    {
        var named = jurisdiction?.Trim() ?? "";
        if (named.Length > 0 && named != scope.County.Code && !named.Equals(scope.County.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new GeoFault(StatusCodes.Status404NotFound, $"jurisdiction_id: 没有找到，本接口的 jurisdiction_id 是 {scope.County.Code}，也可以不填。");
        }
    }

    /// <exception cref="GeoFault">403 without a key in force, 429 when it posts too often.</exception>
    public async Task<Open311Key> Enter(HttpContext http, string? key, CancellationToken ct)
    {
        var given = key?.Trim() ?? "";
        var digest = given.Length is 0 or > 200 ? "" : Open311Key.DigestOf(given);
        var found = digest.Length == 0 ? null : await db.Set<Open311Key>().AsNoTracking().FirstOrDefaultAsync(k => k.Digest == digest && k.RevokedAt == null, ct);
        if (found is null)
        {
            throw new GeoFault(StatusCodes.Status403Forbidden, given.Length == 0 ? "api_key: 没有提供密钥。" : "api_key: 密钥无效或者已经停用。");
        }

        var act = http.Act();
        var most = (await db.OrderLimitsOn(act.Today, ct))[OrderLimitCode.Open311Posts];
        if (!rate.Take(scope.County.Code, found.Id, most))
        {
            http.Response.Headers.RetryAfter = Open311Rate.Span.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            throw new GeoFault(StatusCodes.Status429TooManyRequests, $"api_key: 每分钟最多提交 {most} 次，请稍候再试。");
        }

        if (found.WorthNoting(act.Now))
        {
            await writer.Write(act, async () => (await db.Set<Open311Key>().FirstAsync(k => k.Id == found.Id, ct)).Used(act.Now), ct);
            db.ChangeTracker.Clear();
        }

        return found;
    }
}

/// <summary>How often a key may post, a minute. Counted by each node for itself (ruling 27).</summary>
internal sealed class Open311Rate : IDisposable
{
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<(string County, Guid Key, int Most)> limiter = PartitionedRateLimiter.Create<(string County, Guid Key, int Most), (string, Guid, int)>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, of => new() { PermitLimit = of.Item3, Window = Span, QueueLimit = 0 }));

    public bool Take(string county, Guid key, int most) => limiter.AttemptAcquire((county, key, most)).IsAcquired;

    public void Dispose() => limiter.Dispose();
}
