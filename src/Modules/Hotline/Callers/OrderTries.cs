using System.Threading.RateLimiting;

namespace Yimen.Hotline.Callers;

/// <summary>
/// How often a number may be tried from one address: a query code of six characters must not be found by trying. Kept by address and number together,
/// since a hall full of visitors is one address. Counted by each node for itself (ruling 27).
/// </summary>
internal sealed class OrderTries : IDisposable
{
    public const int Most = 10;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = Most, Window = Span, QueueLimit = 0 }));

    /// <summary>Whether one more look is allowed; takes it if so.</summary>
    public bool Take(string county, string? address, string number) => limiter.AttemptAcquire($"{county} {address} {number}").IsAcquired;

    public void Dispose() => limiter.Dispose();
}
