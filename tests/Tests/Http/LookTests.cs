using System.Net;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

public sealed class LookTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Elder_mode_and_the_dark_theme_are_links_that_come_back()
    {
        using var browser = town.Browser(new());

        var answer = await browser.GetAsync("/view?size=elder&theme=dark&back=%2Flogin%3FreturnUrl%3D%252Fmy", Ct);
        var page = await Town.PageOf(await browser.GetAsync(answer.Headers.Location!, Ct));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/login?returnUrl=%2Fmy", answer.Headers.Location!.ToString());
        Assert.Equal("elder", page.DocumentElement.GetAttribute("data-size"));
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/items", HttpStatusCode.OK)]
    [InlineData("/api/v1/public/items", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/desk", HttpStatusCode.Redirect)]
    public async Task Whoever_asks_only_for_the_head_of_a_page_is_told_what_its_reader_would_be(string address, HttpStatusCode status)
    {
        using var answer = await town.Anybody().SendAsync(new(HttpMethod.Head, address), Ct);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal((await town.Anybody().GetAsync(address, Ct)).StatusCode, answer.StatusCode);
    }

    [Theory]
    [InlineData("DELETE", "/items")]
    [InlineData("PUT", "/desk")]
    public async Task A_method_that_an_address_does_not_know_is_named_as_such(string method, string address) =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await town.Anybody().SendAsync(new(new(method), address), Ct)).StatusCode);

    [Fact]
    public async Task The_head_of_a_page_has_no_body()
    {
        using var answer = await town.Anybody().SendAsync(new(HttpMethod.Head, "/items"), Ct);

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.NotEmpty(await town.Anybody().GetByteArrayAsync("/items", Ct)); // what was kept for the next reader is the whole page
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_away(string back)
    {
        var answer = await town.Anybody().GetAsync("/view?size=large&back=" + Uri.EscapeDataString(back), Ct);

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_look_that_does_not_exist_is_not_kept()
    {
        var answer = await town.Anybody().GetAsync("/view?size=%3Cscript%3E", Ct);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
