using Yimen.Tests.World;

namespace Yimen.Tests.Http;

public sealed class SecurityHeadersTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/login")]
    [InlineData("/no-such-page")]
    [InlineData("/api/v1/no-such-thing")]
    public async Task Every_answer_also_a_refusal_carries_the_strict_policy(string path)
    {
        var answer = await town.Anybody().GetAsync(path, Ct);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy);
        Assert.Contains("connect-src 'self';", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
    }

    [Fact]
    public async Task Only_the_desk_s_pages_may_speak_to_the_bridge_on_their_own_computer()
    {
        var browser = await town.SignedIn("clerk1");

        var desk = (await browser.GetAsync("/desk/reception", Ct)).Headers.GetValues("Content-Security-Policy").Single();
        var portal = (await browser.GetAsync("/my", Ct)).Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("connect-src 'self' ws://127.0.0.1:*;", desk);
        Assert.DoesNotContain("ws:", portal);
    }

    [Fact]
    public async Task Over_http_no_browser_is_told_to_insist_on_https()
    {
        var plain = await town.Anybody().GetAsync("/login", Ct);
        var secure = await town.Anybody().GetAsync("https://localhost/login", Ct);

        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        Assert.True(secure.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task What_a_signed_in_person_saw_stays_in_no_cache()
    {
        var answer = await (await town.SignedIn("clerk1")).GetAsync("/my/account", Ct);

        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_api_reader_alone_has_a_policy_with_a_nonce()
    {
        var first = await town.Anybody().GetAsync("/scalar/", Ct);
        var second = await town.Anybody().GetAsync("/scalar/", Ct);

        var policy = first.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("'nonce-", policy);
        Assert.NotEqual(policy, second.Headers.GetValues("Content-Security-Policy").Single());
    }
}
