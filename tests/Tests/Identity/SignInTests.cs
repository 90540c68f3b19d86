using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Identity;

public sealed class SignInTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_sign_in_and_are_led_to_the_desk()
    {
        using var browser = town.Browser(new());

        var answer = await town.PostForm(browser, "/login", "/login", ("user", "Clerk1"), ("password", Accounts.DemoPassword));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/desk", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task After_sign_in_only_a_path_of_ours_is_returned_to()
    {
        using var browser = town.Browser(new());

        var ours = await town.PostForm(browser, "/login?returnUrl=%2Fdesk%2Fcases%3Fpage%3D2", "/login", ("user", "clerk1"), ("password", Accounts.DemoPassword));
        using var other = town.Browser(new());
        var theirs = await town.PostForm(other, "/login?returnUrl=%2F%2Fevil.example", "/login", ("user", "clerk1"), ("password", Accounts.DemoPassword));

        Assert.Equal("/desk/cases?page=2", ours.Headers.Location!.ToString());
        Assert.Equal("/desk", theirs.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_refused_in_the_same_words()
    {
        using var browser = town.Browser(new());

        var wrong = await town.PostForm(browser, "/login", "/login", ("user", "clerk2"), ("password", "wrong"));
        var nobody = await town.PostForm(browser, "/login", "/login", ("user", "no-such-person"), ("password", "wrong"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await Town.PageOf(wrong);
        Assert.Equal("clerk2", page.QuerySelector("input[name=user]")!.GetAttribute("value"));
        Assert.Equal(page.QuerySelector("[role=alert]")!.TextContent, (await Town.PageOf(nobody)).QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task Signing_in_and_failing_to_are_journaled()
    {
        using var browser = town.Browser(new());
        await town.PostForm(browser, "/login", "/login", ("user", "office1"), ("password", "wrong"));
        await town.PostForm(browser, "/login", "/login", ("user", "office1"), ("password", Accounts.DemoPassword));

        var verbs = await town.Rows(async db =>
        {
            var account = await db.Set<Account>().SingleAsync(a => a.UserName == "office1", Ct);
            return await db.Set<JournalEntry>().Where(j => j.Kind == "account" && j.MatterId == account.Id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync(Ct);
        });

        Assert.Equal(["Open", "FailSignIn", "SignIn"], verbs);
    }

    [Fact]
    public async Task Who_comes_in_is_told_of_the_sign_in_before_and_of_failures_since_then()
    {
        using var first = town.Browser(new());
        await town.PostForm(first, "/login", "/login", ("user", "catalogue1"), ("password", Accounts.DemoPassword));
        Assert.Contains("第一次登录", (await Town.PageOf(await first.GetAsync("/desk", Ct))).Body!.TextContent);

        town.Time.Advance(TimeSpan.FromHours(3));
        using var browser = town.Browser(new());
        await town.PostForm(browser, "/login", "/login", ("user", "catalogue1"), ("password", "wrong"));
        await town.PostForm(browser, "/login", "/login", ("user", "catalogue1"), ("password", "wrong"));
        await town.PostForm(browser, "/login", "/login", ("user", "catalogue1"), ("password", Accounts.DemoPassword));

        var told = (await Town.PageOf(await browser.GetAsync("/desk", Ct))).Body!.TextContent;
        Assert.Contains("上次登录：2020年11月2日", told);
        Assert.Contains("其后有 2 次登录失败", told);
        var account = (await Town.PageOf(await browser.GetAsync("/my/account", Ct))).Body!.TextContent;
        Assert.Contains("2 次", account);
        Assert.DoesNotContain("其后有 2 次登录失败", (await Town.PageOf(await browser.GetAsync("/desk", Ct))).Body!.TextContent); // once, right after the door
    }

    [Fact]
    public async Task Signing_out_needs_the_form()
    {
        var browser = await town.SignedIn("clerk1");

        var answer = await browser.PostAsync("/logout", new FormUrlEncodedContent([]), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
