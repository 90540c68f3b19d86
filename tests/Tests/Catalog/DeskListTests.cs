using System.Net;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

public sealed class DeskListTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_led_to_the_door_and_a_citizen_finds_nothing()
    {
        var nobody = await town.Anybody().GetAsync("/desk/items", Ct);
        var citizen = await (await town.SignedIn("citizen1")).GetAsync("/desk/items", Ct);

        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, citizen.StatusCode);
    }

    [Fact]
    public async Task The_centre_sees_the_county_and_a_unit_its_own()
    {
        var all = await Names("catalogue1", "/desk/items?size=50");
        var market = await Names("market-editor", "/desk/items");
        var town1 = await Names("town1", "/desk/items");

        Assert.Equal(14, all.Count);
        Assert.Contains("食品经营许可（新办）", market);
        Assert.DoesNotContain("高龄老人津贴发放", market);
        Assert.Equal(["老年人优待证办理"], town1);
    }

    [Theory]
    [InlineData("q=经营许可", 2)]
    [InlineData("q=%25", 0)]
    [InlineData("state=Suspended", 1)]
    [InlineData("state=nonsense", 14)]
    [InlineData("level=5", 2)]
    [InlineData("unit=MZJ", 2)]
    [InlineData("type=01&handledIn=Here", 4)]
    [InlineData("version=Editing", 1)]
    public async Task The_list_narrows(string query, int count) => Assert.Equal(count, (await Names("catalogue1", "/desk/items?size=50&" + query)).Count);

    [Fact]
    public async Task A_filter_in_force_shows_as_a_chip_that_takes_it_away()
    {
        var page = await Page("catalogue1", "/desk/items?state=Suspended");

        Assert.Equal("/desk/items", page.QuerySelector("a.chip")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_not_a_units_is_not_found_by_its_address()
    {
        var civil = await town.SignedIn("civil-editor");

        Assert.Equal(HttpStatusCode.NotFound, (await civil.GetAsync($"/desk/items/{TownCatalogue.Food}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await civil.GetAsync($"/desk/items/{TownCatalogue.OldAge}", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_page_shows_versions_holdings_days_in_force_and_the_story()
    {
        var text = (await Page("catalogue1", $"/desk/items/{TownCatalogue.Food}")).Body!.TextContent;

        Assert.Contains("第 2 版", text);
        Assert.Contains("第1版：2020年1月2日至2020年7月1日", text);
        Assert.Contains("第2版：2020年7月1日起", text);
        Assert.Contains("A01 综合受理1号窗（商事登记）", text);
        Assert.Contains("承诺办结时限：8 → 5", text);
    }

    [Theory]
    [InlineData("catalogue1", "暂停 取消")]
    [InlineData("market-editor", "变更")]
    [InlineData("market-reviewer", "")]
    [InlineData("director", "")]
    public async Task Buttons_are_those_that_the_visitor_may_press(string user, string verbs)
    {
        var page = await Page(user, $"/desk/items/{TownCatalogue.Food}");

        Assert.Equal(verbs, string.Join(' ', page.QuerySelectorAll("main .verbs a.button").Select(b => b.TextContent.Trim())));
    }

    private async Task<List<string>> Names(string user, string path) =>
        [.. (await Page(user, path)).QuerySelectorAll("tbody td.col-title a").Select(a => a.TextContent)];

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Page(string user, string path) => await Town.PageOf(await (await town.SignedIn(user)).GetAsync(path, Ct));
}
