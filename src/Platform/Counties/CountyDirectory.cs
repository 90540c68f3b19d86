using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;

namespace Yimen.Platform.Counties;

/// <summary>The counties that this process serves, by code and by host name. Read once at start and again after provisioning.</summary>
public sealed class CountyDirectory(Installation installation) : IDisposable
{
    private FrozenDictionary<string, County> byCode = FrozenDictionary<string, County>.Empty;
    private FrozenDictionary<string, County> byHost = FrozenDictionary<string, County>.Empty;

    public IReadOnlyCollection<County> All => byCode.Values;

    /// <summary>The county of a bare address: the only one, or none when several stand side by side.</summary>
    public County? Sole => byCode.Count == 1 ? byCode.Values[0] : null;

    public County? ByCode(string code) => byCode.GetValueOrDefault(code);

    public County? ByHost(string host) => byHost.GetValueOrDefault(host);

    /// <exception cref="RuleViolation"><c>no-data</c>: nothing was ever started on this data directory.</exception>
    public async Task Load(CancellationToken ct = default)
    {
        if (!installation.Exists)
        {
            throw new RuleViolation("no-data", $"{installation.DataDirectory} 里没有一门的数据。请检查 --data；新的数据目录先用 yimen run 启动一次。");
        }

        await using var house = installation.OpenHouse();
        var rows = await house.Counties.AsNoTracking().Where(c => !c.Closed && c.Filling == null).OrderBy(c => c.Code).ToListAsync(ct);
        // a county that is open already keeps its gate: two gates would let two writers in
        byCode = rows.Select(r => byCode.GetValueOrDefault(r.Code) ?? installation.Open(r)).ToFrozenDictionary(c => c.Code);
        byHost = byCode.Values.Where(c => c.Host is not null).ToFrozenDictionary(c => c.Host!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (var county in All)
        {
            county.Connections?.Dispose();
        }
    }
}
