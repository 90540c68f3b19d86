using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

public sealed class GuideTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_guide_shows_limits_papers_steps_places_results_laws_and_answers()
    {
        var page = await Open($"/items/{TownCatalogue.Food}");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Equal("食品经营许可（新办）", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("5个工作日", page.QuerySelector(".facts")!.TextContent);
        Assert.Contains("20个工作日", page.QuerySelector(".facts")!.TextContent);
        Assert.Equal(5, page.QuerySelectorAll("#materials tbody tr").Length);
        Assert.DoesNotContain("@", text);
        foreach (var part in (string[])["与有毒、有害场所保持规定的距离", "食品安全管理制度", "可以后补", "有空白表格和样表", "现场核查", "综合受理1号窗", "工作日 08:30–12:00", "食品经营许可证", "《中华人民共和国食品安全法》第三十五条", "许可证有效期多久", "0751-0000345"])
        {
            Assert.Contains(part, text);
        }
    }

    [Fact]
    public async Task Online_handling_is_offered_where_it_is_possible_here()
    {
        Assert.NotNull((await Open($"/items/{TownCatalogue.Food}")).QuerySelector($"a[href='/items/{TownCatalogue.Food}/apply']"));
        Assert.Null((await Open($"/items/{TownCatalogue.Disability}")).QuerySelector("a[href$='/apply']"));
        Assert.Null((await Open($"/items/{TownCatalogue.Company}")).QuerySelector("a[href$='/apply']"));
        Assert.Null((await Open($"/items/{TownCatalogue.Equipment}")).QuerySelector("a[href$='/apply']"));
    }

    [Fact]
    public async Task Who_takes_accepts_and_decides_is_said_in_plain_words()
    {
        Assert.Contains("综合窗口接收材料并给您回执，市场监管局受理", await Text(TownCatalogue.Food));
        Assert.Contains("综合窗口受市场监管局委托", await Text(TownCatalogue.Catering));
        Assert.Contains("授权窗口人员当场受理、当场办结", await Text(TownCatalogue.Elder));
        Assert.Contains("专用网络", await Text(TownCatalogue.Household));
        Assert.Contains("广东省统一受理平台", await Text(TownCatalogue.Company));
    }

    [Fact]
    public async Task A_fee_stands_with_its_basis_and_its_reduction()
    {
        var fees = (await Open($"/items/{TownCatalogue.IdCard}")).QuerySelector("#fees")!.TextContent;

        Assert.Contains("每证 40 元", fees);
        Assert.Contains("发改价格〔2003〕2322号", fees);
        Assert.Contains("减半收取", fees);
    }

    [Fact]
    public async Task A_suspended_and_a_cancelled_item_say_so_with_the_reason()
    {
        Assert.Contains("登记系统升级", (await Open($"/items/{TownCatalogue.Equipment}")).QuerySelector(".notice")!.TextContent);
        var cancelled = (await Open($"/items/{TownCatalogue.Circulation}")).QuerySelector(".notice")!.TextContent;
        Assert.Contains("已经取消", cancelled);
        Assert.Contains("已并入食品经营许可", cancelled);
    }

    [Fact]
    public async Task An_older_edition_stays_readable_and_leads_to_the_one_in_force()
    {
        var old = await Open($"/items/{TownCatalogue.Food}/versions/1");

        Assert.Contains("8个工作日", old.QuerySelector(".facts")!.TextContent);
        Assert.Contains("第 1 版", old.QuerySelector(".notice")!.TextContent);
        Assert.NotNull(old.QuerySelector($".notice a[href='/items/{TownCatalogue.Food}']"));
        Assert.Null(old.QuerySelector("a[href$='/apply']"));
        Assert.Equal(2, (await Open($"/items/{TownCatalogue.Food}/versions")).QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("/items/{0}/versions/2")]
    [InlineData("/items/{0}/versions/1")]
    [InlineData("/items/{0}/versions")]
    [InlineData("/items/{0}/notice")]
    [InlineData("/items/{0}")]
    [InlineData("/api/v1/public/items/{0}")]
    public async Task What_was_never_published_is_not_there(string path)
    {
        foreach (var id in (Guid[])[TownCatalogue.Workshop, new Guid("0190aaaa-0000-7000-8000-000000000000")])
        {
            var answer = await town.Anybody().GetAsync(string.Format(path, id), Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_notice_lists_what_to_bring_on_one_sheet()
    {
        var sheet = (await Open($"/items/{TownCatalogue.Household}/notice")).QuerySelector("article.doc")!;

        Assert.Equal("一次性告知单", sheet.QuerySelector("h1")!.TextContent);
        Assert.Equal(3, sheet.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("公安专窗", sheet.TextContent);
        Assert.NotNull(sheet.QuerySelector("svg.qr path"));
    }

    [Fact]
    public async Task The_code_on_the_page_leads_to_its_own_address_in_the_county()
    {
        var page = await Town.PageOf(await town.Anybody().GetAsync($"/440281/items/{TownCatalogue.Food}", Ct));

        Assert.NotNull(page.QuerySelector("svg.qr path"));
        Assert.NotNull(page.QuerySelector($"a[href='/440281/items/{TownCatalogue.Food}/apply']"));
    }

    [Fact]
    public async Task Programs_get_the_whole_guide()
    {
        var item = await town.Anybody().GetFromJsonAsync<JsonElement>($"/api/v1/public/items/{TownCatalogue.Food}", Ct);

        Assert.Equal("unitAccepts", item.GetProperty("acceptMode").GetString());
        Assert.Equal("inForce", item.GetProperty("state").GetString());
        Assert.Equal(5, item.GetProperty("content").GetProperty("promised").GetProperty("days").GetInt32());
        Assert.Equal("working", item.GetProperty("content").GetProperty("promised").GetProperty("kind").GetString());
        Assert.Equal("A01", item.GetProperty("windows")[0].GetProperty("code").GetString());
    }

    private async Task<string> Text(Guid id) => (await Open($"/items/{id}")).QuerySelector("main")!.TextContent;

    private async Task<IHtmlDocument> Open(string path)
    {
        var answer = await town.Anybody().GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Town.PageOf(answer);
    }
}
