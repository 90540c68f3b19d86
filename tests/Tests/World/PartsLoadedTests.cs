using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases;
using Yimen.Hotline;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.SignIn;
using Yimen.Platform.Journal;

namespace Yimen.Tests.World;

/// <summary>A matter that is loaded list by list, with those lists only that hold anything, has all that it has when everything is asked for.</summary>
[Collection(nameof(Lechang))]
public sealed class PartsLoadedTests(Lechang lechang)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private County County => lechang.Host.Services.GetRequiredService<CountyDirectory>().Sole!;

    [Fact]
    public Task Every_order() => Same([], db => db.Orders.Whole.ToListAsync(Ct), (db, id) => db.LoadOrder(id, Ct));

    [Fact]
    public Task Every_case() => Same(["Actings", "Archive", "Marks"], db => db.Cases.Whole.ToListAsync(Ct), (db, id) => db.LoadCase(id, cases => cases, Ct));

    [Fact]
    public async Task Whoever_may_open_an_order_of_the_list_may_open_it_when_it_is_loaded()
    {
        var table = lechang.Host.Services.GetRequiredService<PermissionTable>();
        await using var db = County.OpenDb();
        var (orders, accounts) = (await db.Orders.Whole.AsNoTracking().ToListAsync(Ct), await db.Users.AsNoTracking().ToListAsync(Ct));
        var parted = 0;
        foreach (var visitor in accounts.Select(a => Visitor.From(SignInClaims.Of(a, County, null))).DistinctBy(v => string.Join(' ', v.Scopes)))
        {
            var listed = await db.Orders.AsNoTracking().Within(visitor, table, OrderPermissions.Read).Select(o => o.Id).ToListAsync(Ct);
            Assert.Equal(listed.Order(), orders.Where(o => o.IsWithin(visitor, table, OrderPermissions.Read)).Select(o => o.Id).Order());
            parted += listed.Count > 0 && listed.Count < orders.Count ? 1 : 0;
        }

        Assert.True(parted > 10, $"{parted}");
    }

    private async Task Same<T>(IEnumerable<string> unproven, Func<AppDb, Task<List<T>>> all, Func<AppDb, Guid, Task<T?>> one)
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

        Assert.Equal(unproven, known.Where(p => p.Value == 0).Select(p => p.Key)); // a list that no matter of the demo world fills proves nothing
    }

    private static Dictionary<string, int> Parts(AppDb db, object matter) => db.Entry(matter).Navigations.ToDictionary(n => n.Metadata.Name, n => n.CurrentValue switch
    {
        null => 0,
        IEnumerable rows => rows.Cast<object>().Count(),
        _ => 1,
    });
}
