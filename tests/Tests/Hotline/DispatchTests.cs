using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Identity;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>受理, 派单: from the door to the unit. The town's day is Monday, 2 November 2020.</summary>
public sealed class DispatchTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_office_takes_down_has_a_number_a_limit_and_waits_to_be_dispatched()
    {
        var id = await town.Recorded();

        var row = await town.Order(id);
        Assert.StartsWith("GD20201102", row.Number);
        Assert.Equal((OrderState.Received, OrderSource.WalkIn, (DateOnly?)new DateOnly(2020, 11, 9)), (row.State, row.Source, row.Due)); // 求助: five working days
        Assert.DoesNotContain("13800138021", row.Requester.Phone.Text);
        Assert.DoesNotContain("演示甲", row.Requester.Name.Text);
        Assert.Equal(["受理"], await town.JournalOf(id));
        Assert.Equal(("dispatch", Roles.Hotline, row.Due), Assert.Single((await town.TasksOf(id)).Select(t => (t.Code, t.Role, t.Due))));
        Assert.Contains("人民南路路灯不亮", await town.TextOf("hotline2", $"/desk/orders/{id}"));
    }

    [Fact]
    public async Task A_dispatch_settles_type_class_and_units_and_the_unit_finds_it_to_sign()
    {
        var id = await town.Recorded();

        var answer = await town.Dispatch(id, "SCJG", ("type", "Complaint"), ("assisting", "MZJ"));

        Assert.Equal($"/desk/orders/{id}", answer.Headers.Location!.ToString());
        var row = await town.Order(id);
        Assert.Equal((OrderState.Dispatched, OrderType.Complaint, "010102", (UnitId?)TownPeople.Market), (row.State, row.Type, row.ContentClass, row.Unit));
        Assert.Equal(new DateOnly(2020, 11, 23), row.Due); // 投诉: fifteen working days
        Assert.Equal(new DateTimeOffset(2020, 11, 4, 0, 0, 0, TimeSpan.FromHours(8)), row.CurrentDispatch!.SignBy.ToOffset(TimeSpan.FromHours(8)));
        Assert.Equal(["assist-MZJ", "sign"], (await town.TasksOf(id)).Select(t => t.Code));
        Assert.Equal(["受理", "派单"], await town.JournalOf(id));
        Assert.Equal(HttpStatusCode.OK, await town.StatusOf("market-liaison", $"/desk/orders/{id}"));
        Assert.Equal(HttpStatusCode.OK, await town.StatusOf("civil-liaison", $"/desk/orders/{id}"));
    }

    [Fact]
    public async Task An_urgent_order_is_to_be_signed_for_within_the_hour_whatever_the_hour()
    {
        var id = await town.Recorded();
        await town.Dispatch(id, "SCJG", ("urgency", "Urgent"));

        Assert.Equal(town.Time.GetUtcNow().AddMinutes(60), (await town.Order(id)).CurrentDispatch!.SignBy);
    }

    [Fact]
    public async Task Nobody_but_the_office_dispatches_and_another_unit_s_order_is_not_there()
    {
        var id = await town.Recorded();

        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", $"/desk/orders/{id}/dispatch"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", $"/desk/orders/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("clerk1", "/desk/orders"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", $"/desk/orders/{Guid.Empty}"));
        await town.Dispatch(id);
        Assert.Equal(HttpStatusCode.Conflict, await town.StatusOf("hotline1", $"/desk/orders/{id}/dispatch"));
    }

    [Fact]
    public async Task Gaps_are_named_at_their_fields_and_what_was_typed_stays()
    {
        var id = await town.Recorded();

        var answer = await town.Dispatch(id, "NOPE", ("basis", "按职责分工"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains("没有这个主办单位", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("按职责分工", page.QuerySelector("input[name=basis]")!.GetAttribute("value"));
        Assert.Equal(OrderState.Received, (await town.Order(id)).State);
    }

    [Fact]
    public async Task A_unit_without_a_liaison_is_not_offered_and_gets_nothing_that_nobody_would_sign_for()
    {
        var id = await town.Recorded();

        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync($"/desk/orders/{id}/dispatch", Ct));
        Assert.DoesNotContain("LTZ", page.QuerySelectorAll("select[name=unit] option").Select(o => o.GetAttribute("value")));
        foreach (var answer in new[] { await town.Dispatch(id, "LTZ"), await town.Dispatch(id, "SCJG", ("assisting", "LTZ")) })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("没有热线联络员", (await Town.PageOf(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(OrderState.Received, (await town.Order(id)).State);
    }

    [Fact]
    public async Task Whom_a_report_speaks_of_does_not_get_it()
    {
        var id = await town.Recorded(("type", "Report"), ("reported", "SCJG"));

        var answer = await town.Dispatch(id, "SCJG");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(OrderState.Received, (await town.Order(id)).State);
    }

    [Fact]
    public async Task The_screen_shows_one_after_another_and_says_who_handled_the_like_and_on_what_basis()
    {
        var first = await town.Recorded(("title", "河滨公园健身器材损坏"), ("content", "河滨公园的健身器材坏了三处，老人小孩容易受伤。"));
        await town.Dispatch(first, "MZJ", ("basis", "公园设施由民政局代管（演示）"));
        var second = await town.Recorded(("title", "河滨公园健身器材又坏了"), ("content", "河滨公园的健身器材又坏了，请尽快修。"), ("phone", "13800138022"));
        var browser = await town.SignedIn("hotline2");

        var page = await Town.PageOf(await browser.GetAsync($"/desk/orders/dispatching?order={second}", Ct));

        Assert.Contains("公园设施由民政局代管", page.QuerySelector("aside")!.TextContent);
        Assert.Contains("2020年11月9日", page.Body!.TextContent); // the county's day, before the form is posted
        using var answer = await town.PostForm(browser, $"/desk/orders/dispatching?order={second}", $"/desk/orders/{second}/dispatch", ("type", "Help"), ("class", "100101"), ("urgency", "Ordinary"), ("unit", "MZJ"), ("basis", "类似工单"));
        Assert.Equal("/desk/orders/dispatching", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_division_that_it_names_and_an_urgency_are_advised_and_the_dispatcher_s_word_moves_it()
    {
        var town2 = await town.Rows(db => db.DivisionRefs.Where(d => d.Level == 5).OrderBy(d => d.Code).Select(d => new { d.Code, d.Name }).FirstAsync(Ct));
        var id = await town.Recorded(("title", "燃气泄漏"), ("content", $"{town2.Name}路口闻到很浓的味道，怀疑燃气泄漏。"));

        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync($"/desk/orders/{id}/dispatch", Ct));

        Assert.Contains("建议紧急程度选“特急”", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(town2.Name, page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(town2.Code.Value, page.QuerySelector("select[name=area] option[selected]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Dispatch(id, "SCJG", ("area", "440281999999"))).StatusCode);
        await town.Dispatch(id, "SCJG", ("area", (string?)town2.Code.Value));
        var row = await town.Order(id);
        Assert.Equal((OrderState.Dispatched, town2.Code, town2.Code.Value[..9]), (row.State, row.Area, row.Town));
    }

    [Fact]
    public async Task Several_go_to_one_unit_at_once_and_a_refusal_of_one_does_not_hold_up_the_others()
    {
        var (one, two, reported) = (await town.Recorded(), await town.Recorded(), await town.Recorded(("type", "Report"), ("reported", "MZJ")));
        var browser = await town.SignedIn("hotline1");
        var hidden = await town.HiddenFields(browser, "/desk/orders/batch", "/desk/orders/batch");

        using var answer = await TownDoor.Post(browser, "/desk/orders/batch", hidden, ("order", $"{one}"), ("order", $"{two}"), ("order", $"{reported}"), ("class", "010102"), ("unit", "MZJ"), ("basis", "统一派出"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("已派出 2 件，1 件没有派出", (await Town.PageOf(answer)).Body!.TextContent);
        Assert.Equal([OrderState.Dispatched, OrderState.Dispatched, OrderState.Received], [(await town.Order(one)).State, (await town.Order(two)).State, (await town.Order(reported)).State]);
    }

    [Fact]
    public async Task A_program_dispatches_over_the_version_it_saw_and_once()
    {
        var id = await town.Recorded();
        var browser = await town.SignedIn("hotline1");
        var hidden = await town.HiddenFields(browser, $"/desk/orders/{id}/dispatch", $"/desk/orders/{id}/dispatch");
        await town.Step("hotline2", id, "supplement", ("text", "诉求人补充：就在学校门口。"));

        using var answer = await TownDoor.Post(browser, $"/desk/orders/{id}/dispatch", hidden, ("type", "Help"), ("class", "010102"), ("urgency", "Ordinary"), ("unit", "SCJG"), ("basis", "职责"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("补充信息", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task Answered_at_once_it_is_closed_and_counts_as_such()
    {
        var id = await town.Recorded(("type", "Consultation"), ("title", "身份证怎样补办"), ("content", "身份证丢了，想问怎样补办，要带什么材料。"));

        var gap = await town.Step("hotline1", id, "direct-answer", ("text", "带户口簿"));
        await town.Step("hotline1", id, "direct-answer", ("text", "带户口簿到户籍地派出所办理，二十个工作日领取。"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, gap.StatusCode);
        var row = await town.Order(id);
        Assert.Equal((OrderState.Closed, true), (row.State, row.DirectAnswer));
        Assert.Equal((row.ReceivedOn, row.Due), (Assert.Single(row.Closures).AnsweredOn, row.Closures[0].Due));
        Assert.Empty(await town.TasksOf(id));
    }

    [Fact]
    public async Task Numbers_of_a_day_have_no_gap()
    {
        await town.Recorded();
        await town.Recorded();

        var numbers = await town.Rows(db => db.Orders.AsNoTracking().OrderBy(o => o.Number).Select(o => o.Number).ToListAsync());

        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => $"GD20201102{n:0000}"), numbers);
    }
}
