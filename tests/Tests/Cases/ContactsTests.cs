using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>批量查看联系方式: many people's telephones in full, for a purpose that stands in the list and in each case's journal.</summary>
public sealed class ContactsTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_purpose_nothing_is_shown_and_nothing_is_written()
    {
        await town.Receive(TownCatalogue.Food);
        var browser = await town.SignedIn("market-approver");

        var asked = await Town.PageOf(await browser.GetAsync("/desk/cases/contacts?unit=SCJG", Ct));
        var answer = await Post(browser, "?unit=SCJG", " ");

        Assert.DoesNotContain("13800138003", asked.Body!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain("13800138003", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task For_a_purpose_the_own_unit_s_applicants_are_shown_and_each_look_is_entered()
    {
        var own = await town.Receive(TownCatalogue.Food);
        var other = await town.Receive(TownCatalogue.Disability, window: "A03");
        var browser = await town.SignedIn("market-approver");

        var answer = await Post(browser, "?from=2020-11-02&q=%E9%A3%9F%E5%93%81&page=1", "电话通知领取结果");

        var page = await Town.PageOf(answer);
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl!.NoStore));
        Assert.Contains("13800138003", page.QuerySelector("tbody")!.TextContent);
        Assert.DoesNotContain((await town.CaseOf(other)).Number, page.Body!.TextContent);
        var record = await town.Rows(db => db.Set<ExportRecord>().SingleAsync(r => r.Way == ExportWay.View && r.Purpose == "电话通知领取结果"));
        Assert.Equal(("申请人联系方式", "电话通知领取结果", page.QuerySelectorAll("tbody tr").Length), (record.What, record.Purpose, record.Rows));
        Assert.Contains("from=2020-11-02", record.Filter);
        Assert.DoesNotContain("page", record.Filter);
        var entry = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == own).OrderByDescending(j => j.Number).FirstAsync());
        Assert.Equal(("查看完整信息", "电话通知领取结果"), (entry.Verb, entry.Reason));
        Assert.Equal(0, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.MatterId == other && j.Verb == "查看完整信息")));
        var list = await Town.PageOf(await (await town.SignedIn("auditor")).GetAsync("/desk/journal/exports?way=View&what=领取", Ct));
        Assert.Contains("电话通知领取结果", list.QuerySelector("tbody")!.TextContent);
    }

    [Fact]
    public async Task A_whole_number_in_the_filter_does_not_stand_in_the_list()
    {
        await town.Receive(TownCatalogue.Food);
        var number = CaseAtCounter.Resident(511);

        await Post(await town.SignedIn("market-head"), "?q=" + number, "核对申请人");

        var record = await town.Rows(db => db.Set<ExportRecord>().SingleAsync(r => r.Purpose == "核对申请人"));
        Assert.DoesNotContain(number, record.Filter);
        Assert.Contains("****", record.Filter);
    }

    [Fact]
    public async Task The_centre_s_director_and_the_auditor_see_nobody_in_full()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("director")).GetAsync("/desk/cases/contacts", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("auditor")).GetAsync("/desk/cases/contacts", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("clerk1")).GetAsync("/desk/journal/exports", Ct)).StatusCode);
    }

    private Task<HttpResponseMessage> Post(HttpClient browser, string query, string purpose)
    {
        var page = "/desk/cases/contacts" + query;
        return town.PostForm(browser, page, page, ("purpose", purpose));
    }
}
