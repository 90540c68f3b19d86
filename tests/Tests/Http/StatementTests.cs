using Npgsql;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

/// <summary>How often a page asks the database, once caches are warm. The bounds stand in bench/README.md; a page that needs more has to say there why.</summary>
public sealed class StatementTests(Town town, Statements statements) : IClassFixture<Town>, IClassFixture<Statements>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/items?q=食品经营", 3)] // the cards, what they are counted by, their themes
    [InlineData("/items", 3)]
    [InlineData("/api/v1/public/items?q=食品经营", 2)] // how many, and a page of them
    [InlineData("/desk", 5)] // who I stand in for, the groups, the lines, the other tab, units to choose from
    public async Task A_page_asks_the_database_no_more_often_than_this(string page, int most)
    {
        var browser = await town.SignedIn("clerk1");

        Assert.InRange(await Asked(browser, page), 1, most);
    }

    [Fact]
    public async Task A_guide_is_read_by_three_statements() => // the item with its unit, its windows, what is asked about it
        Assert.Equal(3, await Asked(await town.SignedIn("clerk1"), $"/items/{TownCatalogue.Food}"));

    [Fact]
    public async Task A_case_is_fetched_by_one_statement()
    {
        var id = await town.Receive(TownCatalogue.Food);

        Assert.Equal(1, await Asked(await town.Program("clerk1"), $"/api/v1/cases/{id}"));
    }

    [Fact]
    public async Task A_kept_page_asks_at_most_whether_it_is_still_new() => Assert.InRange(await Asked(town.Anybody(), "/"), 0, 1);

    /// <summary>The statements of the second visit: by then the token, the calendar and the kept pages are known.</summary>
    private async Task<int> Asked(HttpClient client, string page)
    {
        using (var first = await client.GetAsync(page, Ct))
        {
            first.EnsureSuccessStatusCode();
        }

        var before = statements.At(Place);
        using var second = await client.GetAsync(page, Ct);
        second.EnsureSuccessStatusCode();
        return statements.At(Place) - before;
    }

    private string Place => town.Database is { } database ? $"{new NpgsqlConnectionStringBuilder(database).Database};" : town.Directory;
}
