using System.Net;
using AngleSharp.Html.Dom;
using Yimen.Tests.World;

namespace Yimen.Tests.Portal;

public sealed class DeskSearchTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_and_units_are_found_in_groups()
    {
        Assert.Contains("食品经营许可（新办）", Hits(await Open("clerk1", "食品经营")));
        Assert.Equal("乐昌市公安局", Assert.Single(Hits(await Open("clerk1", "公安局")), h => h.StartsWith("乐昌市", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_unpublished_item_is_found_by_its_unit_and_not_by_another()
    {
        Assert.Contains("食品小作坊登记", Hits(await Open("market-editor", "小作坊")));
        Assert.DoesNotContain("食品小作坊登记", Hits(await Open("civil-editor", "小作坊")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("绝无此物")]
    [InlineData("'; DROP TABLE account; --")]
    [InlineData("😀\u0000%_")]
    public async Task Nothing_found_says_what_to_do(string words) => Assert.NotNull((await Open("clerk1", words)).QuerySelector(".empty"));

    [Fact]
    public async Task Citizens_do_not_find_the_desks_search() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen1")).GetAsync("/desk/search?q=食品", Ct)).StatusCode);

    private async Task<IHtmlDocument> Open(string user, string words)
    {
        var answer = await (await town.SignedIn(user)).GetAsync("/desk/search?q=" + Uri.EscapeDataString(words), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Town.PageOf(answer);
    }

    private static List<string> Hits(IHtmlDocument page) => [.. page.QuerySelectorAll(".hits li > a").Select(a => a.TextContent)];
}
