using System.Net;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

public sealed class LimitsTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Too_many_passwords_from_one_address_are_answered_with_429_and_when_to_come_again()
    {
        await town.Restart(settings: ("Limits:Door", "3"));
        using var browser = town.Browser(new());
        HttpResponseMessage last = null!;

        for (var i = 0; i < 4; i++)
        {
            last = await town.PostForm(browser, "/login", "/login", ("user", "nobody"), ("password", "x"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.True(last.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Contains("频繁", (await Town.PageOf(last)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/login", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_program_that_asks_too_often_is_told_so_in_problem_details()
    {
        await town.Restart(settings: ("Limits:User", "2"));
        var browser = await town.SignedIn("clerk1");
        await browser.GetAsync("/api/v1/me", Ct);
        await browser.GetAsync("/api/v1/me", Ct);

        var third = await browser.GetAsync("/api/v1/me", Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("application/problem+json", third.Content.Headers.ContentType!.MediaType);
    }
}
