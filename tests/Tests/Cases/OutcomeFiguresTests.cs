using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Figures;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The eight outcomes that are reported (domain C1): 受理 C14, 准予 C18 and 不予 C19 are held elsewhere, here are the other five, and 逾期未领.</summary>
public sealed class OutcomeFiguresTests(Town town) : IClassFixture<Town>
{
    private static readonly FigureScope November = new(new(2020, 11, 30), new(2020, 11, 1), new(2020, 12, 1));

    [Fact]
    public async Task Each_outcome_is_counted_on_its_day_and_what_ended_is_not_late()
    {
        var before = await Outcomes();
        var market = "market-approver";
        await town.AskCorrection(await town.Receive(TownCatalogue.Food, withPapers: false));
        await town.Do(market, await town.Receive(TownCatalogue.Food), "refusal", ("kind", "not-required"), ("reason", "不需要取得许可"));
        await town.Do(market, await town.Receive(TownCatalogue.Food), "refusal", ("kind", "not-ours"), ("reason", "不属于本机关职权"), ("body", "韶关市市场监督管理局"));
        var gone = await town.Receive(TownCatalogue.Food);
        await town.Accept(gone);
        await town.AskHead(gone, "TransferUp", ("to", "韶关市市场监督管理局"));
        await town.AnswerHead(gone, "yes");
        var withdrawn = await town.Receive(TownCatalogue.Food);
        await town.Accept(withdrawn);
        await town.Do("clerk1", withdrawn, "withdrawal", ("reason", "本人书面撤回"));

        Assert.Equal(before.Select(n => n + 1), await Outcomes());
        Assert.DoesNotContain((await town.CaseOf(withdrawn)).Number, await Keys("C24")); // its promised day has passed, but nobody waits for it
        var list = await Town.PageOf(await (await town.SignedIn(market)).GetAsync("/desk/cases?outcome=Withdrawn", TestContext.Current.CancellationToken));
        Assert.NotNull(list.QuerySelector($"a[href='/desk/cases/{withdrawn}']"));
        Assert.Null(list.QuerySelector($"a[href='/desk/cases/{gone}']"));
    }

    [Fact]
    public async Task What_nobody_came_for_is_counted_once_its_days_are_full()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id);
        await town.Decide(id);
        await town.Certify(id);
        var number = (await town.CaseOf(id)).Number;

        Assert.DoesNotContain(number, await Keys("C31", November with { AsOf = new(2020, 12, 1) })); // ready on 2 November: the thirtieth day is the 2nd
        Assert.Contains(number, await Keys("C31", November with { AsOf = new(2020, 12, 2) }));
        await town.Do("clerk1", id, "delivery", ("method", "Direct"), ("recipient", "演示丙"));
        Assert.DoesNotContain(number, await Keys("C31", November with { AsOf = new(2020, 12, 2) }));
    }

    private async Task<List<long>> Outcomes() => [await Count("C25"), await Count("C26"), await Count("C27"), await Count("C28"), await Count("C29")];

    private Task<long> Count(string id) => town.InCounty(async (db, services) =>
    {
        var book = services.GetRequiredService<FigureBook>();
        return (await book.Compute(db, book.Find(id)!, November, TestContext.Current.CancellationToken)).Numerator;
    });

    private Task<List<string>> Keys(string id, FigureScope? scope = null) => town.InCounty((db, services) =>
        services.GetRequiredService<FigureBook>().Find(id)!.Rows!(db, scope ?? November).Select(r => r.Key).ToListAsync(TestContext.Current.CancellationToken));
}
