using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.SecondFactor;
using Yimen.Tests.World;
using static Yimen.Tests.Identity.Pages;

namespace Yimen.Tests.Identity;

public sealed class SecondFactorTests(Town town) : IClassFixture<Town>
{
    private const string Here = "/my/second-factor";

    [Fact]
    public async Task Once_enrolled_a_password_alone_does_not_open()
    {
        var (secret, codes) = await Enrol("market-head");
        using var browser = town.Browser(new());
        town.Time.Advance(TimeSpan.FromMinutes(1));

        var half = await town.PostForm(browser, "/login?returnUrl=%2Fmy%2Faccount", "/login", ("user", "market-head"), ("password", Accounts.DemoPassword));
        Assert.Equal("/login/code?returnUrl=%2Fmy%2Faccount", half.To());
        Assert.Equal(HttpStatusCode.Redirect, await browser.Status("/my/account"));

        var wrong = await town.PostForm(browser, half.To()!, "/login/code", ("code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var whole = await town.PostForm(browser, half.To()!, "/login/code", ("code", Code(secret)));
        Assert.Equal("/my/account", whole.To());
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/my/account"));
        Assert.Equal(10, codes.Count);
    }

    [Fact]
    public async Task A_code_and_a_recovery_code_open_once()
    {
        var (secret, codes) = await Enrol("market-approver");
        town.Time.Advance(TimeSpan.FromMinutes(1));
        var code = Code(secret);

        Assert.Equal("/desk", await Enter("market-approver", code));
        Assert.Equal("", await Enter("market-approver", code));
        Assert.Equal("/desk", await Enter("market-approver", codes[0].ToLowerInvariant()));
        Assert.Equal("", await Enter("market-approver", codes[0]));
    }

    [Fact]
    public async Task A_wrong_first_code_enrols_nothing_and_keeps_the_secret()
    {
        var browser = await town.SignedIn("civil-approver");
        var hidden = await town.HiddenFields(browser, Here, Here);

        var answer = await TownDoor.Post(browser, Here, hidden, ("code", "12345"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(hidden["secret"], (await Town.PageOf(answer)).QuerySelector("input[name=secret]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Outside_a_demo_a_privileged_role_comes_in_without_rights_until_enrolled()
    {
        await town.Restart(house => house.Counties.ExecuteUpdateAsync(u => u.SetProperty(c => c.Demo, false), Ct));
        using var browser = town.Browser(new());

        var answer = await town.PostForm(browser, "/login", "/login", ("user", "director"), ("password", Accounts.DemoPassword));
        Assert.Equal(Here, answer.To());
        Assert.Equal(Here, (await browser.GetAsync("/desk/accounts", Ct)).To());
        Assert.Equal(Here, (await browser.GetAsync("/desk", Ct)).To());

        await EnrolIn(browser);
        Assert.DoesNotContain("您的岗位需要", await (await browser.GetAsync(Here, Ct)).Text());
        await town.Restart(house => house.Counties.ExecuteUpdateAsync(u => u.SetProperty(c => c.Demo, true), Ct));
    }

    private async Task<(string Secret, List<string> Codes)> Enrol(string user) => await EnrolIn(await town.SignedIn(user));

    private async Task<(string Secret, List<string> Codes)> EnrolIn(HttpClient browser)
    {
        var hidden = await town.HiddenFields(browser, Here, Here);
        var answer = await TownDoor.Post(browser, Here, hidden, ("code", Code(hidden["secret"])));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (hidden["secret"], [.. (await Town.PageOf(answer)).QuerySelectorAll("li code").Select(c => c.TextContent)]);
    }

    private async Task<string> Enter(string user, string code)
    {
        using var browser = town.Browser(new());
        await town.PostForm(browser, "/login", "/login", ("user", user), ("password", Accounts.DemoPassword));
        return (await town.PostForm(browser, "/login/code", "/login/code", ("code", code))).To() ?? "";
    }

    private string Code(string secret) => Totp.CodeAt(secret, town.Time.GetUtcNow().ToUnixTimeSeconds() / 30);
}
