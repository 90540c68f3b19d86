using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Worlds;

/// <summary>
/// Fills an installation that has no county yet. The county stands in the register as being filled, reachable for nobody, until the last part is in:
/// a filling that was killed is thrown away and begun anew, one that was finished is never touched again.
/// </summary>
public sealed class WorldSeeding(Installation installation, Provisioning provisioning, IEnumerable<WorldPart> parts, IServiceScopeFactory scopes)
{
    /// <returns>Whether this call filled the installation.</returns>
    public async Task<bool> SeedIfEmpty(string world, Action<string> say, CancellationToken ct = default)
    {
        await using var alone = await provisioning.Hold("seed", ct);
        await using (var house = installation.OpenHouse())
        {
            if (await house.Counties.AnyAsync(c => c.Filling == null, ct))
            {
                return false;
            }

            foreach (var left in await house.Counties.AsNoTracking().ToListAsync(ct))
            {
                say($"上次装入“{left.Name}”没有完成，重新开始。");
                await provisioning.Discard(left.Code, ct);
            }
        }

        await Seed(WorldSource.Find(world), null, say, ct);
        return true;
    }

    /// <summary>Adds a county to those that stand already.</summary>
    /// <param name="world">As <see cref="WorldSource.Find"/> takes it.</param>
    /// <param name="host">The host name that leads to it; null where its code, as the first part of the path, does.</param>
    /// <exception cref="RuleViolation"><c>county-code</c>, <c>county-known</c>, <c>county-host</c>.</exception>
    public async Task Add(string world, string? host, Action<string> say, CancellationToken ct = default)
    {
        await using var alone = await provisioning.Hold("seed", ct);
        var source = WorldSource.Find(world);
        var code = source.About.Code;
        _ = code is not { Length: 6 } || !code.All(char.IsAsciiDigit) ? throw new RuleViolation("county-code", $"world.json 里的 code 应为六位区划代码，现在是“{code}”。")
            : host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown ? throw new RuleViolation("county-host", $"“{host}”不是主机名，写法如 lechang.example.gov.cn，不带 http:// 和端口。")
            : 0;
        await using (var house = installation.OpenHouse())
        {
            var rows = await house.Counties.AsNoTracking().ToListAsync(ct);
            _ = rows.Find(c => c.Code == code && c.Filling is null) is { } known ? throw new RuleViolation("county-known", $"{known.Name}（{known.Code}）已经在册，没有改动。")
                : host is not null && rows.Find(c => string.Equals(c.Host, host, StringComparison.OrdinalIgnoreCase)) is { } other ? throw new RuleViolation("county-host", $"主机名 {host} 已经是{other.Name}的。")
                : 0;
            if (rows.Exists(c => c.Code == code))
            {
                say($"上次装入“{source.About.Name}”没有完成，重新开始。");
                await provisioning.Discard(code, ct);
            }
        }

        await Seed(source, host, say, ct);
    }

    private async Task Seed(WorldSource source, string? host, Action<string> say, CancellationToken ct)
    {
        var about = source.About;
        var watch = Stopwatch.StartNew();
        say($"正在装入{about.Name}{(about.Demo ? "（演示）" : "")}：");
        var county = await provisioning.Begin(new CountyRow { Code = about.Code, Name = about.Name, Host = host, Demo = about.Demo, Filling = source.Name }, ct);
        foreach (var part in parts.OrderBy(p => p.Order))
        {
            var begun = watch.Elapsed;
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(county);
            await part.Load(source, scope.ServiceProvider, ct);
            say($"  {part.Name}　{(watch.Elapsed - begun).TotalSeconds:F1} 秒");
        }

        await using (var db = county.OpenDb())
        {
            await new Statistics(db).Renew(ct);
        }

        await provisioning.Finish(about.Code, ct);
        say($"装入完成，用时 {watch.Elapsed.TotalSeconds:F1} 秒。");
    }
}
