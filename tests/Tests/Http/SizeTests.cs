using System.Net;
using System.Net.Http.Headers;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

/// <summary>Through Kestrel itself, which alone counts bytes.</summary>
public sealed class SizeTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_in_words_and_the_server_lives_on()
    {
        await using var host = new TownHost(town.Directory, town.Database, town.Time, [("Limits:BodyBytes", "20000")]);
        host.UseKestrel(0);
        host.StartServer();
        using var browser = host.CreateClient();
        using var form = new ByteArrayContent(new byte[40_000]);
        form.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        var answer = await browser.PostAsync("/login", form, Ct);
        var after = await browser.GetAsync("/login", Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("过大", (await Town.PageOf(answer)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.False(after.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_form_with_thousands_of_fields_is_refused_in_words()
    {
        using var browser = town.Browser(new());
        var hidden = await town.HiddenFields(browser, "/login", "/login");

        var answer = await TownDoor.Post(browser, "/login", hidden, Enumerable.Range(0, 3000).Select(i => ($"f{i}", (string?)"x")));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
