using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Moving;

/// <summary>
/// 搬迁 — carries all counties of an installation to another database, from SQLite to PostgreSQL or back. Keys, files and seals lie beside the
/// database and stay where they are. Nobody can reach a county on the other side until all of them have arrived and were compared; one that
/// was cut off is thrown away and begun anew. The source is only read.
/// </summary>
public sealed class Relocation(Installation from, Installation to)
{
    /// <exception cref="RuleViolation"><c>move-target</c>: something stands there already; <c>move-keys</c>; <c>move-differs</c>.</exception>
    public async Task Run(Action<string> say, CancellationToken ct = default)
    {
        var provisioning = new Provisioning(to, new CountyDirectory(to));
        await provisioning.Migrate(ct);
        await using var alone = await provisioning.Hold("move", ct);
        await ClearTheWay(provisioning, say, ct);
        var rows = await Counties(ct);
        foreach (var row in rows)
        {
            say($"正在搬迁{row.Name}（{row.Code}）：");
            var arrived = await provisioning.Begin(Arriving(row), ct);
            await new CountyCopy(from.Open(row), arrived).Run(say, ct);
        }

        await CopyKeyRing(ct);
        foreach (var row in rows)
        {
            await provisioning.Finish(row.Code, ct);
        }
    }

    private async Task<List<CountyRow>> Counties(CancellationToken ct)
    {
        await using var house = from.OpenHouse();
        var rows = await house.Counties.AsNoTracking().Where(c => c.Filling == null).OrderBy(c => c.Code).ToListAsync(ct);
        if (rows.Find(r => !File.Exists(Path.Combine(to.KeysDirectory, r.Code + ".json"))) is { } without)
        {
            throw new RuleViolation("move-keys", $"{to.KeysDirectory} 中没有{without.Name}的密钥，搬过去的数据将无法打开。");
        }

        return rows;
    }

    private async Task ClearTheWay(Provisioning provisioning, Action<string> say, CancellationToken ct)
    {
        await using var house = to.OpenHouse();
        foreach (var there in await house.Counties.AsNoTracking().ToListAsync(ct))
        {
            if (there.Filling is null)
            {
                throw new RuleViolation("move-target", $"目标数据库中已有{there.Name}（{there.Code}），不能再搬入。请换一个空的数据库。");
            }

            say($"上次搬迁“{there.Name}”没有完成，重新开始。");
            await provisioning.Discard(there.Code, ct);
        }
    }

    private static CountyRow Arriving(CountyRow row) => new()
    {
        Code = row.Code, Name = row.Name, Host = row.Host, Demo = row.Demo, Closed = row.Closed, Filling = "move",
    };

    /// <summary>The web's own keys: who is signed in stays so.</summary>
    private async Task CopyKeyRing(CancellationToken ct)
    {
        await using var source = from.OpenHouse();
        await using var target = to.OpenHouse();
        var keys = await source.DataProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => new { k.FriendlyName, k.Xml }).ToListAsync(ct);
        await target.DataProtectionKeys.ExecuteDeleteAsync(ct);
        target.DataProtectionKeys.AddRange(keys.Select(k => new Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey { FriendlyName = k.FriendlyName, Xml = k.Xml }));
        await target.SaveChangesAsync(ct);
    }
}
