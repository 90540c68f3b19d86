using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Tests.World;
using static Yimen.Tests.Identity.Pages;

namespace Yimen.Tests.Identity;

/// <summary>How long a signed-in person stays so. Each test takes a person of its own, since the clock is one for the class.</summary>
public sealed class SessionTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_member_of_staff_who_does_nothing_for_half_an_hour_is_signed_out()
    {
        var browser = await town.SignedIn("clerk1");
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/my/account"));

        town.Time.Advance(TimeSpan.FromMinutes(31));
        var answer = await browser.GetAsync("/my/account?x=1", Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/login?returnUrl=%2Fmy%2Faccount%3Fx%3D1", answer.To());
    }

    [Fact]
    public async Task Whoever_works_stays_signed_in()
    {
        var browser = await town.SignedIn("clerk2");

        for (var i = 0; i < 5; i++)
        {
            town.Time.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, await browser.Status("/my/account"));
        }
    }

    [Fact]
    public async Task A_locked_account_is_out_within_a_minute()
    {
        var browser = await town.SignedIn("market-editor");
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/my/account"));
        await Change("market-editor", (account, act) => account.Lock(act));

        town.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Redirect, await browser.Status("/my/account"));
    }

    [Fact]
    public async Task Signing_out_everywhere_leaves_this_browser_signed_in_and_no_other()
    {
        var here = await town.SignedIn("market-reviewer");
        var there = await town.SignedIn("market-reviewer");

        var answer = await town.PostForm(here, "/my/account", "/my/account/sign-out-everywhere");
        town.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await here.Status("/my/account"));
        Assert.Equal(HttpStatusCode.Redirect, await there.Status("/my/account"));
    }

    [Fact]
    public async Task The_page_shows_when_its_reader_signed_in_before()
    {
        await town.SignedIn("civil-head");
        town.Time.Advance(TimeSpan.FromMinutes(10));
        var browser = await town.SignedIn("civil-head");

        var first = Platform.Ui.Dates.Moment(town.Time.GetUtcNow().AddMinutes(-10));
        Assert.Contains(first, await (await browser.GetAsync("/my/account", Ct)).Text());
    }

    private Task<Account> Change(string user, Action<Account, Act> verb) => town.InCounty(async (_, services) =>
    {
        var accounts = services.GetRequiredService<Accounts>();
        var act = new Act(Actor.System, town.Time.Now());
        return await accounts.Change(act, (await accounts.Find(user, Ct))!.Id, a => verb(a, act), Ct);
    });
}
