using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Visits;
using Yimen.Platform.Delivery;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>网络问政, 市长信箱 and 诉求进度: the caller's side, with and without an account.</summary>
public sealed class CallerTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/orders/new", OrderSource.Online)]
    [InlineData("/orders/mailbox", OrderSource.Mailbox)]
    public async Task Without_an_account_it_is_written_and_found_again_by_number_and_code(string door, OrderSource source)
    {
        var (number, code) = await File(door);

        var row = await town.Rows(db => db.Orders.AsNoTracking().SingleAsync(o => o.Number == number));
        Assert.Equal((source, OrderState.Received, (Guid?)null), (row.Source, row.State, row.AccountId));
        var text = await LookUp(number, code.ToLowerInvariant());
        Assert.Contains("已受理", text);
        Assert.Contains(OrderTown.Story, text);
        Assert.DoesNotContain("待派单", text); // the house's affair
    }

    [Fact]
    public async Task A_wrong_code_is_answered_like_a_number_that_is_not_there()
    {
        var (number, _) = await File("/orders/new");

        var wrong = await town.Anybody().GetAsync($"/orders/progress?number={number}&code=AAAAAA", Ct);
        var none = await town.Anybody().GetAsync("/orders/progress?number=GD209901010001&code=AAAAAA", Ct);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrong.StatusCode, none.StatusCode));
        Assert.DoesNotContain(OrderTown.Story, await wrong.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Who_has_the_code_looks_as_often_as_they_like_and_who_guesses_does_not()
    {
        var (number, code) = await File("/orders/new");
        async Task<HttpStatusCode> Look(string with) => (await town.Anybody().GetAsync($"/orders/progress?number={number}&code={with}", Ct)).StatusCode;
        Assert.Equal(HttpStatusCode.OK, await Look(code));

        for (var n = 0; n < Yimen.Hotline.Callers.OrderTries.Most - 1; n++)
        {
            Assert.Equal(HttpStatusCode.NotFound, await Look($"AAAA{n:00}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await Look("AAAAAB"));
        Assert.Equal(HttpStatusCode.OK, await Look(code)); // the caller is not locked out by who guesses from the same address
        Assert.Equal(HttpStatusCode.OK, await Look(code));
    }

    [Fact]
    public async Task A_number_at_which_nobody_can_be_called_back_is_named_at_its_field()
    {
        using var answer = await town.PostForm(town.Anybody(), "/orders/new", "/orders/new", Fields(("phone", "12345"), ("callback", "110")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(2, (await Town.PageOf(answer)).QuerySelectorAll(".error-summary li").Count(l => l.TextContent.Contains("公共服务号码")));
    }

    [Fact]
    public async Task The_caller_adds_reads_the_answer_when_it_is_let_out_and_rates_it_once()
    {
        var (number, code) = await File("/orders/new");
        var id = await town.Rows(db => db.Orders.Where(o => o.Number == number).Select(o => o.Id).SingleAsync());
        var here = $"/orders/progress?number={number}&code={code}";
        var added = await town.PostForm(town.Anybody(), here, "/orders/progress/supplement", ("text", "昨天又有人摔倒。"));
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        await town.Dispatch(id);
        await town.Step("market-liaison", id, "signature");
        await town.Reply(id);
        Assert.DoesNotContain("已更换线路", await LookUp(number, code));
        await town.Step("market-head", id, "review", ("answer", "yes"));
        await town.Step("hotline1", id, "office-review", ("answer", "yes"));

        var told = await LookUp(number, code);
        Assert.Contains("已更换线路和灯头", told);
        Assert.Contains("昨天又有人摔倒", told);
        Assert.DoesNotContain("market", told);
        var gap = await town.PostForm(town.Anybody(), here, "/orders/progress/rating", ("attitude", "Satisfied"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, gap.StatusCode);
        var hidden = await town.HiddenFields(town.Anybody(), here, "/orders/progress/rating");
        var browser = town.Anybody();
        Assert.Equal(HttpStatusCode.SeeOther, (await town.PostForm(browser, here, "/orders/progress/rating", ("attitude", "Dissatisfied"), ("result", "NotSolved"), ("note", "当晚又灭了"))).StatusCode);

        var row = await town.Order(id);
        Assert.Equal((VisitBy.Caller, (CallerResult?)CallerResult.NotSolved, (UnitOutcome?)UnitOutcome.Solved), (Assert.Single(row.Visits).By, row.Result, row.Visits[0].Said));
        Assert.Equal(["visit"], (await town.TasksOf(id)).Select(t => t.Code)); // the office looks at it
        Assert.DoesNotContain("提交评价", await LookUp(number, code));
        Assert.NotEmpty(hidden);
    }

    [Fact]
    public async Task Who_is_signed_in_finds_it_under_their_own_and_is_told()
    {
        var browser = await town.SignedIn("citizen1");
        using var filed = await town.PostForm(browser, "/orders/new", "/orders/new", Fields());
        Assert.Equal(HttpStatusCode.SeeOther, filed.StatusCode);
        var row = await town.Rows(db => db.Orders.AsNoTracking().SingleAsync(o => o.AccountId != null));

        Assert.Contains(row.Number, (await Town.PageOf(await browser.GetAsync("/my", Ct))).Body!.TextContent);
        Assert.Contains(row.Number, (await Town.PageOf(await browser.GetAsync("/my/orders", Ct))).Body!.TextContent);
        Assert.DoesNotContain(row.Number, await town.TextOf("citizen2", "/my/orders"));
        await town.Step("hotline1", row.Id, "direct-answer", ("text", "已转路灯所，预计今晚修好，请留意。"));
        Assert.Equal(1, await town.Rows(db => db.Set<Message>().CountAsync(m => m.AccountId == row.AccountId)));
        Assert.Equal(HttpStatusCode.Redirect, (await town.Anybody().GetAsync("/my/orders", Ct)).StatusCode);
    }

    [Theory]
    [InlineData("着火了快来人，三楼冒烟了！", "119")]
    [InlineData("我对法院判决不满意，要求改判。", "12368")]
    [InlineData("这是信访复查的事，请你们再复查一次。", "信访")]
    [InlineData("你们这些王八蛋，路灯坏了也不修。", "心情我们理解")]
    [InlineData("坏了", "不少于 5 个字")]
    [InlineData("", "不少于 5 个字")]
    public async Task What_is_not_the_hotline_s_is_told_the_right_door_and_abuse_is_refused_kindly(string content, string says)
    {
        using var answer = await town.PostForm(town.Anybody(), "/orders/new", "/orders/new", Fields(("content", content)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains(says, page.QuerySelector("#f-content-error")!.TextContent);
        Assert.Equal("演示甲", page.QuerySelector("input[name=name]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_was_told_the_right_door_may_hand_it_in_all_the_same()
    {
        var story = ("content", (string?)"我报警以后民警说路灯的事归 12345 管，请派人修。");
        using var told = await town.PostForm(town.Anybody(), "/orders/new", "/orders/new", Fields(story));
        Assert.NotNull((await Town.PageOf(told)).QuerySelector("input[name=anyway]"));

        using var taken = await town.PostForm(town.Anybody(), "/orders/new", "/orders/new", [.. Fields(story), ("anyway", "true")]);
        using var abusive = await town.PostForm(town.Anybody(), "/orders/new", "/orders/new", [.. Fields(("content", "你们这些王八蛋，路灯坏了也不修。")), ("anyway", "true")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (told.StatusCode, taken.StatusCode, abusive.StatusCode));
    }

    [Fact]
    public async Task A_long_story_is_taken_and_one_too_long_is_told_how_long_it_is()
    {
        using var taken = await town.PostForm(town.Anybody(), "/orders/new", "/orders/new", Fields(("content", new string('灯', 20_000))));
        using var refused = await town.PostForm(town.Anybody(), "/orders/new", "/orders/new", Fields(("content", new string('灯', 20_001))));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (taken.StatusCode, refused.StatusCode));
        Assert.Contains("现有 20,001 个字", (await Town.PageOf(refused)).QuerySelector("#f-content-error")!.TextContent);
    }

    [Fact]
    public async Task Anonymous_it_needs_neither_name_nor_phone_and_a_double_click_makes_one()
    {
        var browser = town.Anybody();
        var before = await town.Rows(db => db.Orders.CountAsync());
        var hidden = await town.HiddenFields(browser, "/orders/new", "/orders/new");

        for (var n = 0; n < 2; n++)
        {
            using var answer = await TownDoor.Post(browser, "/orders/new", hidden, Fields(("anonymous", "true"), ("name", ""), ("phone", "")));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        Assert.Equal(before + 1, await town.Rows(db => db.Orders.CountAsync()));
    }

    private async Task<(string Number, string Code)> File(string door)
    {
        using var answer = await town.PostForm(town.Anybody(), door, door, Fields());
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var query = answer.Headers.Location!.ToString().Split('?')[1].Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);
        return (query["number"], query["code"]);
    }

    private static IEnumerable<(string, string?)> Fields(params (string Name, string? Value)[] given)
    {
        IEnumerable<(string Name, string? Value)> usual = [("type", "Help"), ("content", OrderTown.Story), ("name", "演示甲"), ("phone", "13800138031")];
        return [.. usual.Where(u => given.All(g => g.Name != u.Name)), .. given];
    }

    private async Task<string> LookUp(string number, string code) => (await Town.PageOf(await town.Anybody().GetAsync($"/orders/progress?number={number}&code={code}", Ct))).QuerySelector("main")!.TextContent;
}
