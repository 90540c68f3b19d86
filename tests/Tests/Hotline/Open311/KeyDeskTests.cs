using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Open311;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Open311;

/// <summary>The desk's page of keys: shown once, kept as a digest, renewed, revoked, journaled, limited.</summary>
public sealed class KeyDeskTests(Town town) : IClassFixture<Town>
{
    private const string Here = "/desk/open311";

    [Fact]
    public async Task A_key_is_shown_once_and_rests_nowhere_in_the_clear()
    {
        var key = await town.Key("演示摄影协会");

        Assert.DoesNotContain(key, await town.TextOf("hotline1", Here));
        var row = await town.Rows(db => db.Set<Open311Key>().AsNoTracking().SingleAsync(k => k.Organisation == "演示摄影协会"));
        Assert.Equal((Open311Key.DigestOf(key), key[..9]), (row.Digest, row.Beginning));
        Assert.False(await town.Rows(db => db.Set<RequestReceipt>().AnyAsync(r => r.Answer.Contains(key))));
        var journal = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == row.Id).Select(j => j.Changes).SingleAsync());
        Assert.Contains("演示摄影协会", journal);
        Assert.DoesNotContain(key, journal);
    }

    [Fact]
    public async Task A_double_click_issues_one()
    {
        var browser = await town.SignedIn("hotline1");
        var hidden = await town.HiddenFields(browser, Here, Here);

        using var first = await TownDoor.Post(browser, Here, hidden, ("organisation", "点了两次的单位"), ("contact", "演示甲"));
        using var second = await TownDoor.Post(browser, Here, hidden, ("organisation", "点了两次的单位"), ("contact", "演示甲"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, await town.Rows(db => db.Set<Open311Key>().CountAsync(k => k.Organisation == "点了两次的单位")));
    }

    [Fact]
    public async Task What_is_missing_is_named_and_what_was_typed_stays()
    {
        using var answer = await town.PostForm(await town.SignedIn("hotline1"), Here, Here, ("organisation", "演示单位"), ("contact", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains("联系人和电话", page.QuerySelector("#f-contact-error")!.TextContent);
        Assert.Equal("演示单位", page.QuerySelector("input[name=organisation]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Renewed_the_old_key_is_nothing_and_the_new_one_reaches_what_the_old_one_posted()
    {
        var old = await town.Key("换发过的单位");
        var number = await town.Lamp(old);
        var id = await Id("换发过的单位");

        using var answer = await town.PostForm(await town.SignedIn("hotline1"), $"{Here}/{id}/renewal", $"{Here}/{id}/renewal");
        var fresh = (await Town.PageOf(answer)).QuerySelector("#key")!.TextContent;

        (string, string)[] update = [("service_request_id", number), ("update_id", "1"), ("status", "OPEN"), ("description", "补充一句")];
        Assert.Equal(HttpStatusCode.Forbidden, (await town.Post("servicerequestupdates.xml", old, update)).Status);
        Assert.Equal(HttpStatusCode.OK, (await town.Post("servicerequestupdates.xml", fresh, update)).Status);
        Assert.Equal(["Issue", "Renew"], await town.JournalOf(id));
    }

    [Fact]
    public async Task Revoked_with_a_reason_it_is_so_for_good()
    {
        await town.Key("停用过的单位");
        var (id, browser) = (await Id("停用过的单位"), await town.SignedIn("hotline1"));
        var page = $"{Here}/{id}/revocation";
        var hidden = await town.HiddenFields(browser, page, page);

        using var without = await TownDoor.Post(browser, page, hidden, ("reason", ""));
        using var done = await TownDoor.Post(browser, page, hidden, ("reason", "密钥泄露"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (without.StatusCode, done.StatusCode));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.GetAsync(page, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("密钥泄露", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id && j.Verb == "Revoke").Select(j => j.Reason).SingleAsync()));
        Assert.Contains("停用过的单位", await town.TextOf("hotline1", $"{Here}?state=revoked"));
        Assert.DoesNotContain("停用过的单位", (await Town.PageOf(await browser.GetAsync($"{Here}?state=active", TestContext.Current.CancellationToken))).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Two_who_change_the_same_key_do_not_both_succeed()
    {
        await town.Key("两人同改的单位");
        var (id, browser) = (await Id("两人同改的单位"), await town.SignedIn("hotline1"));
        var stale = await town.HiddenFields(browser, $"{Here}/{id}/revocation", $"{Here}/{id}/revocation");
        using var renewed = await town.PostForm(browser, $"{Here}/{id}/renewal", $"{Here}/{id}/renewal");

        using var answer = await TownDoor.Post(browser, $"{Here}/{id}/revocation", stale, ("reason", "以为还是旧的"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.True(await town.Rows(db => db.Set<Open311Key>().Where(k => k.Id == id).Select(k => k.RevokedAt == null).SingleAsync()));
    }

    [Theory]
    [InlineData("hotline1", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("director", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("market-liaison", HttpStatusCode.NotFound, HttpStatusCode.OK)]
    [InlineData("citizen1", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    public async Task Who_may(string user, HttpStatusCode keys, HttpStatusCode rule)
    {
        Assert.Equal(keys, await town.StatusOf(user, Here));
        Assert.Equal(rule, await town.StatusOf(user, $"{Here}/services"));
    }

    [Fact]
    public async Task The_rule_of_what_is_public_is_shown_with_its_day()
    {
        var text = await town.TextOf("hotline1", $"{Here}/services?size=100");

        Assert.All(["网络问政表单没有告知会公开", "只有事项和进度", "涉及个人或者家庭情况，不公开", "商家名称（必填）", "2019年1月1日"], said => Assert.Contains(said, text));
    }

    [Fact]
    public async Task A_key_posts_no_oftener_than_the_dated_rule_says_and_use_is_noted()
    {
        var key = await town.Key("很勤快的单位");
        using var set = await town.PostForm(await town.SignedIn("hotline1"), "/desk/order-limits", "/desk/order-limits", ("code", "Open311Posts"), ("value", "2"), ("from", "2020-11-02"), ("basis", "热线办通知"));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);

        await town.Lamp(key, ("description", "第一盏不亮的路灯。"));
        await town.Lamp(key, ("description", "第二盏不亮的路灯。"));
        var (status, xml) = await town.Post("requests.xml", key, ("service_code", "010102"), ("address_string", "东街"), ("description", "第三盏不亮的路灯。"));

        Assert.Equal((HttpStatusCode.TooManyRequests, "429"), (status, Assert.Single(xml.Errors()).Code));
        Assert.Equal(town.Time.GetUtcNow(), await town.Rows(db => db.Set<Open311Key>().Where(k => k.Organisation == "很勤快的单位").Select(k => k.LastUsedAt).SingleAsync()));
        using var restored = await town.PostForm(await town.SignedIn("hotline1"), "/desk/order-limits", "/desk/order-limits", ("code", "Open311Posts"), ("value", "600"), ("from", "2020-11-02"), ("basis", "热线办通知"));
    }

    private Task<Guid> Id(string organisation) => town.Rows(db => db.Set<Open311Key>().Where(k => k.Organisation == organisation).Select(k => k.Id).SingleAsync());
}
