using System.Threading.RateLimiting;
using Microsoft.Extensions.Caching.Memory;

namespace Yimen.Hotline.Callers;

/// <summary>
/// How often a number may be tried from one address: a query code of six characters must not be found by trying. Kept by address and number together,
/// since a hall full of visitors is one address. Whoever gave the right code may look as often as they like. Counted by each node for itself (ruling 27).
/// </summary>
internal sealed class OrderTries : IDisposable
{
    public const int Most = 10;

    // so many callers are remembered at a time; who is forgotten is counted again
    private const int Remembered = 20_000;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(5);
    private static readonly MemoryCacheEntryOptions ForAWhile = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(30) };

    private readonly MemoryCache proven = new(new MemoryCacheOptions { SizeLimit = Remembered });

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = Most, Window = Span, QueueLimit = 0 }));

    /// <summary>Whether one more look is allowed; takes it if so. With a code that was right before it takes nothing.</summary>
    public bool Take(string county, string? address, string number, string code) =>
        proven.TryGetValue(KeyOf(county, address, number, code), out _) || limiter.AttemptAcquire($"{county} {address} {number}").IsAcquired;

    /// <summary>The code was right.</summary>
    public void Prove(string county, string? address, string number, string code) => proven.Set(KeyOf(county, address, number, code), true, ForAWhile);

    public void Dispose()
    {
        limiter.Dispose();
        proven.Dispose();
    }

    private static string KeyOf(string county, string? address, string number, string code) => $"{county} {address} {number} {code}";
}
