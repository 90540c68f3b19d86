using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Tests.World;

namespace Yimen.Tests.Figures;

public sealed class FigureTests(Town town) : IClassFixture<Town>
{
    private static readonly FigureScope Year = FigureScope.YearTo(new(2020, 12, 31));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_count_lists_exactly_the_rows_it_counts_each_once() => await EachCount(async (rows, count, db) =>
    {
        var value = await count.Book.Compute(db, count.Figure, Year, Ct);
        var listed = new List<FigureRow>();
        FigurePage page;
        do
        {
            page = await rows.Page(count.Figure, Year, null, listed.Count, 100, Ct);
            listed.AddRange(page.Rows);
        }
        while (page.Rows.Count > 0);

        Assert.True(value.Numerator == listed.Count, $"{count.Figure.Id} counts {value.Numerator} and lists {listed.Count}");
        Assert.True(listed.DistinctBy(r => r.Key).Count() == listed.Count, $"{count.Figure.Id} lists a row twice");
        Assert.Equal(listed.Count, page.Total);
    });

    [Fact]
    public async Task Every_count_can_be_searched_and_tells_the_origins_of_its_rows() => await EachCount(async (rows, count, db) =>
    {
        Assert.Equal(0, await rows.Total(count.Figure, Year, "没有任何记录包含这句话", Ct));
        var origins = await rows.Origins(count.Figure, Year, Ct);
        Assert.True(origins.Sum(o => o.Count) <= await rows.Total(count.Figure, Year, null, Ct));
    });

    [Fact]
    public void A_ratio_without_a_denominator_is_not_applicable()
    {
        var none = new FigureValue(Figure.Percent("X", "比率", "a", "b", "演示"), null, 0, 0);

        Assert.Equal("不适用", none.Text);
    }

    [Theory]
    [InlineData("四舍五入", "91.60")]
    [InlineData("截断", "91.59")]
    public async Task Rounding_is_each_figures_own(string rounding, string printed)
    {
        var book = new FigureBook([Counting("a", 1657), Counting("b", 1809), Figure.Percent("r", "网上可办率", "a", "b", "演示") with { Rounding = rounding }]);

        var value = await town.Rows(db => book.Compute(db, book.Find("r")!, Year, Ct));

        Assert.Equal(printed, value.Text);
    }

    [Fact]
    public async Task Windows_are_counted_as_they_stood_on_the_day()
    {
        var (before, after) = await town.InCounty(async (db, services) =>
        {
            var book = services.GetRequiredService<FigureBook>();
            return ((await book.Compute(db, book.Find("I02")!, FigureScope.YearTo(new(2018, 1, 1)), Ct)).Numerator,
                (await book.Compute(db, book.Find("I02")!, Year, Ct)).Numerator);
        });

        Assert.Equal(0, before);
        Assert.Equal(2, after);
    }

    // a count of so many rows: the codes of a table would do, numbers made by the database do better
    private static Figure Counting(string id, int count) => Figure.Count(id, id, "项", "演示", (db, _) => db.Database
        .SqlQuery<int>($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i AS \"Value\" FROM n")
        .Select(i => new FigureRow { Key = i.ToString(), Title = "" }));

    private Task EachCount(Func<FigureRows, (FigureBook Book, Figure Figure), AppDb, Task> check) => town.InCounty(async (db, services) =>
    {
        var book = services.GetRequiredService<FigureBook>();
        var rows = services.GetRequiredService<FigureRows>();
        foreach (var figure in book.All.Where(f => f.Rows is not null))
        {
            await check(rows, (book, figure), db);
        }

        return true;
    });
}
