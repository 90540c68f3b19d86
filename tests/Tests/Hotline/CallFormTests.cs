using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Calls;
using Yimen.Hotline.Contracts;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>登记来电: one page and three ends. The town's time is Monday, 2 November 2020, ten o'clock.</summary>
public sealed class CallFormTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_caller_s_number_stands_in_the_form_of_who_answered_and_is_masked_for_everybody_else()
    {
        await town.SwitchOn();
        var id = await town.Talking("form-1", "13800138061");

        Assert.Equal("13800138061", (await Form("hotline1", id)).QuerySelector("[name=phone]")!.GetAttribute("value"));
        var colleague = await Form("hotline2", id);
        Assert.Equal("", colleague.QuerySelector("[name=phone]")!.GetAttribute("value") ?? "");
        Assert.DoesNotContain("13800138061", colleague.DocumentElement.OuterHtml);
        Assert.Contains("138****8061", colleague.Body!.TextContent);
        var director = await Form("director", id);
        Assert.Null(director.QuerySelector("[name=content]"));
        Assert.DoesNotContain("13800138061", director.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Earlier_and_open_orders_of_the_same_caller_pop_up_but_none_under_secrecy()
    {
        await town.SwitchOn();
        await town.Recorded(("title", "学校门口没有斑马线"), ("phone", "13800138062"));
        await town.Recorded(("title", "不愿让人知道的事"), ("phone", "13800138062"), ("secret", "true"));
        var id = await town.Talking("form-2", "013800138062");

        var aside = (await Form("hotline1", id)).QuerySelector("#call-hints")!.TextContent;

        Assert.Contains("学校门口没有斑马线", aside);
        Assert.Contains("待派单", aside);
        Assert.DoesNotContain("不愿让人知道的事", aside);
    }

    [Fact]
    public async Task Finished_as_an_order_it_is_one_of_the_calls_own_source_and_the_number_is_read_out()
    {
        await town.SwitchOn();
        var id = await town.Talking("form-3", "13800138063");

        using var answer = await town.Finish(id, "order");

        Assert.Equal(($"/desk/calls/{id}", HttpStatusCode.SeeOther), (answer.Headers.Location!.ToString(), answer.StatusCode));
        var call = await town.Call("form-3");
        var order = await town.Order(call.OrderId!.Value);
        Assert.Equal((CallState.Recorded, CallOutcome.Order), (call.State, call.Outcome));
        Assert.Equal((OrderSource.Call, OrderState.Received, call.CallerIndex), (order.Source, order.State, order.Requester.PhoneIndex));
        var page = await town.TextOf("hotline1", $"/desk/calls/{id}");
        Assert.Contains(order.Number, page);
        Assert.Contains(order.QueryCode, page);
        Assert.DoesNotContain(order.QueryCode, await town.TextOf("director", $"/desk/calls/{id}"));
        Assert.Equal(["来电", "接听", "登记工单"], await town.JournalOf(id));
        var (theirs, others) = ($"a[href='/desk/calls/{id}']", await Town.PageOf(await (await town.SignedIn("auditor")).GetAsync($"/desk/orders/{order.Id}", Ct)));
        Assert.NotNull((await Town.PageOf(await (await town.SignedIn("hotline2")).GetAsync($"/desk/orders/{order.Id}", Ct))).QuerySelector(theirs));
        Assert.Null(others.QuerySelector(theirs)); // who may not read calls is shown no link to one
    }

    [Fact]
    public async Task Finished_as_a_direct_answer_it_is_an_order_closed_at_once_and_counted_as_such()
    {
        await town.SwitchOn();
        var id = await town.Talking("form-4");

        using var answer = await town.Finish(id, "answer", "hotline1", ("type", "Consultation"), ("content", "请问办理居住证要带什么材料？"), ("answer", "带身份证和住址证明，到派出所或者镇便民服务中心办理。"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var order = await town.Order((await town.Call("form-4")).OrderId!.Value);
        Assert.Equal((OrderState.Closed, true, "带身份证和住址证明，到派出所或者镇便民服务中心办理。"), (order.State, order.DirectAnswer, order.DirectText));
        Assert.Equal(CallOutcome.DirectAnswer, (await town.Call("form-4")).Outcome);
        Assert.Empty(await town.TasksOf(order.Id));
    }

    [Fact]
    public async Task Finished_as_invalid_it_is_no_order()
    {
        await town.SwitchOn();
        var id = await town.Talking("form-5");
        var before = await town.Rows(db => db.Orders.CountAsync(Ct));

        using var gaps = await town.Finish(id, "invalid", "hotline1", ("invalid", "nuisance"), ("note", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, gaps.StatusCode);
        Assert.Contains("请说明情况", (await Town.PageOf(gaps)).QuerySelector("#f-note-error")!.TextContent);
        using var done = await town.Finish(id, "invalid", "hotline1", ("invalid", "nuisance"), ("note", "反复拨打后挂断"), ("content", ""));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(before, await town.Rows(db => db.Orders.CountAsync(Ct)));
        Assert.Contains("骚扰来电：反复拨打后挂断", await town.TextOf("hotline1", $"/desk/calls/{id}"));
    }

    [Fact]
    public async Task Gaps_are_named_at_their_fields_and_nothing_typed_is_lost()
    {
        await town.SwitchOn();
        var id = await town.Talking("form-6");
        var much = new string('长', 20_001);

        using var answer = await town.Finish(id, "answer", "hotline1", ("type", ""), ("content", much), ("name", ""), ("phone", "12"), ("answer", "太短"), ("area", "999999999999"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.All(["type", "content", "name", "phone", "answer", "area"], f => Assert.NotNull(page.QuerySelector($"#f-{f}-error")));
        Assert.Contains("不能超过 20,000 个字", page.QuerySelector("#f-content-error")!.TextContent);
        Assert.Equal(much, page.QuerySelector("[name=content]")!.TextContent);
        Assert.Equal("太短", page.QuerySelector("[name=answer]")!.TextContent);
        Assert.Equal("12", page.QuerySelector("[name=phone]")!.GetAttribute("value"));
        Assert.Equal(CallState.Talking, (await town.Call("form-6")).State);

        using var long20 = await town.Finish(id, "answer", "hotline1", ("answer", much));
        Assert.Contains("不能超过 2,000 个字", (await Town.PageOf(long20)).QuerySelector("#f-answer-error")!.TextContent);
        using var note = await town.Finish(id, "invalid", "hotline1", ("invalid", "test"), ("note", much));
        Assert.Contains("不能超过 500 个字", (await Town.PageOf(note)).QuerySelector("#f-note-error")!.TextContent);
        using var nothing = await town.Finish(id, "invalid");
        Assert.Contains("请选择无效来电的情形", (await Town.PageOf(nothing)).QuerySelector("#f-invalid-error")!.TextContent);
    }

    [Fact]
    public async Task Posted_twice_it_is_one_order_and_a_colleague_who_is_slower_keeps_what_was_typed()
    {
        await town.SwitchOn();
        var id = await town.Talking("form-7");
        var (first, second) = (await town.SignedIn("hotline1"), await town.SignedIn("hotline2"));
        var hidden = await town.HiddenFields(first, $"/desk/calls/{id}", $"/desk/calls/{id}/outcome");
        var theirs = await town.HiddenFields(second, $"/desk/calls/{id}", $"/desk/calls/{id}/outcome");
        (string, string?)[] typed = [("finish", "order"), ("type", "Help"), ("content", "桥头的护栏断了一截，请尽快修。"), ("name", "演示甲")];
        var before = await town.Rows(db => db.Orders.CountAsync(Ct));

        var both = await Task.WhenAll(TownDoor.Post(first, $"/desk/calls/{id}/outcome", hidden, typed), TownDoor.Post(first, $"/desk/calls/{id}/outcome", hidden, typed));
        using var slower = await TownDoor.Post(second, $"/desk/calls/{id}/outcome", theirs, typed);

        Assert.All(both, b => Assert.Equal(HttpStatusCode.SeeOther, b.StatusCode));
        Assert.Equal(HttpStatusCode.Conflict, slower.StatusCode);
        Assert.Equal("桥头的护栏断了一截，请尽快修。", (await Town.PageOf(slower)).QuerySelector("[name=content]")!.TextContent);
        Assert.Equal(before + 1, await town.Rows(db => db.Orders.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_line_may_be_hung_up_while_the_agent_writes()
    {
        await town.SwitchOn();
        var id = await town.Talking("form-8");
        var browser = await town.SignedIn("hotline1");
        var hidden = await town.HiddenFields(browser, $"/desk/calls/{id}", $"/desk/calls/{id}/outcome");
        await town.Ends("form-8", recording: "rec/8");
        Assert.Single(await town.TasksOf(id));

        using var answer = await TownDoor.Post(browser, $"/desk/calls/{id}/outcome", hidden, ("finish", "order"), ("type", "Help"), ("content", OrderTown.Story), ("name", "演示甲"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Empty(await town.TasksOf(id));
    }

    [Fact]
    public async Task Looking_for_what_is_known_keeps_everything_and_saves_nothing()
    {
        await town.SwitchOn();
        await town.Dispatch(await town.Recorded(("title", "环城东路井盖松动"), ("phone", "13800138070")));
        var id = await town.Talking("form-9");

        using var answer = await town.Finish(id, "look", "hotline1", ("title", "环城东路井盖松动"), ("content", "环城东路的井盖松动，车一过就响。"), ("answer", "写了一半"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains("环城东路井盖松动", page.QuerySelector("#call-hints")!.TextContent);
        Assert.Contains(OrderTown.Basis, page.QuerySelector("#call-hints")!.TextContent);
        Assert.Equal("写了一半", page.QuerySelector("[name=answer]")!.TextContent);
        Assert.Equal(CallState.Talking, (await town.Call("form-9")).State);
    }

    [Fact]
    public async Task Every_end_and_every_field_of_weight_has_its_letter_written_beside_it_and_no_letter_twice()
    {
        await town.SwitchOn();
        var id = await town.Talking("form-10");

        var page = await Form("hotline1", id);
        var keys = page.QuerySelectorAll("main [accesskey]").ToList();

        Assert.Superset(new HashSet<string> { "S", "J", "W", "T", "C", "N", "P", "A" }, keys.Select(k => k.GetAttribute("accesskey")!).ToHashSet());
        Assert.Equal(keys.Count, keys.DistinctBy(k => k.GetAttribute("accesskey")).Count());
        Assert.All(keys, k => Assert.Contains((k.LocalName == "button" ? k : page.QuerySelector($"label[for={k.Id}]")!).QuerySelectorAll("kbd"), b => b.TextContent == k.GetAttribute("accesskey")));
    }

    [Fact]
    public async Task A_recording_is_told_for_a_purpose_once_and_the_journal_keeps_it()
    {
        await town.SwitchOn();
        var id = await town.Talking("form-11");
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", $"/desk/calls/{id}/recording")); // none yet
        await town.Finish(id, "order");
        await town.Ends("form-11", recording: "rec/form-11.wav");
        Assert.DoesNotContain("rec/form-11", (await Form("hotline1", id)).DocumentElement.OuterHtml);

        using var silent = await Ask(id, "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using var told = await Ask(id, "核实诉求人反映的话务员态度");

        Assert.Contains("rec/form-11.wav", (await Town.PageOf(told)).Body!.TextContent);
        Assert.Equal("no-store", told.Headers.CacheControl!.ToString());
        Assert.Equal("核实诉求人反映的话务员态度", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id && j.Verb == "调取录音").Select(j => j.Reason).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", $"/desk/calls/{id}/recording"));
    }

    [Fact]
    public async Task Of_an_order_under_secrecy_the_recording_is_only_for_who_may_see_its_caller()
    {
        await town.SwitchOn();
        var id = await town.Talking("form-12", "13800138064");
        await town.Finish(id, "order", "hotline1", ("secret", "true"));
        await town.Ends("form-12", recording: "rec/form-12.wav");

        // of the caller not even the masked number is left, nor does their number find it
        Assert.All([await town.TextOf("hotline2", $"/desk/calls/{id}"), await town.TextOf("hotline1", $"/desk/calls/{id}"), await town.TextOf("director", "/desk/calls?q=form-12")], t => Assert.DoesNotContain("138****8064", t));
        Assert.Contains("没有符合条件的来电", await town.TextOf("hotline1", "/desk/calls?q=13800138064"));
        var next = await town.Talking("form-13", "13800138064");
        Assert.Contains("第一次来电", await town.TextOf("hotline1", $"/desk/calls/{next}"));
        using var like = await town.Finish(next, "look");
        Assert.DoesNotContain((await town.Order((await town.Call("form-12")).OrderId!.Value)).Number, (await Town.PageOf(like)).QuerySelector("#call-hints")!.TextContent);

        Assert.Equal(HttpStatusCode.OK, await town.StatusOf("hotline1", $"/desk/calls/{id}/recording"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("director", $"/desk/calls/{id}/recording"));
        var order = (await town.Call("form-12")).OrderId!.Value;
        await town.Dispatch(order);
        await town.Step("market-liaison", order, "signature");
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", $"/desk/calls/{id}/recording"));
    }

    private async Task<HttpResponseMessage> Ask(Guid id, string purpose) =>
        await town.PostForm(await town.SignedIn("director"), $"/desk/calls/{id}/recording", $"/desk/calls/{id}/recording", ("purpose", purpose));

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Form(string user, Guid id) => await Town.PageOf(await (await town.SignedIn(user)).GetAsync($"/desk/calls/{id}", Ct));
}
