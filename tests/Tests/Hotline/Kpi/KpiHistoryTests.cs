using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.Bulletins;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Kpi;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Tests.Jobs;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Kpi;

/// <summary>The roll-up and the rows never tell two numbers: whatever orders live through, in however many stretches they are counted, the sums are what the figures count.</summary>
public sealed class KpiHistoryTests(Town town) : IClassFixture<Town>
{
    private const int Histories = 24;
    private const int Stretches = 4;
    private const int Acts = 45;

    // a day on which every month of the histories is over
    private static readonly DateOnly Later = new(2022, 6, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sums_projected_stretch_by_stretch_equal_a_recount_of_the_rows()
    {
        for (var n = 0; n < Histories; n++)
        {
            await Live(n);
        }

        await Same();
        await town.InCounty(async (_, services) =>
        {
            await services.GetRequiredService<KpiProjector>().Restart(town.Time.Now(), Ct);
            return true;
        });
        await town.Work("hotline-kpi");
        await Same();
    }

    /// <summary>Three orders through some hundred acts, counted four times on the way.</summary>
    private Task Live(int n) => town.InCounty(async (db, services) =>
    {
        var dice = new Random(n);
        var history = new OrderHistory(dice.Next(430), dice.Next(7), dice.Next(25), 1000 + n);
        history.Orders.ForEach(o => o.Take((10 * n) + history.Orders.IndexOf(o) + 1));
        db.AddRange(history.Orders);
        for (var stretch = 0; stretch < Stretches; stretch++)
        {
            for (var act = 0; act < Acts; act++)
            {
                history.Pass(dice.Next(3));
                try
                {
                    history.Try(new(dice.Next(1000), dice.Next(3), dice.Next(6), 0, dice.Next(9240)));
                }
                catch (Exception refused) when (refused is RuleViolation or InvalidOperationException)
                {
                    // a rule said no, or nobody of that unit holds the level: that too is a step of a life
                }
            }

            await services.GetRequiredService<Writer>().Write(new Act(Actor.System, history.Now), () => Task.CompletedTask, Ct);
            await town.Work("hotline-kpi");
        }

        return true;
    });

    /// <summary>Every row of every month and year against the book's own count of the same scope.</summary>
    private Task Same() => town.InCounty(async (db, services) =>
    {
        var (reading, book) = (services.GetRequiredService<KpiReading>(), services.GetRequiredService<FigureBook>());
        var figures = OrderFigures.All.Where(f => !f.Standing).ToList();
        var told = 0;
        foreach (var period in Enumerable.Range(0, 20).Select(m => new DateOnly(2020, 1, 1).AddMonths(m)).Select(d => new BulletinPeriod(d.Year, d.Month)).Append(new(2020, null)).Append(new(2021, null)))
        {
            var scope = period.Scope(Later);
            var tables = new[] { await reading.Of(period, KpiBy.Unit, Later, Ct), await reading.Of(period, KpiBy.Type, Later, Ct), await reading.Of(period, KpiBy.Area, Later, Ct) };
            Assert.All(tables, t => Assert.False(t.Progress.Recounting));
            Assert.All(tables, t => Assert.Equal(0, t.Progress.Pending));
            await Equal(tables[0].All, scope, period.Key);
            await EqualAll(tables[0].Rows, key => scope with { Unit = new UnitId(key) }, ["SCJG", "MZJ"]);
            await EqualAll(tables[1].Rows, key => scope with { Type = key }, [.. Enum.GetNames<OrderType>()]);
            await EqualAll(tables[2].Rows, key => scope with { Area = key }, ["440281000"]);

            async Task EqualAll(IReadOnlyList<KpiRow> rows, Func<string, FigureScope> narrow, string[] keys)
            {
                foreach (var key in keys)
                {
                    await Equal(rows.FirstOrDefault(r => r.Key == key), narrow(key), $"{period.Key} {key}");
                }
            }
        }

        // histories that close nothing and please nobody would prove nothing
        Assert.True(told > 400, $"only {told} figures were told");
        return true;

        // a row that is not in the table has nothing to tell
        async Task Equal(KpiRow? row, FigureScope scope, string of)
        {
            foreach (var value in await book.Compute(db, figures, scope, Ct))
            {
                var ours = row?.Of(value.Figure.Id);
                Assert.Equal((of, value.Figure.Id, value.Numerator, value.Denominator ?? 0), (of, value.Figure.Id, ours?.Numerator ?? 0, ours?.Denominator ?? 0));
                told += value.Numerator != 0 ? 1 : 0;
            }
        }
    });
}
