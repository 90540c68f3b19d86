using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Kernel;
using Yimen.Platform.Codes;
using Yimen.Platform.Journal;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>The tables of codes for programs: what there is, how it stands on a day, a new row; and the workbook of a table.</summary>
public sealed class CodeApiTests(Town town) : IClassFixture<Town>
{
    private const string Root = "/api/v1/code-tables";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => ChinaTime.DateOf(town.Time.GetUtcNow());

    private string Tomorrow => $"{Today.AddDays(1):yyyy-MM-dd}";

    [Fact]
    public async Task The_tables_are_told_with_how_many_codes_are_in_force()
    {
        var tables = await Json(await town.Program("market-liaison"), Root);

        var classes = tables.EnumerateArray().Single(t => t.GetProperty("code").GetString() == "order-classes");
        Assert.Equal(("内容分类", $"{Root}/order-classes"), (classes.GetProperty("name").GetString(), classes.GetProperty("href").GetString()));
        Assert.Equal(OrderCodes.Shipped.Classes(Today).Count, classes.GetProperty("inForce").GetInt32());
        Assert.Contains("order-unjudged", tables.ToString());
    }

    [Fact]
    public async Task A_table_is_told_as_it_stands_on_the_day_that_is_asked_for()
    {
        var program = await town.Program("hotline1");
        using var set = await program.PostAsJsonAsync($"{Root}/order-reasons/rows", new { code = "31", name = "属于中央垂直管理单位", from = Tomorrow, basis = "热线办通知" }, Ct);
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.True((await set.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("own").GetBoolean());

        var (today, tomorrow) = (await Json(program, $"{Root}/order-reasons"), await Json(program, $"{Root}/order-reasons?on={Tomorrow}"));

        Assert.Equal($"{Today:yyyy-MM-dd}", today.GetProperty("on").GetString());
        Assert.DoesNotContain("属于中央垂直管理单位", today.ToString());
        var row = tomorrow.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "31");
        Assert.Equal(("属于中央垂直管理单位", Tomorrow, "热线办通知"), (row.GetProperty("name").GetString(), row.GetProperty("from").GetString(), row.GetProperty("basis").GetString()));
        Assert.Empty((await Json(program, $"{Root}/order-reasons?on=2018-01-01")).GetProperty("rows").EnumerateArray());
        Assert.Equal("须说明情况", OrderCodeTables.Invalid.DetailOf(OrderCodeTables.Invalid.Shipped.First(r => r.Code == "nuisance")));
    }

    [Fact]
    public async Task A_repeated_request_sets_one_row_with_one_entry_in_the_journal()
    {
        var program = await town.Program("hotline1");
        program.DefaultRequestHeaders.Add("Idempotency-Key", "code-api-1");
        var row = new { code = "32", name = "诉求人另行起诉", from = Tomorrow, basis = "热线办通知" };

        using var first = await program.PostAsJsonAsync($"{Root}/order-grounds/rows", row, Ct);
        using var second = await program.PostAsJsonAsync($"{Root}/order-grounds/rows", row, Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.Kind == "order-grounds" && j.Changes.Contains("诉求人另行起诉"), Ct)));
    }

    [Theory]
    [InlineData("order-classes", "12", "太短", "", "2020-12-01", "通知", "code", "六位数字")]
    [InlineData("order-reviews", "3", "会签", "citizen", "2020-12-01", "通知", "detail", "由谁审核")]
    [InlineData("order-unjudged", "Nonsense", "理由", "", "2020-12-01", "通知", "code", "分类或者类型")]
    [InlineData("order-open311-doors", "Online", "理由", "everything", "2020-12-01", "通知", "detail", "请选择公开")]
    [InlineData("order-reasons", "33", "", "", "2020-12-01", "通知", "name", "请填写名称")]
    public async Task What_cannot_be_is_said_at_its_field(string table, string code, string name, string detail, string from, string basis, string field, string words)
    {
        using var answer = await (await town.Program("hotline1")).PostAsJsonAsync($"{Root}/{table}/rows", new { code, name, detail, from, basis }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Fact]
    public async Task A_day_that_has_begun_is_refused_and_so_is_a_day_that_is_none()
    {
        var program = await town.Program("hotline1");

        using var late = await program.PostAsJsonAsync($"{Root}/order-reasons/rows", new { code = "34", name = "今天的", from = $"{Today:yyyy-MM-dd}", basis = "通知" }, Ct);
        using var never = await program.GetAsync($"{Root}/order-reasons?on=明天", Ct);
        using var empty = await program.PostAsJsonAsync($"{Root}/order-reasons/rows", new { }, Ct);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (late.StatusCode, never.StatusCode, empty.StatusCode));
        Assert.Contains("最早为明天", await late.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData("hotline1", HttpStatusCode.OK, HttpStatusCode.BadRequest)]
    [InlineData("director", HttpStatusCode.OK, HttpStatusCode.BadRequest)]
    [InlineData("market-liaison", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData("auditor", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData("clerk1", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("citizen1", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    public async Task Who_may_read_and_who_may_set(string user, HttpStatusCode read, HttpStatusCode set)
    {
        var program = await town.Program(user);

        Assert.Equal(read, (await program.GetAsync(Root, Ct)).StatusCode);
        Assert.Equal(read, (await program.GetAsync($"{Root}/order-classes", Ct)).StatusCode);
        Assert.Equal(set, (await program.PostAsJsonAsync($"{Root}/order-classes/rows", new { code = "1", name = "x", from = Tomorrow, basis = "y" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"{Root}/no-such-table", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Anybody().GetAsync($"{Root}/order-classes", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_description_names_the_three_doors()
    {
        var text = await town.Anybody().GetStringAsync("/openapi/v1.json", Ct);

        Assert.All([Root, Root + "/{code}", Root + "/{code}/rows"], p => Assert.Contains($"\"{p}\"", text));
    }

    [Fact]
    public async Task A_table_is_taken_out_as_it_is_filtered_with_a_purpose()
    {
        var (browser, here) = (await town.SignedIn("market-liaison"), OrderCodeTables.Levels.Href + "/export?standing=all");
        Assert.Contains("导出", await town.TextOf("market-liaison", OrderCodeTables.Levels.Href));
        using var without = await town.PostForm(browser, here, here, ("purpose", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);

        using var file = await town.PostForm(browser, here, here, ("purpose", "核对审核层级"));

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Content.Headers.ContentType!.MediaType);
        var rows = MiniExcelLibs.MiniExcel.Query(await file.Content.ReadAsStreamAsync(Ct), useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(OrderCodeTables.Levels.Shipped.Select(r => r.Name).Order(), rows.Select(r => $"{r["名称"]}").Order());
        Assert.All(rows, r => Assert.Equal(("现行", "随程序提供"), ($"{r["状态"]}", $"{r["来源"]}")));
        Assert.Equal(1, await town.Rows(db => db.Set<ExportRecord>().CountAsync(e => e.Purpose == "核对审核层级", Ct)));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("clerk1", here));
    }

    private static async Task<JsonElement> Json(HttpClient program, string at) => await program.GetFromJsonAsync<JsonElement>(at, Ct);
}
