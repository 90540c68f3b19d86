using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Channels;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Journal;
using Yimen.Tests.Delivery;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Channels;

/// <summary>The desk's page of a unit's channels: kept by the office or the unit itself, ordered, tested, journaled without secrets.</summary>
public sealed class ContactTests
{
    private const string Here = UrgentTown.Here;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Channels_change_places_go_off_and_on_and_are_removed_each_in_the_journal()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();

        await open.Done("/order", ("post", "First"), ("way", "Phone"), ("verb", "up"));
        await open.Done("/order", ("post", "First"), ("way", "WeCom"), ("verb", "off"));
        await open.Done("/order", ("post", "First"), ("way", "Sms"), ("verb", "remove"));
        await open.Done("/order", ("post", "First"), ("way", "WeCom"), ("verb", "on"));

        var book = await Book(open);
        Assert.Equal([(ContactWay.WeCom, true), (ContactWay.Phone, true)], book.Of(ContactPost.First).Select(c => (c.Way, c.IsOn)));
        Assert.Equal(["Rank", "SwitchOff", "Remove", "SwitchOn"], (await open.Town.JournalOf(book.Id)).TakeLast(4));
        using var edge = await open.Post("hotline1", "/order", ("post", "First"), ("way", "WeCom"), ("verb", "up"));
        using var gone = await open.Post("hotline1", "/order", ("post", "First"), ("way", "Sms"), ("verb", "up"));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (edge.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task Numbers_and_secrets_rest_sealed_and_are_shown_nowhere()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();

        var page = await open.Town.TextOf("market-liaison", Here);
        var journal = string.Concat(await open.Town.Rows(db => db.Set<JournalEntry>().Where(j => j.Kind == ContactBook.MatterKind).Select(j => j.Changes).ToListAsync(Ct)));
        var receipts = string.Concat(await open.Town.Rows(db => db.Set<RequestReceipt>().Select(r => r.Answer).ToListAsync(Ct)));
        Assert.All([WeComSink.Secret, "10000000011", "liaison.m"], secret => Assert.DoesNotContain(secret, page + journal + receipts));
        Assert.Contains("l***", page);
        Assert.Contains("已更换", journal);
        var app = await open.Town.Rows(db => db.WeComApps.AsNoTracking().SingleAsync(Ct));
        Assert.DoesNotContain(WeComSink.Secret, app.Secret.Text);
    }

    [Fact]
    public async Task A_new_person_takes_none_of_the_predecessor_s_channels_and_nobody_stands_at_two_posts()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();

