using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Contracts;
using Yimen.Platform.Delivery;
using Yimen.Tests.Delivery;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Channels;

/// <summary>An urgent order goes through the unit's people and their channels until a human answers, against servers of our own.</summary>
public sealed class UrgentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_channel_carries_it_and_says_nothing_of_the_caller()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        var id = await open.Urgent();

        await open.Work();

        Assert.Equal([(ContactPost.First, ContactWay.WeCom, AttemptResult.Sent)], await open.Attempts(id));
        var card = Assert.Single(open.WeCom.Cards);
        var (text, order) = (card.GetRawText(), await open.Town.Order(id));
        Assert.Equal("liaison.m", card.GetProperty("touser").GetString());
        Assert.Equal($"https://desk.example.org/440281/desk/orders/{id}/acknowledgement", card.GetProperty("textcard").GetProperty("url").GetString());
        var said = card.GetProperty("textcard").GetProperty("title").GetString() + card.GetProperty("textcard").GetProperty("description").GetString();
        Assert.StartsWith("【演示】", said);
        Assert.Contains(order.Number, said);
        Assert.All(["人民南路", "演示甲", "13800138021"], personal => { Assert.DoesNotContain(personal, said); Assert.DoesNotContain(personal, text); });
        Assert.Empty(open.Sms.Requests);
        Assert.Empty(await open.Tasks(id));
        Assert.Contains("等待首位联络员", await open.Town.TextOf("hotline1", $"/desk/orders/{id}"));
    }

    [Theory]
    [InlineData("down")]
    [InlineData("unknown user")]
    [InlineData("busy")]
    public async Task A_channel_that_fails_makes_room_for_the_next_at_once_and_its_letter_is_withdrawn(string how)
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        open.WeCom.Answer = how == "busy" ? """{"errcode":-1,"errmsg":"system busy"}""" : null;
        open.WeCom.Status = how == "down" ? 503 : 200;
        _ = how == "unknown user" && open.WeCom.Unknown.Add("liaison.m");
        var id = await open.Urgent();

        await open.Work(); // no minute passes
        Assert.Equal([(ContactPost.First, ContactWay.WeCom, AttemptResult.Failed), (ContactPost.First, ContactWay.Sms, AttemptResult.Sent)], await open.Attempts(id));

        (open.WeCom.Answer, open.WeCom.Status) = (null, 200);
        open.WeCom.Unknown.Clear();
        await open.Pass(30);
        Assert.Empty(open.WeCom.Cards);
        Assert.Single(open.Sms.Requests);
        var letters = await open.Town.Rows(db => db.Set<OutboxMessage>().AsNoTracking().Where(m => m.MatterKind == UrgentContact.MatterKind).OrderBy(m => m.Channel).ToListAsync(Ct));
        Assert.Equal([(DeliveryChannel.Sms, OutboxState.Sent), (DeliveryChannel.WeCom, OutboxState.Withdrawn)], letters.Select(l => (l.Channel, l.State)));
    }

    [Fact]
    public async Task Channels_that_are_closed_or_off_are_passed_over_and_the_telephone_waits_for_the_office()
    {
        await using var open = await UrgentTown.Open(sms: false);
        await open.Book();
        await open.Done("/order", ("post", "First"), ("way", "WeCom"), ("verb", "off"));

        var id = await open.Urgent();

        Assert.Equal([(ContactPost.First, ContactWay.Sms, AttemptResult.Closed), (ContactPost.First, ContactWay.Phone, AttemptResult.ToCall)], await open.Attempts(id));
        Assert.Equal(["urgent-call"], await open.Tasks(id));
        Assert.Contains("0751-0000021", await open.Town.TextOf("hotline1", $"/desk/orders/{id}/phone-log"));
    }

    [Fact]
    public async Task Who_does_not_answer_within_the_hour_is_passed_over_the_next_the_leader_then_the_office()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        var id = await open.Urgent();

        await open.Work();
        await open.Pass(59);
        Assert.Single(await open.Attempts(id));
        await open.Pass(1);
        Assert.Equal((ContactPost.Next, ContactWay.Sms, AttemptResult.Sent), (await open.Attempts(id))[^1]);
        await open.Pass(60);
        Assert.Equal((ContactPost.Leader, ContactWay.Phone, AttemptResult.ToCall), (await open.Attempts(id))[^1]);
        Assert.Equal(["urgent-call"], await open.Tasks(id));
        await open.Pass(60);

        Assert.Equal((ContactPost.Leader, ContactWay.Phone, AttemptResult.Lapsed), (await open.Attempts(id))[^1]);
        Assert.Equal(UrgentState.Unanswered, (await open.Contact(id)).State);
        Assert.Equal(["urgent-unanswered"], await open.Tasks(id));
        await open.Pass(600);
        Assert.Equal(3, (await open.Attempts(id)).Count);
        Assert.Equal((1, 1), (open.WeCom.Cards.Count, open.Sms.Requests.Count));
        Assert.Contains("紧急工单超过签收时限没有签收", Assert.Single((await open.Town.Order(id)).Reminders).Why);
    }

    [Fact]
    public async Task A_dated_limit_sets_how_long_one_is_waited_for()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        using var set = await open.Town.PostForm(await open.Town.SignedIn("hotline1"), "/desk/order-limits", "/desk/order-limits", ("code", "UrgentAcknowledge"), ("value", "15"), ("from", "2020-11-02"), ("basis", "热线办通知"));
        var id = await open.Urgent();

        await open.Pass(15);

        Assert.Equal(ContactPost.Next, (await open.Contact(id)).Post);
    }

    [Fact]
    public async Task The_unit_s_word_that_it_is_known_stops_it_once_whoever_of_the_unit_gives_it()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        var id = await open.Urgent();
        await open.Work();
        var page = $"/desk/orders/{id}/acknowledgement";
        var browser = await open.Town.SignedIn("market-head");
        var hidden = await open.Town.HiddenFields(browser, page, page);

        using var first = await TownDoor.Post(browser, page, hidden);
        using var second = await TownDoor.Post(browser, page, hidden);
        await open.Pass(200);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        var contact = await open.Contact(id);
        Assert.Equal((UrgentState.Acknowledged, 1), (contact.State, contact.Attempts.Count));
        Assert.Equal(OrderState.Dispatched, (await open.Town.Order(id)).State); // knowing is not signing
        Assert.Single(await open.Town.JournalOf(contact.Id), "确认知悉");
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync(page, Ct)).StatusCode); // the card opened late shows the order
        using var late = await (await Yimen.Tests.Cases.CaseProgram.Program(open.Town, "market-liaison")).PostAsJsonAsync($"/api/v1/orders/{id}/acknowledgement", new { }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task Signing_and_asking_to_give_it_back_are_answers_too_and_what_was_not_sent_yet_stays_here()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        var (signed, returned) = (await open.Urgent(), await open.Urgent());

        using var signature = await open.Town.Step("market-liaison", signed, "signature");
        using var asked = await open.Town.Step("market-liaison", returned, "return", ("reason", "不属于本单位法定职责"), ("basis", "三定规定"), ("proposed", "MZJ"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (signature.StatusCode, asked.StatusCode));
        await open.Pass(200);

        Assert.Equal(("签收工单", "申请退单"), ((await open.Contact(signed)).EndedHow, (await open.Contact(returned)).EndedHow));
        Assert.Empty(open.WeCom.Cards);
        using var granted = await open.Town.Step("hotline1", returned, "return/answer", ("answer", "yes"));
        using var again = await open.Town.Dispatch(returned, "MZJ", ("urgency", "Urgent"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        var second = await open.Contact(returned);
        Assert.Equal((UrgentState.Calling, "MZJ"), (second.State, second.Unit.Value));
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_and_nothing_is_sent_twice()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        open.WeCom.Status = 503;
        var id = await open.Urgent();
        await open.Restart(); // dispatched and written, nothing sent yet
        await open.Work();
        await open.Restart();
        await open.Work();
        await open.Work();

        Assert.Equal([AttemptResult.Failed, AttemptResult.Sent], (await open.Attempts(id)).Select(a => a.Item3));
        Assert.Single(open.Sms.Requests);
        await open.Pass(60);
        await open.Restart();
        await open.Work();
        Assert.Equal(2, open.Sms.Requests.Count);
        Assert.Equal(2, open.Sms.Requests.Select(r => r.Key).Distinct().Count());
    }

    [Fact]
    public async Task A_call_is_noted_down_not_reached_goes_on_at_once_confirmed_ends_it()
    {
        await using var open = await UrgentTown.Open(sms: false);
        await open.Book();
        open.WeCom.Unknown.Add("liaison.m");
        var id = await open.Urgent();
        await open.Work();
        var page = $"/desk/orders/{id}/phone-log";

        using var nothing = await open.Town.Step("hotline1", id, "phone-log", ("words", "打过了"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        var shown = await Town.PageOf(nothing);
        Assert.Contains("请选择通话结果", shown.QuerySelector("#f-result-error")!.TextContent);
        Assert.Contains("打过了", shown.QuerySelector("textarea[name=words]")!.TextContent);
        using var wordless = await open.Town.Step("hotline1", id, "phone-log", ("result", "confirmed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordless.StatusCode);

        var browser = await open.Town.SignedIn("hotline1");
        var hidden = await open.Town.HiddenFields(browser, page, page);
        using var missed = await TownDoor.Post(browser, page, hidden, ("result", "not-reached"), ("words", "无人接听"));
        using var twice = await TownDoor.Post(browser, page, hidden, ("result", "not-reached"), ("words", "无人接听"));
        // the second has only SMS, which is closed: the leader's telephone is next, at once
        Assert.Equal([AttemptResult.Failed, AttemptResult.Closed, AttemptResult.NotReached, AttemptResult.Closed, AttemptResult.ToCall], (await open.Attempts(id)).Select(a => a.Item3));

        Assert.Equal(["何甲"], (await open.Contact(id)).Attempts.Select(a => a.ByName).Where(n => n.Length > 0)); // who telephoned, not who happened to pass a closed channel

        using var known = await open.Town.Step("hotline1", id, "phone-log", ("result", "confirmed"), ("words", "马上安排人到现场"));
        var contact = await open.Contact(id);
        Assert.Equal((HttpStatusCode.SeeOther, UrgentState.Acknowledged), (known.StatusCode, contact.State));
        Assert.Contains("电话里确认知悉", contact.EndedHow);
        Assert.Contains("马上安排人到现场", await open.Town.TextOf("market-liaison", $"/desk/orders/{id}"));
        Assert.Empty(await open.Tasks(id));
        Assert.Equal(HttpStatusCode.Conflict, await open.Town.StatusOf("hotline1", page));
    }

    [Fact]
    public async Task What_nobody_answered_the_office_follows_up_and_says_whom_it_called()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        var id = await open.Urgent();
        await open.Pass(61);
        await open.Pass(61);
        await open.Pass(61);

        using var whom = await open.Town.Step("hotline1", id, "phone-log", ("result", "unconfirmed"), ("words", "说要先问局长"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, whom.StatusCode);
        using var noted = await open.Town.Step("hotline1", id, "phone-log", ("post", "Leader"), ("result", "unconfirmed"), ("words", "说要先问局长"));
        using var known = await (await Yimen.Tests.Cases.CaseProgram.Program(open.Town, "hotline1")).PostAsJsonAsync($"/api/v1/orders/{id}/phone-log", new { result = "confirmed", words = "已派人", post = "Leader" }, Ct);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.OK), (noted.StatusCode, known.StatusCode));
        var contact = await open.Contact(id);
        Assert.Equal([AttemptResult.Unconfirmed, AttemptResult.Confirmed], contact.Attempts.OrderBy(a => a.Sequence).Select(a => a.Result).TakeLast(2));
        Assert.Equal(UrgentState.Acknowledged, contact.State);
    }
}
