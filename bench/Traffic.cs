using System.Collections.Concurrent;
using System.Diagnostics;

namespace Yimen.Bench;

/// <summary>What a stretch of load showed.</summary>
/// <param name="PerSecond">Answered requests per second.</param>
/// <param name="CpuMs">The server's processor time for one request: it says the same on a busy machine as on a quiet one.</param>
internal sealed record Seen(double PerSecond, double P50, double P99, double CpuMs, int Failed);

/// <summary>Eight clients that ask one after another for a bounded time, or until there is nothing more to ask.</summary>
internal static class Traffic
{
    private const int Clients = 8;

    public static async Task<Seen> Run(Server server, Ask ask, double seconds)
    {
        var times = new ConcurrentBag<double>();
        var (next, failed) = (0, 0);
        var worked = server.CpuMs;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var began = clock.Elapsed.TotalMilliseconds;
                if (await ask(server, Interlocked.Increment(ref next)) is not { } good)
                {
                    return;
                }

                times.Add(clock.Elapsed.TotalMilliseconds - began);
                if (!good)
                {
                    Interlocked.Increment(ref failed);
                }
            }
        }));
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? new(0, 0, 0, 0, failed)
            : new(sorted.Count / clock.Elapsed.TotalSeconds, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)], (server.CpuMs - worked) / sorted.Count, failed);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
