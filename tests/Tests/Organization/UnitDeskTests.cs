using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization;
using Yimen.Organization.Contracts;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Organization;

public sealed class UnitDeskTests(Town town) : IClassFixture<Town>
{
    private static readonly string Code = CreditCode.Compose("11440281", "YD000009");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("office1", HttpStatusCode.OK)]
    [InlineData("director", HttpStatusCode.NotFound)]
    [InlineData("clerk1", HttpStatusCode.NotFound)]
    public async Task All_staff_read_the_register_and_few_change_it(string user, HttpStatusCode mayEdit)
    {
        var browser = await town.SignedIn(user);

        foreach (var path in new[] { "/desk/units", "/desk/units/SCJG", "/desk/windows", "/desk/windows/A01", "/desk/divisions?code=440281102000", "/desk/hours", "/api/v1/units", "/api/v1/windows", "/api/v1/divisions" })
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await browser.GetAsync(path, Ct)).StatusCode));
        }

        foreach (var path in new[] { "/desk/units/new", "/desk/units/SCJG/edit", "/desk/windows/new", "/desk/windows/A01/closure" })
        {
            Assert.Equal((path, mayEdit), (path, (await browser.GetAsync(path, Ct)).StatusCode));
        }
    }

    [Fact]
    public async Task Citizens_and_strangers_do_not_see_the_desk()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen1")).GetAsync("/desk/units", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await town.Anybody().GetAsync("/desk/units", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Anybody().GetAsync("/api/v1/units", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_list_filters_sorts_and_goes_out_as_a_workbook()
    {
        var browser = await town.SignedIn("office1");

        var towns = await Town.PageOf(await browser.GetAsync("/desk/units?kind=Town&sort=-code", Ct));
        var export = await browser.GetAsync("/desk/units.xlsx?kind=Town", Ct);

        Assert.Equal(["乐昌市廊田镇人民政府", "乐昌市北乡镇人民政府"], towns.QuerySelectorAll("tbody td.col-title").Select(c => c.TextContent.Trim()));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", export.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_unit_is_founded_changed_and_closed_with_its_journal()
    {
        var browser = await town.SignedIn("office1");
        using var founded = await Found(browser, ("creditCode", Code));
        Assert.Equal("/desk/units/YSJ", founded.Headers.Location!.ToString());

        using var amended = await town.PostForm(browser, "/desk/units/YSJ/edit", "/desk/units/YSJ", Fields(("creditCode", Code), ("name", "乐昌市演示局（更名）")));
        using var closed = await town.PostForm(browser, "/desk/units/YSJ/closure", "/desk/units/YSJ/closure", ("reason", "机构改革并入"));
        Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);

        var page = await Town.PageOf(await browser.GetAsync("/desk/units/YSJ", Ct));
        Assert.Contains("已撤销", page.QuerySelector(".lead")!.TextContent);
        var verbs = await town.Rows(async db =>
        {
            var unit = await db.Units.SingleAsync(u => u.Id == new UnitId("YSJ"), Ct);
            return await db.Set<JournalEntry>().Where(j => j.Kind == "unit" && j.MatterId == unit.MatterId).OrderBy(j => j.Number).Select(j => j.Verb + ":" + j.ActorName).ToListAsync(Ct);
        });
        Assert.Equal(["Found:罗甲", "Amend:罗甲", "Close:罗甲"], verbs);
    }

    [Fact]
    public async Task A_wrong_credit_code_is_named_and_only_the_administrator_may_override_it()
    {
        var wrong = Code[..17] + (Code[17] == '0' ? '1' : '0');
        using var refused = await Found(await town.SignedIn("office1"), ("id", "YSK"), ("creditCode", wrong), ("codeOverride", "历史代码"));
        var page = await Town.PageOf(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("校验码不符", page.QuerySelector("#f-creditCode-error")!.TextContent);
        Assert.Equal(wrong, page.QuerySelector("#f-creditCode")!.GetAttribute("value"));

        using var taken = await Found(await town.SignedIn("admin"), ("id", "YSK"), ("creditCode", wrong), ("codeOverride", "编办证明的历史代码"));
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
    }

    [Fact]
    public async Task Whoever_comes_second_sees_both_versions()
    {
        var browser = await town.SignedIn("office1");
        var old = await town.HiddenFields(browser, "/desk/units/CLH/edit", "/desk/units/CLH");
        var fields = Fields(("creditCode", TownPlaces.CreditCodes[TownPlaces.Disabled]), ("name", "乐昌市残疾人联合会"), ("kind", "Institution"));
        using var first = await TownDoor.Post(browser, "/desk/units/CLH", old, fields);

        using var second = await TownDoor.Post(browser, "/desk/units/CLH", old, Fields(("creditCode", TownPlaces.CreditCodes[TownPlaces.Disabled]), ("name", "乐昌市残联"), ("kind", "Institution")));

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("乐昌市残联", (await Town.PageOf(second)).Body!.TextContent);
    }

    [Fact]
    public async Task The_api_founds_a_unit_and_names_what_is_wrong()
    {
        var admin = await town.SignedIn("admin");
        using var wrong = await admin.PostAsJsonAsync("/api/v1/units", new { id = "ysl", name = "演示", creditCode = "1", area = "1" }, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("应为18位，现为1位", (await wrong.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty("creditCode")[0].GetString());

        using var made = await admin.PostAsJsonAsync("/api/v1/units", new { id = "YSL", name = "演示公司", shortName = "演示公司", creditCode = CreditCode.Compose("91440281", "YD000011"), kind = "Enterprise", area = "440281000000" }, Ct);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("YSL", (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_window_opened_and_closed_counts_on_its_days()
    {
        var browser = await town.SignedIn("office1");
        using var opened = await town.PostForm(browser, "/desk/windows/new", "/desk/windows", ("code", "C09"), ("kind", "Specialised"), ("area", "440281000000"), ("openedOn", "2020-03-02"),
            ("name", "临时专窗"), ("unit", "SCJG"), ("place", "一楼"), ("hours", "工作日 08:30–12:00"), ("phone", "0751-0001009"));
        Assert.Equal("/desk/windows/C09", opened.Headers.Location!.ToString());

        using var closed = await town.PostForm(browser, "/desk/windows/C09/closure", "/desk/windows/C09/closure", ("on", "2020-06-01"), ("reason", "专项结束"));
        Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);

        var director = await town.SignedIn("director");
        Assert.Equal(2, await Count(director, "2020-05-31"));
        Assert.Equal(1, await Count(director, "2020-06-01"));
    }

    [Fact]
    public async Task Hours_out_of_order_are_refused_and_good_ones_hold_from_their_day()
    {
        var browser = await town.SignedIn("office1");
        (string, string?)[] good = [("validFrom", "2020-12-01"), ("morningFrom", "08:30"), ("morningTo", "12:00"), ("afternoonFrom", "14:00"), ("afternoonTo", "17:00"), ("source", "演示通知")];

        using var wrong = await town.PostForm(browser, "/desk/hours", "/desk/hours", [.. good[..4], ("afternoonTo", "13:00"), good[5]]);
        using var set = await town.PostForm(browser, "/desk/hours", "/desk/hours", good);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        var (before, after) = await town.Rows(async db => (
            await db.HoursOn(new(2020, 11, 30), Ct), await db.HoursOn(new(2020, 12, 1), Ct)));
        Assert.Equal(new TimeOnly(17, 30), before.Closing);
        Assert.Equal(new TimeOnly(17, 0), after.Closing);
    }

    private static async Task<int> Count(HttpClient browser, string asOf)
    {
        var rows = await browser.GetFromJsonAsync<JsonElement>($"/api/v1/figures/I01/rows?asOf={asOf}", Ct);
        return rows.GetProperty("total").GetInt32();
    }

    private Task<HttpResponseMessage> Found(HttpClient browser, params (string, string?)[] fields) =>
        town.PostForm(browser, "/desk/units/new", "/desk/units", Fields([("id", "YSJ"), .. fields]));

    private static IEnumerable<(string, string?)> Fields(params (string Name, string? Value)[] fields)
    {
        (string Name, string? Value)[] all = [("name", "乐昌市演示局"), ("shortName", "演示局"), ("kind", "Bureau"), ("area", "440281000000"), ("consultPhone", "0751-0000009")];
        return all.Concat(fields).GroupBy(f => f.Name).Select(g => g.Last());
    }
}
