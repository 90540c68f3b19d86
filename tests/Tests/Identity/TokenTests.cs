using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Identity.Tokens;
using Yimen.Tests.World;
using static Yimen.Tests.Identity.Pages;

namespace Yimen.Tests.Identity;

public sealed class TokenTests(Town town) : IClassFixture<Town>
{
    private const string Here = "/my/tokens";

    [Fact]
    public async Task A_token_is_shown_once_and_only_its_digest_is_kept()
    {
        var browser = await town.SignedIn("director");

        var token = await Issue(browser, "报表脚本");
        var again = await (await browser.GetAsync(Here, Ct)).Text();
        var row = await town.Rows(db => db.Set<ApiToken>().SingleAsync(t => t.Name == "报表脚本", Ct));

        Assert.StartsWith("ym_", token, StringComparison.Ordinal);
        Assert.DoesNotContain(token, again);
        Assert.Equal(ApiToken.DigestOf(token), row.Digest);
    }

    [Fact]
    public async Task A_program_with_a_token_acts_as_its_holder()
    {
        var token = await Issue(await town.SignedIn("director"), "接口");
        using var program = Program(token);

        var answer = await program.GetAsync("/my/account", Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("director", await answer.Text());
    }

    [Fact]
    public async Task An_unknown_token_is_answered_with_401_and_problem_details_everywhere()
    {
        using var program = Program("ym_0000");

        foreach (var path in new[] { "/my/account", "/api/v1/me" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await program.Status(path));
        }
    }

    [Fact]
    public async Task A_revoked_token_opens_nothing()
    {
        var browser = await town.SignedIn("auditor");
        var token = await Issue(browser, "将撤销");
        using var program = Program(token);
        Assert.Equal(HttpStatusCode.OK, await program.Status("/my/account"));

        var form = (await Town.PageOf(await browser.GetAsync(Here, Ct))).QuerySelector("form[action$=revocation]")!.GetAttribute("action")!;
        await town.PostForm(browser, Here, form);

        Assert.Equal(HttpStatusCode.Unauthorized, await program.Status("/my/account"));
    }

    [Fact]
    public async Task A_token_ends_with_its_day()
    {
        using var program = Program(await Issue(await town.SignedIn("office1"), "一天", days: "1"));
        Assert.Equal(HttpStatusCode.OK, await program.Status("/my/account"));

        town.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.Unauthorized, await program.Status("/my/account"));
    }

    [Theory]
    [InlineData("", "90", "用途")]
    [InlineData("脚本", "0", "1至365")]
    [InlineData("脚本", "x", "1至365")]
    public async Task What_is_typed_wrong_is_said_at_the_field(string name, string days, string message)
    {
        var answer = await town.PostForm(await town.SignedIn("security"), Here, Here, ("name", name), ("days", days));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, await answer.Alert());
    }

    private HttpClient Program(string token)
    {
        var program = town.Anybody();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    private async Task<string> Issue(HttpClient browser, string name, string days = "30")
    {
        var answer = await town.PostForm(browser, Here, Here, ("name", name), ("days", days));
        return (await Town.PageOf(answer)).QuerySelector("#token")!.TextContent;
    }
}
