using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Catalog;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

public sealed class SearchItemsTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_most_used_come_first_when_nothing_is_asked_and_what_the_public_may_not_see_is_left_out()
    {
        var names = Names(await Open("/items"));

        Assert.Equal(["食品经营许可（新办）", "户口迁移（市内迁移）", "残疾人证办理（新办）"], names.Take(3));
        Assert.DoesNotContain("食品流通许可", names);
        Assert.DoesNotContain("食品小作坊登记", names);
        Assert.Equal(12, names.Count);
    }

    [Fact]
    public async Task A_word_finds_items_by_name_before_those_that_hold_it_elsewhere()
    {
        Assert.Equal(["食品经营许可（新办）", "食品经营许可（延续）"], Names(await Open("/items?q=" + Uri.EscapeDataString("食品经营许可"))));
        Assert.Equal(["残疾人证办理（新办）", "高龄老人津贴发放"], Names(await Open("/items?q=" + Uri.EscapeDataString("社会保障"))).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("残联", "残疾人证办理（新办）")]
    [InlineData("小餐饮登记证", "小餐饮登记")]
    [InlineData("000709003002", "户口迁移（市内迁移）")]
    public async Task The_office_the_paper_and_the_code_find_the_item_too(string words, string name) =>
        Assert.Contains(name, Names(await Open("/items?q=" + Uri.EscapeDataString(words))));

    [Fact]
    public async Task Words_stand_marked_in_the_names_and_again_in_the_field()
    {
        var page = await Open("/items?q=" + Uri.EscapeDataString("户口"));

        Assert.Equal("户口", page.QuerySelector(".results mark")!.TextContent);
        Assert.Equal("户口", ((IHtmlInputElement)page.QuerySelector("main input[name=q]")!).Value);
    }

    [Theory]
    [InlineData("unit=GAJ", 2)]
    [InlineData("level=5", 2)]
    [InlineData("type=01", 4)]
    [InlineData("object=corporate", 5)]
    [InlineData("object=person&theme=社会保障", 2)]
    [InlineData("town=440281104000", 2)]
    [InlineData("cross=1", 1)]
    [InlineData("unit=SCJG&object=person", 3)]
    public async Task Each_filter_narrows_the_list(string query, int count) => Assert.Equal(count, Names(await Open("/items?" + query)).Count);

    [Fact]
    public async Task A_facet_says_how_many_its_link_will_find()
    {
        var page = await Open("/items");
        foreach (var link in page.QuerySelectorAll(".facets a"))
        {
            var found = await Open(link.GetAttribute("href")!);
            Assert.Equal(link.QuerySelector("b")!.TextContent, found.QuerySelector(".pager b")!.TextContent);
        }
    }

    [Fact]
    public async Task An_empty_answer_offers_what_comes_nearest_and_a_way_on()
    {
        var page = await Open("/items?q=" + Uri.EscapeDataString("办残疾证"));

        Assert.Contains("没有找到", page.QuerySelector("main")!.TextContent);
        Assert.Equal("残疾人证办理（新办）", Names(page)[0]);
        Assert.Equal("/items", page.QuerySelector(".empty a.button")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("'; DROP TABLE catalog_card; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" OR 1=1 \" NEAR( *")]
    [InlineData("😀👩‍👩‍👧")]
    [InlineData("\u0000\uD800食品")]
    [InlineData("%_\\")]
    public async Task A_hostile_query_is_only_words(string words)
    {
        var answer = await town.Anybody().GetAsync("/items?q=" + Uri.EscapeDataString(words), Ct);
        var html = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", html);
        Assert.Equal(12, Names(await Open("/items")).Count);
    }

    [Fact]
    public async Task A_query_of_any_length_is_answered() =>
        Assert.NotNull((await Open("/items?q=" + string.Concat(Enumerable.Repeat("x食", 1500)))).QuerySelector(".empty"));

    [Theory]
    [InlineData("page=0", 1)]
    [InlineData("page=-5&size=7", 1)]
    [InlineData("page=999999999999", 1)]
    [InlineData("page=abc", 1)]
    [InlineData("level=99", 1)]
    [InlineData("object=thing", 1)]
    public async Task Values_that_make_no_sense_are_left_out(string query, int expected)
    {
        var found = await Answer("/api/v1/public/items?" + query);

        Assert.Equal(expected, found.GetProperty("page").GetInt32());
        Assert.Equal(12, found.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Programs_get_the_same_list_with_members_by_name()
    {
        var found = await Answer("/api/v1/public/items?q=" + Uri.EscapeDataString("小餐饮"));
        var item = found.GetProperty("items")[0];

        Assert.Equal(1, found.GetProperty("total").GetInt32());
        Assert.Equal(TownCatalogue.Catering, item.GetProperty("id").GetGuid());
        Assert.Equal("instant", item.GetProperty("projectType").GetString());
        Assert.Equal("市场监管局", item.GetProperty("unit").GetString());
        Assert.Equal(33, item.GetProperty("code").GetString()!.Length);
    }

    [Fact]
    public async Task A_page_for_the_public_holds_no_form_that_posts_and_no_cookie()
    {
        var answer = await town.Anybody().GetAsync("/items", Ct);

        Assert.Empty((await Town.PageOf(answer)).QuerySelectorAll("form[method=post]"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/themes/person", "社会保障")]
    [InlineData("/themes/corporate", "准营准办")]
    [InlineData("/units", "公安局")]
    [InlineData("/towns", "廊田镇")]
    public async Task A_tile_leads_to_as_many_items_as_it_says(string path, string title)
    {
        var tile = (await Open(path)).QuerySelectorAll(".tile").First(t => t.QuerySelector("strong")!.TextContent == title);
        var found = await Open(tile.QuerySelector("a")!.GetAttribute("href")!);

        Assert.Equal(tile.QuerySelector("small")!.TextContent, Names(found).Count + " 项");
    }

    [Fact]
    public async Task An_item_that_is_changed_suspended_or_cancelled_changes_in_the_list_in_the_same_transaction()
    {
        await using var other = new Town();
        await other.InitializeAsync();
        await Apply(other, TownCatalogue.Marriage, ItemVerb.Suspend);
        var suspended = await other.Anybody().GetStringAsync("/items?q=" + Uri.EscapeDataString("婚姻登记"), Ct);
        await Apply(other, TownCatalogue.Marriage, ItemVerb.Cancel);
        var cancelled = await other.Anybody().GetStringAsync("/items?q=" + Uri.EscapeDataString("婚姻登记"), Ct);

        Assert.Contains("暂停办理", suspended);
        Assert.Contains("没有找到", cancelled);
    }

    private static Task<bool> Apply(Town town, Guid id, ItemVerb verb) => town.InCounty(async (db, services) =>
    {
        var act = new Act(Actor.System, town.Time.Now(), "演示");
        await services.GetRequiredService<Writer>().Write(act, async () => (await db.Items.FindAsync(id))!.Apply(verb, act), Ct);
        return true;
    });

    private async Task<IHtmlDocument> Open(string path)
    {
        var answer = await town.Anybody().GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Town.PageOf(answer);
    }

    private async Task<JsonElement> Answer(string path) => await town.Anybody().GetFromJsonAsync<JsonElement>(path, Ct);

    private static List<string> Names(IHtmlDocument page) => [.. page.QuerySelectorAll(".results h3").Select(h => h.TextContent.Trim())];
}
