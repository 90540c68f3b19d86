using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

        await Seed(WorldSource.Find(world), say, ct);
        return true;
    }

    private async Task Seed(WorldSource source, Action<string> say, CancellationToken ct)
    {
        var about = source.About;
        var watch = Stopwatch.StartNew();
        say($"正在装入{about.Name}{(about.Demo ? "（演示）" : "")}：");
        var county = await provisioning.Begin(new CountyRow { Code = about.Code, Name = about.Name, Demo = about.Demo, Filling = source.Name }, ct);
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
