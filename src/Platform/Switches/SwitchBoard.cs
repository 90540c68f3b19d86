using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Switches;

/// <summary>Which switches are on in a county. Remembered by the county.</summary>
public sealed class SwitchBoard(IEnumerable<Switch> switches)
{
    /// <summary>Every switch there is.</summary>
    public IReadOnlyList<Switch> All { get; } = [.. switches.OrderBy(s => s.Code, StringComparer.Ordinal)];

    public Switch? Find(string code) => All.FirstOrDefault(s => s.Code == code);

    /// <summary>The codes of those that are on.</summary>
    public async ValueTask<IReadOnlySet<string>> On(County county, CancellationToken ct) => (await county.Memory<Turned>(typeof(SwitchSetting)).Get(async () =>
    {
        await using var db = county.OpenDb();
        var on = await db.Set<SwitchSetting>().AsNoTracking().Where(s => s.State == SwitchState.On).Select(s => s.Code).ToListAsync(ct);
        return new Turned(on.ToHashSet());
    })).On;

    private sealed record Turned(IReadOnlySet<string> On);
}
