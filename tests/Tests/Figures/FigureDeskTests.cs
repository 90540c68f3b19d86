using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MiniExcelLibs;
using Yimen.Tests.World;

namespace Yimen.Tests.Figures;

public sealed class FigureDeskTests(Town town) : IClassFixture<Town>
{
    private const string Year = "asOf=2020-12-31&from=2020-01-01&to=2020-12-31";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("director", true)]
    [InlineData("catalogue1", true)]
    [InlineData("coordination1", true)]
    [InlineData("office1", true)]
    [InlineData("auditor", true)]
    [InlineData("admin", false)]
    [InlineData("security", false)]
    [InlineData("clerk1", false)]
    [InlineData("market-head", false)]
    public async Task Figures_are_read_by_those_who_answer_for_them(string user, bool may)
    {
        var browser = await town.SignedIn(user);

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.GetAsync("/desk/figures", Ct)).StatusCode);
        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.GetAsync("/desk/figures/I01", Ct)).StatusCode);
        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.GetAsync("/api/v1/figures", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_program_without_a_token_is_told_to_sign_in()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Anybody().GetAsync("/api/v1/figures/I01/rows", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_card_opens_the_page_with_definition_and_rows()
    {
        var browser = await town.SignedIn("director");
        var list = await Town.PageOf(await browser.GetAsync($"/desk/figures?{Year}", Ct));
        var href = list.QuerySelectorAll(".figure").Single(f => f.QuerySelector(".figure-title")!.TextContent == "综合窗口").QuerySelector(".figure-facts a")!.GetAttribute("href")!;

        var page = await Town.PageOf(await browser.GetAsync(href, Ct));

        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("时点当日在办事大厅开放的综合窗口数", page.Body!.TextContent);
        Assert.Contains("共 2 条", page.QuerySelector(".pager")!.TextContent);
    }

    [Fact]
    public async Task The_api_pages_through_the_rows_and_totals_them()
    {
        var browser = await town.SignedIn("director");
        var sheet = await browser.GetFromJsonAsync<JsonElement>($"/api/v1/figures?{Year}", Ct);
        var figure = sheet.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "I02");

        var first = await browser.GetFromJsonAsync<JsonElement>($"/api/v1/figures/I02/rows?{Year}&page=1&size=1", Ct);
        var second = await browser.GetFromJsonAsync<JsonElement>($"/api/v1/figures/I02/rows?{Year}&page=2&size=1", Ct);

        Assert.Equal(figure.GetProperty("value").GetDecimal(), first.GetProperty("total").GetInt32());
        Assert.Equal(["A01", "A03"], new[] { first, second }.Select(p => p.GetProperty("rows")[0].GetProperty("key").GetString()));
    }

    [Fact]
    public async Task A_dimension_narrows_and_leaves_out_figures_that_do_not_heed_it()
    {
        var browser = await town.SignedIn("director");

        var sheet = await browser.GetFromJsonAsync<JsonElement>($"/api/v1/figures?{Year}&unit=GAJ", Ct);

        var windows = sheet.GetProperty("figures").EnumerateArray().Where(f => f.GetProperty("group").GetString() == "窗口").ToDictionary(f => f.GetProperty("id").GetString()!, f => f.GetProperty("value").GetDecimal());
        Assert.Equal(1, windows["I01"]);
        Assert.Equal(0, windows["I02"]);
    }

    [Theory]
    [InlineData("asOf=2020-02-30", "asOf")]
    [InlineData("from=2020-12-31&to=2020-01-01", "to")]
    [InlineData("size=1001", "size")]
    [InlineData("page=0", "page")]
    [InlineData("side=both", "side")]
    public async Task Bad_parameters_are_named(string query, string parameter)
    {
        var answer = await (await town.SignedIn("director")).GetAsync($"/api/v1/figures/I01/rows?{query}", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Fact]
    public async Task The_export_holds_the_rows_and_the_definition()
    {
        using var answer = await (await town.SignedIn("director")).GetAsync($"/desk/figures/I02/export?{Year}", Ct);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct));

        Assert.Equal(["明细", "口径", "演示"], file.GetSheetNames());
        Assert.Equal(2, file.Query(useHeaderRow: true, sheetName: "明细").Count());
        Assert.Contains(file.Query(useHeaderRow: true, sheetName: "口径"), r => ((string)r.内容).Contains("综合窗口数"));
    }

    [Fact]
    public async Task A_declared_number_that_differs_says_by_how_much_until_it_is_withdrawn()
    {
        var browser = await town.SignedIn("office1");
        using var entered = await Declare(browser, ("figure", "I01"), ("text", "12"));
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);

        var page = await Town.PageOf(await browser.GetAsync($"/desk/figures?{Year}", Ct));
        Assert.Contains("不吻合，申报值比计算值高 11 个", page.QuerySelectorAll(".figure").Single(f => f.QuerySelector(".figure-title")!.TextContent == "专业窗口").TextContent);

        using var twice = await Declare(browser, ("figure", "I01"), ("text", "13"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);

        var list = await Town.PageOf(await browser.GetAsync("/desk/figures/declared?q=I01", Ct));
        var path = list.QuerySelector("a[href$='/withdrawal']")!.GetAttribute("href")!;
        using var withdrawn = await town.PostForm(browser, path, path, ("reason", "登记有误"));
        Assert.Equal(HttpStatusCode.SeeOther, withdrawn.StatusCode);
        Assert.DoesNotContain("不吻合", (await Town.PageOf(await browser.GetAsync($"/desk/figures/I01?{Year}", Ct))).Body!.TextContent);
    }

    [Fact]
    public async Task A_figure_that_nothing_computes_is_shown_as_declared_only()
    {
        var browser = await town.SignedIn("office1");
        using var entered = await Declare(browser, ("figure", "L01"), ("name", "自评得分"), ("text", "98"), ("unit", "分"));
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);

        var page = await Town.PageOf(await browser.GetAsync($"/desk/figures?{Year}", Ct));

        Assert.Contains("仅申报", page.QuerySelectorAll(".figure").Single(f => f.TextContent.Contains("自评得分")).TextContent);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/desk/figures/L01?{Year}", Ct)).StatusCode);
    }

    private Task<HttpResponseMessage> Declare(HttpClient browser, params (string, string?)[] fields) =>
        town.PostForm(browser, "/desk/figures/declared/new", "/desk/figures/declared", [("through", "2020-12-31"), ("document", "演示自评报告"), ("comparator", "Equal"), .. fields]);
}