        using var twice = await open.Post("hotline1", "/people", ("post", "First"), ("account", await open.Account("market-head")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains("已经是分管领导", (await Town.PageOf(twice)).QuerySelector("#person-First-account-error, #f-person-First-account-error, [id$=account-error]")!.TextContent);
        await open.Done("/people", ("post", "First"), ("account", await open.Account("market-editor")));

        Assert.Empty((await Book(open)).Of(ContactPost.First));
    }

    [Theory]
    [InlineData("WeCom", "张三", "address", "成员账号")]
    [InlineData("Sms", "0751-5550000", "address", "11 位数字")]
    [InlineData("Phone", "12", "address", "固定电话")]
    [InlineData("InApp", "x", "way", "请选择渠道")]
    [InlineData("", "10000000011", "way", "请选择渠道")]
    public async Task A_wrong_address_is_named_at_its_field_and_stays(string way, string address, string field, string said)
    {
        await using var open = await UrgentTown.Open();
        await open.Done("/people", ("post", "Next"), ("account", await open.Account("market-approver")));

        using var answer = await open.Post("market-liaison", "/channels", ("post", "Next"), ("way", way), ("address", address));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        var error = Assert.Single(page.QuerySelectorAll($"[id$={field}-error]"));
        Assert.Contains(said, error.TextContent);
        Assert.Contains(page.QuerySelectorAll("input[name=address]"), i => i.GetAttribute("value") == address);
    }

    [Theory]
    [InlineData("http://example.org", "ww1", "5", "s", "baseUrl")]
    [InlineData("https://user:pass@example.org", "ww1", "5", "s", "baseUrl")]
    [InlineData("ftp://example.org", "ww1", "5", "s", "baseUrl")]
    [InlineData("https://example.org", "", "5", "s", "corpId")]
    [InlineData("https://example.org", "ww1", "fünf", "s", "agentId")]
    [InlineData("https://example.org", "ww1", "5", "", "secret")]
    public async Task A_wrong_application_is_named_at_its_field(string url, string corp, string agent, string secret, string field)
    {
        await using var open = await UrgentTown.Open();

        using var answer = await open.Post("hotline1", "/app", ("baseUrl", url), ("corpId", corp), ("agentId", agent), ("secret", secret));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Single((await Town.PageOf(answer)).QuerySelectorAll($"[id$={field}-error]"));
        Assert.False(await open.Town.Rows(db => db.WeComApps.AnyAsync(Ct)));
    }

    [Fact]
    public async Task The_kept_secret_goes_to_no_other_server_and_a_unit_points_at_none_inside_the_house()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        (string, string?)[] Typed(string url) => [("baseUrl", url), ("corpId", WeComSink.Corp), ("agentId", "7"), ("secret", "")];

        using var elsewhere = await open.Post("hotline1", "/app", Typed("https://elsewhere.example"));
        using var inside = await open.Post("market-head", "/app", Typed(open.WeCom.Url));
        using var same = await open.Post("hotline1", "/app", Typed(open.WeCom.Url));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (elsewhere.StatusCode, inside.StatusCode, same.StatusCode));
        Assert.Contains("重新填写", Assert.Single((await Town.PageOf(elsewhere)).QuerySelectorAll("[id$=secret-error]")).TextContent);
        Assert.Equal((open.WeCom.Url, 7), await open.Town.Rows(async db => { var a = await db.WeComApps.AsNoTracking().SingleAsync(Ct); return (a.BaseUrl, a.AgentId); }));
    }

    [Fact]
    public async Task A_test_message_is_sent_once_and_the_page_tells_how_it_went()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        open.WeCom.Unknown.Add("liaison.m");
        var browser = await open.Town.SignedIn("market-liaison");
        var hidden = await open.Town.HiddenFields(browser, Here, Here + "/order");

        using var first = await TownDoor.Post(browser, Here + "/order", hidden, ("post", "First"), ("way", "WeCom"), ("verb", "test"));
        using var second = await TownDoor.Post(browser, Here + "/order", hidden, ("post", "First"), ("way", "WeCom"), ("verb", "test"));
        await open.Work();

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, await open.Town.Rows(db => db.Set<OutboxMessage>().CountAsync(m => m.MatterKind == ContactBook.MatterKind, Ct)));
        var text = await open.Town.TextOf("market-liaison", Here);
        Assert.Contains("发送失败", text);
        Assert.Contains("81013", text);
        using var byHand = await open.Post("hotline1", "/order", ("post", "First"), ("way", "Phone"), ("verb", "test"));
        Assert.Equal(HttpStatusCode.Conflict, byHand.StatusCode);
    }

    [Fact]
    public async Task Two_who_change_the_same_book_do_not_both_succeed()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        var browser = await open.Town.SignedIn("market-head");
        var stale = await open.Town.HiddenFields(browser, Here, Here + "/order");
        await open.Done("/order", ("post", "First"), ("way", "Sms"), ("verb", "off"));

        using var answer = await TownDoor.Post(browser, Here + "/order", stale, ("post", "First"), ("way", "Sms"), ("verb", "remove"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(3, (await Book(open)).Of(ContactPost.First).Count());
    }

    [Theory]
    [InlineData("hotline1", HttpStatusCode.OK, HttpStatusCode.OK, true)]
    [InlineData("director", HttpStatusCode.OK, HttpStatusCode.OK, false)]
    [InlineData("market-liaison", HttpStatusCode.OK, HttpStatusCode.NotFound, true)]
    [InlineData("market-approver", HttpStatusCode.OK, HttpStatusCode.NotFound, false)]
    [InlineData("civil-head", HttpStatusCode.NotFound, HttpStatusCode.NotFound, false)]
    [InlineData("clerk1", HttpStatusCode.NotFound, HttpStatusCode.NotFound, false)]
    [InlineData("citizen1", HttpStatusCode.NotFound, HttpStatusCode.NotFound, false)]
    public async Task Who_may(string user, HttpStatusCode page, HttpStatusCode export, bool keeps)
    {
        await using var open = await UrgentTown.Open();
        await open.Book();

        Assert.Equal(page, await open.Town.StatusOf(user, Here));
        Assert.Equal(export, await open.Town.StatusOf(user, "/desk/contacts/export"));
        Assert.Equal(HttpStatusCode.NotFound, await open.Town.StatusOf(user, "/desk/contacts/NOWHERE"));
        if (page == HttpStatusCode.OK)
        {
            Assert.Equal(keeps, (await open.Town.TextOf(user, Here)).Contains("保存渠道"));
        }

        if (keeps)
        {
            using var done = await open.Post(user, "/order", ("post", "First"), ("way", "Sms"), ("verb", "off"));
            Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        }
        else
        {
            // the form of a page that they may see, sent to a door that they may not use
            var browser = await open.Town.SignedIn(user);
            var token = await open.Town.HiddenFields(browser, "/my/password", "/my/password");
            using var refused = await TownDoor.Post(browser, Here + "/order", token, ("post", "First"), ("way", "Sms"), ("verb", "off"));
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.Equal(keeps ? 1 : 0, (await Book(open)).Channels.Count(c => !c.IsOn));
    }

    [Fact]
    public async Task The_list_tells_who_is_complete_a_unit_sees_its_own_line_and_an_export_is_noted()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();

        var all = await open.Town.TextOf("hotline1", "/desk/contacts");
        Assert.Contains("政务微信 → 短信 → 电话", all);
        Assert.Contains("未设定", all);
        Assert.DoesNotContain("民政局", await Rows(open, "hotline1", "/desk/contacts?standing=齐备"));
        Assert.DoesNotContain("民政局", await Rows(open, "market-liaison", "/desk/contacts"));
        var browser = await open.Town.SignedIn("director");
        using var without = await open.Town.PostForm(browser, "/desk/contacts/export", "/desk/contacts/export", ("purpose", ""));
        using var taken = await open.Town.PostForm(browser, "/desk/contacts/export", "/desk/contacts/export", ("purpose", "核对各单位联络人"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (without.StatusCode, taken.StatusCode));
        Assert.True(await open.Town.Rows(db => db.Set<ExportRecord>().AnyAsync(r => r.Purpose == "核对各单位联络人", Ct)));
    }

    private static async Task<string> Rows(UrgentTown open, string user, string path) => string.Concat((await Town.PageOf(await (await open.Town.SignedIn(user)).GetAsync(path, Ct))).QuerySelectorAll("tbody").Select(b => b.TextContent));

    private static Task<ContactBook> Book(UrgentTown open) => open.Town.Rows(db => db.ContactBooks.AsNoTracking().SingleAsync(Ct));
}
