using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Identity;
using Yimen.Tests.World;
using static Yimen.Tests.Identity.Pages;

namespace Yimen.Tests.Identity;

public sealed class TwoCountiesTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_cookie_of_another_county_opens_nothing()
    {
        await town.InCounty(async (_, services) =>
        {
            await services.GetRequiredService<Platform.Counties.Provisioning>().AddCounty(new() { Code = "440299", Name = "邻县", Demo = true }, Ct);
            return true;
        });
        var jar = new CookieContainer();
        using var browser = town.Browser(jar);
        await town.PostForm(browser, "/440281/login", "/440281/login", ("user", "civil-editor"), ("password", Accounts.DemoPassword));
        var cookie = jar.GetCookies(new("http://localhost/440281/"))["yimen"]!;

        using var stranger = town.Anybody();
        stranger.DefaultRequestHeaders.Add("Cookie", $"yimen={cookie.Value}");

        Assert.Equal(HttpStatusCode.OK, await browser.Status("/440281/my/account"));
        Assert.Equal(HttpStatusCode.OK, await stranger.Status("/440281/my/account"));
        Assert.Equal(HttpStatusCode.Redirect, await stranger.Status("/440299/my/account"));
    }
}
