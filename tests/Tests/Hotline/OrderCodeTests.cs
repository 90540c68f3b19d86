using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Codes;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>The hotline's tables of codes are dated configuration: a new row holds from its day on, and an order keeps what was in force on its own.</summary>
public sealed class OrderCodeTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => ChinaTime.DateOf(town.Time.GetUtcNow());

    private string Tomorrow => $"{Today.AddDays(1):yyyy-MM-dd}";

    [Theory]
    [InlineData("hotline1", HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity)]
    [InlineData("director", HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity)]
    [InlineData("market-liaison", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData("auditor", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData("clerk1", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("citizen1", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    public async Task Who_may_read_and_who_may_set(string user, HttpStatusCode read, HttpStatusCode set)
    {
        await town.SwitchOn(); // one of the tables is there only then
        var browser = await town.SignedIn(user);
        Assert.All(OrderCodeTables.All.All.Select(t => t.Href).Append(OrderCodeTables.Here), href => Assert.Equal(read, browser.GetAsync(href, Ct).Result.StatusCode));

        var home = await browser.GetAsync(read == HttpStatusCode.OK ? OrderCodeTables.Grounds.Href : "/", Ct);
        var token = (await Town.PageOf(home)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        Assert.Equal(set, (await browser.PostAsync(OrderCodeTables.Grounds.Href, form, Ct)).StatusCode);
    }

    [Fact]
    public async Task Bad_input_is_named_at_its_field_and_what_was_typed_stays()
    {
        using var answer = await Set("classes", ("code", "12"), ("name", "太短的代码"), ("from", $"{Today:yyyy-MM-dd}"), ("basis", ""));
        var page = await Town.PageOf(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("六位数字", page.QuerySelector("#f-code-error")!.TextContent);
        Assert.Contains("依据", page.QuerySelector("#f-basis-error")!.TextContent);
        Assert.Equal("太短的代码", page.QuerySelector("input[name=name]")!.GetAttribute("value"));

        using var late = await Set("classes", ("code", "010104"), ("name", "公园绿地"), ("from", $"{Today:yyyy-MM-dd}"), ("basis", "热线办通知"));
        Assert.Contains("最早为明天", (await Town.PageOf(late)).QuerySelector("#f-from-error")!.TextContent);
        using var twin = await Set("classes", ("code", "010104"), ("name", "路灯照明"), ("from", Tomorrow), ("basis", "热线办通知"));
        Assert.Contains("010102", (await Town.PageOf(twin)).QuerySelector("#f-name-error")!.TextContent);
        using var unknown = await Set("classes", ("code", "019999"), ("way", "end"), ("from", Tomorrow), ("basis", "热线办通知"));
        Assert.Contains("不能停用", (await Town.PageOf(unknown)).QuerySelector("#f-code-error")!.TextContent);
        using var role = await Set("reviews", ("code", "3"), ("name", "会签"), ("detail", "citizen"), ("from", Tomorrow), ("basis", "热线办通知"));
        Assert.Contains("由谁审核", (await Town.PageOf(role)).QuerySelector("#f-detail-error")!.TextContent);
    }

    [Fact]
    public async Task A_form_posted_twice_sets_one_row_and_one_journal_entry()
    {
        var browser = await town.SignedIn("hotline1");
        var here = OrderCodeTables.Reasons.Href;
        var hidden = await town.HiddenFields(browser, here, here);
        (string, string?)[] typed = [("way", "set"), ("code", "9"), ("name", "诉求人已经撤回"), ("from", Tomorrow), ("basis", "热线办通知")];

        using var first = await TownDoor.Post(browser, here, hidden, typed);
        using var second = await TownDoor.Post(browser, here, hidden, typed);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        var book = await town.Rows(db => db.Set<CodeBook>().AsNoTracking().SingleAsync(b => b.Kind == OrderCodeTables.Reasons.Kind, Ct));
        Assert.Equal("诉求人已经撤回", Assert.Single(book.Rows).Name);
        var entry = await town.Rows(db => db.Set<JournalEntry>().AsNoTracking().SingleAsync(j => j.Kind == OrderCodeTables.Reasons.Kind, Ct));
        Assert.Contains("诉求人已经撤回", entry.Changes);
        Assert.Contains("未生效", await town.TextOf("hotline1", here + "?standing=coming"));
        Assert.DoesNotContain("诉求人已经撤回", (await town.Rows(db => db.OrderCodes(Ct))).Reasons(Today));
    }

    [Fact]
    public async Task An_order_keeps_the_name_and_the_choice_of_its_day()
    {
        var old = await town.Recorded(("title", "改名以前的井盖"));
        using var renamed = await Set("classes", ("code", "010101"), ("name", "道路桥梁和井盖"), ("from", Tomorrow), ("basis", "热线办通知"));
        using var ended = await Set("classes", ("code", "010103"), ("way", "end"), ("from", Tomorrow), ("basis", "热线办通知"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (renamed.StatusCode, ended.StatusCode));
        town.Time.Advance(TimeSpan.FromDays(1));
        var young = await town.Recorded(("title", "改名以后的井盖"));

        Assert.Contains("010103 内涝和排水", await town.TextOf("hotline1", $"/desk/orders/{old}/dispatch"));
        Assert.DoesNotContain("010103 内涝和排水", await town.TextOf("hotline1", $"/desk/orders/{young}/dispatch"));
        using var refused = await town.Dispatch(young, "SCJG", ("class", "010103"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var kept = await town.Dispatch(old, "SCJG", ("class", "010103"));
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);

        using var again = await town.Dispatch(young, "SCJG", ("class", "010101"));
        Assert.Contains("010101 道路桥梁和井盖", await town.TextOf("hotline1", $"/desk/orders/{young}"));
        Assert.Contains("010103 内涝和排水", await town.TextOf("hotline1", $"/desk/orders/{old}"));
        Assert.Equal("道路破损和井盖", (await town.Rows(db => db.OrderCodes(Ct))).ClassName("010101", Today.AddDays(-1)));
        var history = await town.TextOf("hotline1", OrderCodeTables.Classes.Href + "?standing=past");
        Assert.Contains("已被替换", history);
        Assert.Contains("已停用", history);
    }

    [Fact]
    public async Task A_reply_goes_up_by_the_levels_of_the_day_on_which_it_was_written()
    {
        var old = await town.Signed();
        using var before = await town.Reply(old);
        using var ended = await Set("reviews", ("code", "2"), ("way", "end"), ("from", Tomorrow), ("basis", "县级机构改革：小单位不设分管"));
        Assert.Equal(HttpStatusCode.SeeOther, ended.StatusCode);
        using var last = await Set("reviews", ("code", "1"), ("way", "end"), ("from", Tomorrow), ("basis", "热线办通知"));
        Assert.Contains("至少要有 1 项", (await Town.PageOf(last)).QuerySelector("#f-code-error")!.TextContent);
        town.Time.Advance(TimeSpan.FromDays(1));
        var young = await town.Signed();
        using var after = await town.Reply(young);

        await town.Step("market-approver", old, "review", ("answer", "yes"));
        await town.Step("market-approver", young, "review", ("answer", "yes"));

        Assert.Equal((OrderState.UnitReview, 2), ((await town.Order(old)).State, (await town.Order(old)).ReviewLevel));
        Assert.Equal(OrderState.OfficeReview, (await town.Order(young)).State);
        using var restored = await Set("reviews", ("code", "2"), ("name", "单位负责人"), ("detail", "unit-head"), ("from", Tomorrow), ("basis", "热线办通知"));
        Assert.Equal(HttpStatusCode.SeeOther, restored.StatusCode);
        town.Time.Advance(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task A_ground_of_the_county_s_own_suspends_from_its_day_on()
    {
        var id = await town.Signed();
        using var set = await Set("grounds", ("code", "7"), ("name", "等待上级批复"), ("from", Tomorrow), ("basis", "热线办通知"));
        using var early = await town.Step("hotline1", id, "suspension", ("ground", "等待上级批复"), ("why", "已经上报"));
        town.Time.Advance(TimeSpan.FromDays(1));

        using var done = await town.Step("hotline1", id, "suspension", ("ground", "等待上级批复"), ("why", "已经上报"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (early.StatusCode, done.StatusCode));
        Assert.Equal("等待上级批复", (await town.Order(id)).Paused);
    }

    [Fact]
    public async Task A_caller_is_told_the_right_door_by_the_words_of_the_day()
    {
        using var set = await Set("exclusions", ("code", "8"), ("name", "公积金贷款、提取公积金"), ("detail", "住房公积金业务请拨打 12329。"), ("from", Tomorrow), ("basis", "热线办通知"));
        var before = (await town.Rows(db => db.OrderCodes(Ct))).Doorkeeper(Today);
        var after = (await town.Rows(db => db.OrderCodes(Ct))).Doorkeeper(Today.AddDays(1));

        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        Assert.Null(before.RightDoor("我想提取公积金"));
        Assert.Equal("住房公积金业务请拨打 12329。", after.RightDoor("我想提取公积金"));
        Assert.Contains("119", before.RightDoor("楼下着火了"));
        Assert.True(before.Abusive("你们都是混蛋"));
    }

    [Fact]
    public async Task Said_again_for_the_same_day_it_takes_the_place_of_what_was_said()
    {
        using var wrong = await Set("abuse", ("code", "80"), ("name", "错别子"), ("from", Tomorrow), ("basis", "热线办通知"));
        using var right = await Set("abuse", ("code", "80"), ("name", "错别字"), ("from", Tomorrow), ("basis", "热线办通知"));

        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        Assert.Equal("错别字", Assert.Single(await town.Rows(db => db.Set<DatedCode>().AsNoTracking().Where(c => c.Code == "80").ToListAsync(Ct))).Name);
    }

    private async Task<HttpResponseMessage> Set(string table, params (string Name, string? Value)[] fields)
    {
        var here = $"{OrderCodeTables.Here}/{table}";
        return await town.PostForm(await town.SignedIn("hotline1"), here, here, [.. fields.Any(f => f.Name == "way") ? Array.Empty<(string, string?)>() : [("way", "set")], .. fields]);
    }
}
