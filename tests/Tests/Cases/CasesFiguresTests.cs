using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Figures;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The cases' figures over a few cases whose facts are known.</summary>
public sealed class CasesFiguresTests(Town town) : IClassFixture<Town>
{
    private static readonly FigureScope November = new(new(2020, 11, 30), new(2020, 11, 1), new(2020, 12, 1));

    [Fact]
    public async Task Facts_are_counted_by_their_day_door_and_unit()
    {
        var granted = await town.Receive(TownCatalogue.Food); // hall, market
        await town.Accept(granted);
        await town.Review(granted);
        await town.Decide(granted);
        var sitting = await town.Receive(TownCatalogue.ElderBeixiang, "town1", "T-BXZ-01"); // town
        await town.Do("town1", sitting, "sitting", ("opinion", "当场办结。"), ("recipient", ""));
        var late = await town.Receive(TownCatalogue.Food); // accepted, never decided
        await town.Accept(late);
        await town.FileOnline(TownCatalogue.Food); // online, waits

        Assert.Equal((4, 1), (await Count("C11"), await Count("C12")));
        Assert.Equal((3, 2, 1), (await Count("C01"), await Count("C02"), await Count("C03")));
        Assert.Equal((3, 1), (await Count("C14"), await Count("C15")));
        Assert.Equal((2, 2, 0, 2), (await Count("C17"), await Count("C18"), await Count("C19"), await Count("C20")));
        Assert.Equal(2, await Count("C22")); // both before their last day
        Assert.Equal(100m, await Value("C21"));
        Assert.Equal(1, await Count("C24")); // due 9 November, looked at on the 30th
        Assert.Equal(0, await Count("C24", November with { AsOf = new(2020, 11, 9) })); // on its last day it is not late
        Assert.Equal((1, 1), (await Count("C17", November with { Unit = TownPeople.Market }), await Count("C17", November with { Window = "T-BXZ-01" })));
        Assert.Equal((1, 0), (await Count("C11", November with { Channel = "Online" }), await Count("C11", November with { Channel = "Moon" })));
        Assert.Equal(0, await Count("C11", new(new(2020, 10, 31), new(2020, 10, 1), new(2020, 11, 1))));
    }

    [Fact]
    public async Task The_report_s_sum_holds_for_every_row()
    {
        var (all, hall, grassroots) = (await Keys("C01"), await Keys("C02"), await Keys("C03"));

        Assert.Equal(all.Order(), hall.Concat(grassroots).Order());
    }

    private Task<long> Count(string id, FigureScope? scope = null) => Compute(id, scope, v => v.Numerator);

    private Task<decimal?> Value(string id) => Compute(id, null, v => v.Value);

    private Task<T> Compute<T>(string id, FigureScope? scope, Func<FigureValue, T> take) => town.InCounty(async (db, services) =>
    {
        var book = services.GetRequiredService<FigureBook>();
        return take(await book.Compute(db, book.Find(id)!, scope ?? November, TestContext.Current.CancellationToken));
    });

    private Task<List<string>> Keys(string id) => town.InCounty((db, services) =>
        services.GetRequiredService<FigureBook>().Find(id)!.Rows!(db, November).Select(r => r.Key).ToListAsync(TestContext.Current.CancellationToken));
}
