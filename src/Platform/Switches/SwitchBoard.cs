using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Switches;

/// <summary>Which switches are on in a county. Asked of the database once a second for the sake of other nodes (ruling 27), and at once after this one has turned one.</summary>
public sealed class SwitchBoard(IEnumerable<Switch> switches)
{
    private const int TrustedForMilliseconds = 1000;

    private readonly ConcurrentDictionary<string, (IReadOnlySet<string> On, long At)> known = new();

    /// <summary>Every switch there is.</summary>
    public IReadOnlyList<Switch> All { get; } = [.. switches.OrderBy(s => s.Code, StringComparer.Ordinal)];

    public Switch? Find(string code) => All.FirstOrDefault(s => s.Code == code);

    /// <summary>The codes of those that are on.</summary>
    public async ValueTask<IReadOnlySet<string>> On(County county, CancellationToken ct)
    {
        var at = Environment.TickCount64;
        if (known.TryGetValue(county.Code, out var last) && at - last.At < TrustedForMilliseconds)
        {
            return last.On;
        }

        await using var db = county.OpenDb();
        var on = await db.Set<SwitchSetting>().AsNoTracking().Where(s => s.State == SwitchState.On).Select(s => s.Code).ToListAsync(ct);
        var codes = on.ToHashSet();
        known[county.Code] = (codes, at);
        return codes;
    }

    /// <summary>One was turned: what was read before is asked again.</summary>
    internal void Forget(County county) => known.TryRemove(county.Code, out _);
}
