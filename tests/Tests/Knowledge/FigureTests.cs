using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Tests.World;

namespace Yimen.Tests.Knowledge;

/// <summary>The figures count dated facts: what stood on a day, what fell due in a period. Each lists the rows that it counts.</summary>
public sealed class FigureTests(Town town) : IClassFixture<Town>
{
    private static readonly DateOnly Start = new(2020, 11, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_counted_by_its_days()
    {
        var lasting = await town.Publish(new ArticleDraft { Title = "长期的问题？" });
        var ending = await town.Publish(new ArticleDraft { Title = "到十日的问题？", ValidTo = Start.AddDays(8) });
        var inner = await town.Publish(new ArticleDraft { Title = "内部的问题？", Visibility = Visibility.Internal }, TownPeople.Civil);
        await town.PostForm(town.Anybody(), $"/questions/{lasting}", $"/questions/{lasting}/votes", ("useful", "yes"));
        await town.PostForm(town.Anybody(), $"/questions/{lasting}", $"/questions/{lasting}/votes", ("useful", "no"));
        var clerk = await town.SignedIn("clerk1");
        var (first, second) = ((await Ask(clerk, lasting)).IdIn(), (await Ask(clerk, lasting)).IdIn());
        await Answer(first);
        await town.InCounty(async (db, services) =>
        {
            var act = new Act(Actor.System, town.Time.Now());
            await ((Writer)services.GetService(typeof(Writer))!).Write(act, () => { db.NoteAnswerFrom(lasting, new("work-order", first), act); return Task.CompletedTask; }, Ct);
            return 0;
        });

        town.Time.Advance(TimeSpan.FromDays(10)); // 12 November: the second correction and one recheck are late
        await Answer(second);

        Assert.Equal((3, 2, 2), (await Value("Q01", Start), await Value("Q01", Start.AddDays(9)), await Value("Q02", Start)));
        Assert.Equal((1, 2), (await Value("Q01", Start, TownPeople.Civil), await Value("Q01", Start, TownPeople.Market)));
        Assert.Equal((1, 0), (await Value("Q06", Start.AddDays(10)), await Value("Q06", Start.AddDays(8))));
        Assert.Equal((1, 0), (await Value("Q03", Start.AddDays(10)), await Value("Q04", Start.AddDays(10))));
        Assert.Equal((2, 1, 50), (await Value("Q07", Start.AddDays(10)), await Value("Q08", Start.AddDays(10)), await Value("Q09", Start.AddDays(10))));
        Assert.Equal((2, 1, 50), (await Value("Q10", Start.AddDays(10)), await Value("Q11", Start.AddDays(10)), await Value("Q12", Start.AddDays(10))));
        Assert.Equal(1, await Value("Q13", Start.AddDays(10)));
        await town.Do(await town.SignedIn("market-liaison"), $"/desk/knowledge/{ending}/confirmation", ("validTo", "2021-06-30"));
        Assert.Equal((3, 0), (await Value("Q01", Start.AddDays(10)), await Value("Q06", Start.AddDays(10))));
        Assert.Equal(2, await Value("Q01", Start.AddDays(9))); // what was missing then stays missing
        await town.Do(await town.SignedIn("hotline1"), $"/desk/knowledge/{inner}/takedown", ("reason", "合并"));
        Assert.Equal((2, 3), (await Value("Q01", Start.AddDays(10)), await Value("Q01", Start.AddDays(-1).AddDays(1))));
    }

    private Task<HttpResponseMessage> Ask(HttpClient browser, Guid id) => town.PostForm(browser, $"/desk/knowledge/{id}/correction", $"/desk/knowledge/{id}/correction", ("text", "写得不清楚，请补充"));

    private async Task Answer(Guid id) =>
        await town.PostForm(await town.SignedIn("market-liaison"), $"/desk/knowledge/corrections/{id}", $"/desk/knowledge/corrections/{id}", ("outcome", "decline"), ("reply", "无误"));

    private Task<decimal?> Value(string id, DateOnly asOf, UnitId? unit = null) => town.InCounty(async (db, services) =>
    {
        var book = (FigureBook)services.GetService(typeof(FigureBook))!;
        var (figure, scope) = (book.Find(id)!, FigureScope.YearTo(asOf) with { Unit = unit });
        var value = await book.Compute(db, figure, scope, Ct);
        if (figure.Rows is { } rows)
        {
            var keys = await rows(db, scope).Select(r => r.Key).ToListAsync(Ct);
            Assert.Equal((value.Value, keys.Count), (keys.Count, keys.Distinct().Count()));
        }

        return value.Value;
    });
}
