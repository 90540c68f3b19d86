using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Catalog;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Tests.World;

namespace Yimen.Tests.Portal;

public sealed class FrontTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_home_asks_one_question_and_shows_two_doors_and_the_most_used_items_in_order()
    {
        var page = await Open("/");

        Assert.NotNull(page.QuerySelector("form[action='/items'] input[name=q]"));
        Assert.Equal(["/themes/person", "/themes/corporate"], page.QuerySelectorAll(".door h2 a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["食品经营许可（新办）", "户口迁移（市内迁移）", "残疾人证办理（新办）"], page.QuerySelectorAll(".tile strong").Take(3).Select(s => s.TextContent));
        Assert.NotNull(page.QuerySelector("form[method=get][action='/progress'] input[name=number]"));
        Assert.NotNull(page.QuerySelector("a[href='/items?cross=1']"));
    }

    [Fact]
    public async Task The_home_says_whether_the_hall_works_today()
    {
        Assert.Contains("2020年11月2日，工作日", (await Open("/")).QuerySelector("main")!.TextContent);
        await using var holiday = new Town();
        await holiday.InitializeAsync();
        holiday.Time.Advance(TimeSpan.FromDays(5)); // a Saturday
        var page = await Town.PageOf(await holiday.Anybody().GetAsync("/", Ct));

        Assert.Contains("不上班，下一个工作日是 11月9日", page.QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/items")]
    [InlineData("/themes/person")]
    [InlineData("/units")]
    [InlineData("/towns")]
    [InlineData("/help")]
    [InlineData("/about")]
    [InlineData("/accessibility")]
    public async Task Every_link_of_a_public_page_leads_somewhere_and_no_page_holds_a_form_that_posts(string path)
    {
        var page = await Open(path);
        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
        Assert.Empty(page.QuerySelectorAll("[style], [onclick], script:not([src])"));
        foreach (var href in page.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct())
        {
            var answer = await town.Anybody().GetAsync(href, Ct);
            Assert.True(answer.StatusCode != HttpStatusCode.NotFound, $"{path} → {href}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_county_reached_by_its_digits_keeps_them_in_every_link()
    {
        var page = await Open("/440281/");

        Assert.All(page.QuerySelectorAll("a[href^='/'], form").Select(a => a.GetAttribute("href") ?? a.GetAttribute("action")!), href => Assert.StartsWith("/440281", href));
    }

    [Fact]
    public async Task Search_engines_are_told_what_is_public()
    {
        var rules = await town.Anybody().GetStringAsync("/robots.txt", Ct);
        var map = await town.Anybody().GetStringAsync("/sitemap.xml", Ct);

        Assert.Contains("Disallow: /desk", rules);
        Assert.Contains($"/items/{TownCatalogue.Food}</loc>", map);
        Assert.DoesNotContain($"{TownCatalogue.Workshop}", map);
        Assert.DoesNotContain($"{TownCatalogue.Circulation}", map);
    }

    [Fact]
    public async Task What_is_mine_asks_who_I_am_first()
    {
        var answer = await town.Anybody().GetAsync("/my", Ct);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("/login", answer.Headers.Location!.ToString());

        var mine = await Town.PageOf(await (await town.SignedIn("citizen1")).GetAsync("/my", Ct));
        Assert.Contains("演示甲", mine.QuerySelector("main")!.TextContent);
        Assert.Null(mine.QuerySelector("main a[href='/desk']"));
    }

    [Fact]
    public async Task A_kept_page_is_not_shown_to_somebody_signed_in_nor_after_the_catalogue_changed()
    {
        await using var other = new Town();
        await other.InitializeAsync();
        Assert.Contains("婚姻登记记录证明", await other.Anybody().GetStringAsync("/", Ct));
        Assert.Contains("演示甲", await (await other.SignedIn("citizen1")).GetStringAsync("/", Ct));
        await other.InCounty(async (db, services) =>
        {
            var act = new Act(Actor.System, other.Time.Now(), "演示");
            await services.GetRequiredService<Writer>().Write(act, async () => (await db.Items.FindAsync(TownCatalogue.Marriage))!.Apply(ItemVerb.Cancel, act), Ct);
            return true;
        });

        var after = await other.Anybody().GetStringAsync("/", Ct);
        Assert.DoesNotContain("婚姻登记记录证明", after);
        Assert.DoesNotContain("演示甲", after);
    }

    private async Task<IHtmlDocument> Open(string path)
    {
        var answer = await town.Anybody().GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Town.PageOf(answer);
    }
}
