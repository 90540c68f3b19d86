using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Portal.Inbox;
using Yimen.Tests.World;

namespace Yimen.Tests.Portal;

public sealed class InboxTests(Town town) : IClassFixture<Town>
{
    private static readonly DateOnly Monday = new(2020, 11, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_queue_stands_in_groups_by_due_day_with_their_counts()
    {
        await town.Lay("分组一", Roles.Approver, TownPeople.Market, Monday.AddDays(-3));
        await town.Lay("分组二", Roles.Approver, TownPeople.Market, Monday);
        await town.Lay("分组三", Roles.Approver, TownPeople.Market, Monday.AddDays(3)); // Thursday: the third working day
        await town.Lay("分组四", Roles.Approver, TownPeople.Market, Monday.AddDays(4));
        await town.Lay("分组五", Roles.Approver, TownPeople.Market, null);
        var page = await Open("market-approver", "/desk?q=分组");

        Assert.Equal(["已逾期1", "今天1", "三个工作日内1", "其余2"], page.QuerySelectorAll("tr.group th").Select(h => h.TextContent.Trim()));
        Assert.Equal(["1", "1", "1", "2"], page.QuerySelectorAll(".spans b").Select(b => b.TextContent));
        Assert.Equal(["分组一", "分组二", "分组三", "分组四", "分组五"], Titles(page));
        Assert.Contains("已逾期 1 个工作日", page.QuerySelector("tbody .deadline")!.TextContent);
        Assert.Equal(["分组二"], Titles(await Open("market-approver", "/desk?q=分组&due=today")));
    }

    [Fact]
    public async Task A_number_finds_the_tasks_of_its_matter_and_not_another_unit_s()
    {
        var id = await Yimen.Tests.Hotline.OrderTown.Recorded(town, ("title", "桥头井盖破损"));
        await Yimen.Tests.Hotline.OrderTown.Dispatch(town, id);
        var number = (await Yimen.Tests.Hotline.OrderTown.Order(town, id)).Number;

        Assert.Contains("桥头井盖破损", Assert.Single(Titles(await Open("market-liaison", $"/desk?q={number.ToLowerInvariant()}"))));
        Assert.Empty(Titles(await Open("civil-liaison", $"/desk?q={number}")));
        Assert.Empty(Titles(await Open("market-liaison", "/desk?q=GD209901010001")));
    }

    [Fact]
    public async Task Steps_to_choose_from_are_those_that_wait_and_a_verb_alone_finds_every_kind()
    {
        await town.Lay("环节一", Roles.Approver, TownPeople.Market, Monday);
        await town.Lay("环节二", Roles.Approver, TownPeople.Market, Monday);

        var choice = Assert.Single((await Open("market-approver", "/desk?q=环节")).QuerySelectorAll("select[name=code] option"), o => o.TextContent.Contains("（2）"));
        Assert.Equal("demo.review", choice.GetAttribute("value"));
        Assert.Equal(["环节一", "环节二"], Titles(await Open("market-approver", "/desk?q=环节&code=demo.review")).Order());
        Assert.Equal(2, Titles(await Open("market-approver", "/desk?q=环节&code=review")).Count);
        Assert.Empty(Titles(await Open("market-approver", "/desk?q=环节&code=case.review")));
    }

    [Fact]
    public async Task Another_units_tasks_another_roles_and_another_towns_are_not_seen()
    {
        await town.Lay("民政的审查", Roles.Approver, TownPeople.Civil, Monday);
        await town.Lay("市监负责人签批", Roles.UnitHead, TownPeople.Market, Monday);
        await town.Lay("北乡的件", Roles.TownClerk, null, Monday, TownPeople.Beixiang);
        await town.Lay("廊田的件", Roles.TownClerk, null, Monday, TownPlaces.LangtianArea);

        var market = Titles(await Open("market-approver", "/desk?size=100"));
        Assert.DoesNotContain("民政的审查", market);
        Assert.DoesNotContain("市监负责人签批", market);
        Assert.Equal(["北乡的件"], Titles(await Open("town1", "/desk")));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen1")).GetAsync("/desk", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await town.Anybody().GetAsync("/desk", Ct)).StatusCode);
    }

    [Fact]
    public async Task Claiming_takes_the_task_out_of_the_queue_and_leads_to_it()
    {
        var id = await town.Lay("认领一件", Roles.Approver, TownPeople.Market, Monday);
        var browser = await town.SignedIn("market-approver");
        var answer = await town.PostForm(browser, "/desk?q=认领一件", "/desk/tasks/claims", ("one", id.ToString()));

        Assert.Equal("/desk/absence", answer.Headers.Location!.ToString());
        Assert.Equal((await town.Account("market-approver")).Id, (await town.TaskOf(id)).Holder);
        Assert.Empty(Titles(await Open("market-approver", "/desk?q=认领一件")));
        Assert.Equal(["认领一件"], Titles(await Open("market-approver", "/desk?tab=mine&q=认领一件")));
        Assert.Equal([MoveKind.Claim], await Moves(id));
    }

    [Fact]
    public async Task Many_are_claimed_in_one_form_and_laid_back_in_another()
    {
        Guid[] ids = [await town.Lay("批量一", Roles.Clerk, null, Monday), await town.Lay("批量二", Roles.Clerk, null, Monday)];
        var browser = await town.SignedIn("clerk1");
        await town.PostForm(browser, "/desk?q=批量", "/desk/tasks/claims", ids.Select(i => ("task", (string?)i.ToString())).Append(("back", "/desk?q=批量")));
        Assert.Equal(2, Titles(await Open("clerk1", "/desk?tab=mine&q=批量")).Count);

        await town.PostForm(browser, "/desk?tab=mine&q=批量", "/desk/tasks/releases", ids.Select(i => ("task", (string?)i.ToString())));
        Assert.Equal(2, Titles(await Open("clerk2", "/desk?q=批量")).Count);
        Assert.Equal([MoveKind.Claim, MoveKind.Release], await Moves(ids[0]));
    }

    [Fact]
    public async Task Of_two_clerks_who_claim_the_same_task_in_the_same_moment_one_gets_it_and_the_other_is_told()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = await town.Lay($"争抢{round}", Roles.Clerk, null, Monday);
            var (one, two) = (await town.SignedIn("clerk1"), await town.SignedIn("clerk2"));
            var (first, second) = (await town.HiddenFields(one, $"/desk?q=争抢{round}", "/desk/tasks/claims"), await town.HiddenFields(two, $"/desk?q=争抢{round}", "/desk/tasks/claims"));
            var answers = await Task.WhenAll(TownDoor.Post(one, "/desk/tasks/claims", first, ("one", id.ToString())), TownDoor.Post(two, "/desk/tasks/claims", second, ("one", id.ToString())));

            Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
            Assert.Equal([MoveKind.Claim], await Moves(id));
        }
    }

    [Fact]
    public async Task A_task_that_is_not_mine_cannot_be_claimed_by_its_id()
    {
        var id = await town.Lay("别人的", Roles.Approver, TownPeople.Civil, Monday);
        await town.Lay("自己的", Roles.Approver, TownPeople.Market, Monday);
        var answer = await town.PostForm(await town.SignedIn("market-approver"), "/desk", "/desk/tasks/claims", ("one", id.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Null((await town.TaskOf(id)).Holder);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-approver")).GetAsync($"/desk/tasks/{id}/handover", Ct)).StatusCode);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=99999999999999")]
    [InlineData("sort=drop table&size=-1&due=never&code='--")]
    [InlineData("q=%00%F0%9F%98%80%25'")]
    public async Task An_address_that_makes_no_sense_still_shows_an_inbox(string query) => Assert.NotNull((await Open("clerk1", "/desk?" + query)).QuerySelector("h1"));

    [Fact]
    public async Task Programs_read_the_queue_and_claim_from_it()
    {
        var id = await town.Lay("接口认领", Roles.Approver, TownPeople.Market, Monday);
        var browser = await town.SignedIn("market-approver");
        var found = await browser.GetFromJsonAsync<JsonElement>("/api/v1/tasks?q=接口认领", Ct);

        Assert.Equal(1, found.GetProperty("total").GetInt32());
        Assert.Equal(1, found.GetProperty("counts").GetProperty("today").GetInt32());
        Assert.Equal(id, found.GetProperty("tasks")[0].GetProperty("id").GetGuid());
    }

    private async Task<IHtmlDocument> Open(string user, string path)
    {
        var answer = await (await town.SignedIn(user)).GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Town.PageOf(answer);
    }

    private Task<List<MoveKind>> Moves(Guid task) => town.Rows(db => db.Set<TaskMove>().Where(m => m.TaskId == task).OrderBy(m => m.Id).Select(m => m.Kind).ToListAsync());

    private static List<string> Titles(IHtmlDocument page) => [.. page.QuerySelectorAll("tbody .col-title a").Select(a => a.TextContent)];
}
