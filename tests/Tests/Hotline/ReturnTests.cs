using System.Net;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>退单, 移交, 延期, 挂起: what a unit may ask, and what it does to the clock.</summary>
public sealed class ReturnTests(Town town) : IClassFixture<Town>
{
    private static readonly (string, string?)[] Given = [("reason", "不属于本单位法定职责"), ("basis", "三定规定第三条"), ("proposed", "MZJ")];

    [Fact]
    public async Task A_return_within_the_day_goes_to_the_office_and_the_clock_runs_on()
    {
        var id = await town.Recorded();
        await town.Dispatch(id);
        var due = (await town.Order(id)).Due;

        await town.Step("market-liaison", id, "return", Given);
        Assert.Equal(["return"], (await town.TasksOf(id)).Select(t => t.Code));
        Assert.Equal(HttpStatusCode.Conflict, (await town.Step("market-liaison", id, "signature")).StatusCode);
        await town.Step("hotline1", id, "return/answer", ("answer", "yes"));

        var row = await town.Order(id);
        Assert.Equal((OrderState.Received, (UnitId?)null, due), (row.State, row.Unit, row.Due));
        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync($"/desk/orders/{id}/dispatch", TestContext.Current.CancellationToken));
        Assert.Equal("MZJ", page.QuerySelector("select[name=unit] option[selected]")!.GetAttribute("value")); // the proposal is there already
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", $"/desk/orders/{id}"));
    }

    [Fact]
    public async Task A_unit_returns_an_order_once_and_the_order_s_second_return_is_raised()
    {
        var id = await town.Recorded();
        await town.Dispatch(id);
        await town.Step("market-liaison", id, "return", Given);
        await town.Step("hotline1", id, "return/answer", ("answer", "no"), ("remark", "职责清单写明由贵单位负责。"));
        var again = await town.Step("market-liaison", id, "return", Given);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("已经申请过一次退单", (await Town.PageOf(again)).Body!.TextContent);
        await town.Step("market-liaison", id, "signature");
        await town.Step("market-liaison", id, "return", Given); // now a transfer
        await town.Step("hotline1", id, "return/answer", ("answer", "yes"));
        await town.Dispatch(id, "MZJ");

        await town.Step("civil-liaison", id, "return", ("reason", "不属于本单位法定职责"), ("basis", "三定规定"), ("proposed", "SCJG"));

        var row = await town.Order(id);
        Assert.True(row.Raised);
        Assert.Equal([false, false, true], row.Returns.Select(r => r.Transfer).Order());
        Assert.Equal(["coordinate", "return"], (await town.TasksOf(id)).Select(t => t.Code));
    }

    [Fact]
    public async Task After_the_working_day_it_is_too_late_to_return_it()
    {
        var id = await town.Recorded();
        await town.Dispatch(id);
        var row = await town.Order(id);

        Assert.Equal(new DateOnly(2020, 11, 3), row.CurrentDispatch!.ReturnBy);
        var late = new Act(new Actor(Guid.Empty, "联络员", TownPeople.Market), row.ReceivedAt.AddDays(2), null);
        var refused = Assert.Throws<RuleViolation>(() => row.AskReturn(new(Guid.Empty, "不属于本单位法定职责", "三定规定", TownPeople.Civil), late));
        Assert.Equal("return-late", refused.Code);
    }

    [Fact]
    public async Task Gaps_of_a_return_are_named()
    {
        var id = await town.Recorded();
        await town.Dispatch(id);

        var answer = await town.Step("market-liaison", id, "return", ("reason", "不想办"), ("basis", ""), ("proposed", "NOPE"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(3, (await Town.PageOf(answer)).QuerySelectorAll(".error-summary li").Length);
    }

    [Fact]
    public async Task An_extension_is_asked_once_granted_by_the_office_and_never_for_a_consultation()
    {
        var id = await town.Signed();
        await town.Step("market-liaison", id, "extension", ("days", "3"), ("why", "需要采购灯头"));
        Assert.Equal(["extension", "reply"], (await town.TasksOf(id)).Select(t => t.Code));
        await town.Step("hotline1", id, "extension/answer", ("answer", "yes"));
        Assert.Equal(new DateOnly(2020, 11, 12), (await town.Order(id)).Due);
        Assert.Equal(HttpStatusCode.Conflict, (await town.Step("market-liaison", id, "extension", ("days", "1"), ("why", "再延一天"))).StatusCode);

        var asked = await town.Recorded();
        await town.Dispatch(asked, "SCJG", ("type", "Consultation"));
        await town.Step("market-liaison", asked, "signature");
        var refused = await town.Step("market-liaison", asked, "extension", ("days", "1"), ("why", "还在问"));
        Assert.Contains("咨询类工单不能延期", (await Town.PageOf(refused)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.Conflict, (await town.Step("market-liaison", await town.Signed(), "extension", ("days", "6"), ("why", "太久"))).StatusCode); // longer than the limit was
    }

    [Fact]
    public async Task Suspended_on_a_listed_ground_the_clock_stands_and_says_why()
    {
        var id = await town.Signed();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Step("hotline1", id, "suspension", ("ground", "忙不过来"), ("why", "人手不够"))).StatusCode);

        await town.Step("hotline1", id, "suspension", ("ground", "等待法院裁判或者仲裁"), ("why", "双方已起诉"));

        var row = await town.Order(id);
        Assert.Equal(((DateOnly?)null, "等待法院裁判或者仲裁"), (row.Due, row.Paused));
        Assert.Empty(await town.TasksOf(id));
        Assert.Contains("已暂停", await town.TextOf("market-liaison", $"/desk/orders/{id}"));
        await town.Step("hotline1", id, "resumption");
        Assert.Equal(new DateOnly(2020, 11, 9), (await town.Order(id)).Due); // the same day: nothing was lost
    }
}
