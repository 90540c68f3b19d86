using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases;
using Yimen.Hotline;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Tests.World;

/// <summary>A matter that is loaded list by list, with those lists only that hold anything, has all that it has when everything is asked for.</summary>
[Collection(nameof(Lechang))]
public sealed class PartsLoadedTests(Lechang lechang)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private County County => lechang.Host.Services.GetRequiredService<CountyDirectory>().Sole!;

    [Fact]
    public Task Every_order() => Same(db => db.Orders.Whole.ToListAsync(Ct), (db, id) => db.LoadOrder(orders => orders.Where(o => o.Id == id), Ct));

    [Fact]
    public Task Every_case() => Same(db => db.Cases.Whole.ToListAsync(Ct), (db, id) => db.LoadCase(id, cases => cases, Ct));

    private async Task Same<T>(Func<AppDb, Task<List<T>>> all, Func<AppDb, Guid, Task<T?>> one)
        where T : class, IMatter
    {
        await using var whole = County.OpenDb();
        var known = new Dictionary<string, int>();
        foreach (var matter in await all(whole))
        {
            await using var own = County.OpenDb();
            var (expected, loaded) = (Parts(whole, matter), Parts(own, (await one(own, matter.Ref.Id))!));
            Assert.Equal(expected, loaded);
            expected.ToList().ForEach(p => known[p.Key] = known.GetValueOrDefault(p.Key) + p.Value);
        }

        Assert.DoesNotContain(known, p => p.Value == 0); // a list that no matter of the demo world fills would prove nothing
    }

    private static Dictionary<string, int> Parts(AppDb db, object matter) => db.Entry(matter).Navigations.ToDictionary(n => n.Metadata.Name, n => n.CurrentValue switch
    {
        null => 0,
        IEnumerable rows => rows.Cast<object>().Count(),
        _ => 1,
    });
}
