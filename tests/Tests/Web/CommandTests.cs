using System.Net;
using System.Net.Http.Headers;
using Yimen.Tests.World;

namespace Yimen.Tests.Web;

/// <summary>The commands as a county's administrator types them: the real program in a process of its own.</summary>
public sealed class CommandTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_from_the_command_line_opens_the_api()
    {
        var (code, output, _) = await ServerProcess.Run(town, "token", "--user", "director", "--data", town.Directory);
        using var program = town.Anybody();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", output.Trim());

        var answer = await program.GetAsync("/api/v1/me", Ct);

        Assert.Equal(0, code);
        Assert.Matches("^ym_[0-9a-f]{48}\n$", output);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("陈甲", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    public async Task For_nobody_there_is_no_token(string user)
    {
        var (code, output, errors) = await ServerProcess.Run(town, "token", "--user", user, "--data", town.Directory);

        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.NotEqual("", errors);
    }
}
