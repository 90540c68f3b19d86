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
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("token", "-h")]
    public async Task Whoever_asks_what_there_is_is_told_and_nothing_starts(params string[] arguments)
    {
        var (code, output, _) = await ServerProcess.Run(town, arguments);

        Assert.Equal(0, code);
        Assert.Contains("journal verify", output);
        Assert.False(Directory.Exists(Path.Combine(town.Directory, "data")));
    }

    [Theory]
    [InlineData("journal", "verify")]
    [InlineData("recount")]
    [InlineData("token", "--user", "director")]
    public async Task A_command_on_a_directory_without_data_says_so_in_one_sentence(params string[] arguments)
    {
        Assert.SkipWhen(town.Database is not null, "On PostgreSQL the data is not in the directory.");
        var (code, output, errors) = await ServerProcess.Run(town, [.. arguments, "--data", Path.Combine(town.Directory, "nowhere")]);

        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.Contains("没有一门的数据", errors);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("没有找到世界", "--world", "atlantis")]
    [InlineData("看不懂 --urls", "--urls", "rubbish", "--world", "none")]
    [InlineData("数据目录", "--data", "/proc/nowhere", "--world", "none")]
    public async Task What_keeps_the_server_from_starting_is_said_without_a_trace(string said, params string[] arguments)
    {
        Assert.SkipWhen(town.Database is not null, "On PostgreSQL a county stands already, whatever the directory: the server would start and stay.");
        var (code, _, errors) = await ServerProcess.Run(town, ["run", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(town.Directory, "fresh"), .. arguments]);

        Assert.Equal(1, code);
        Assert.Contains(said, errors);
        Assert.DoesNotContain("Unhandled exception", errors);
    }

    [Fact]
    public async Task A_second_server_on_the_same_directory_is_refused_and_the_first_serves_on()
    {
        Assert.SkipWhen(town.Database is not null, "On PostgreSQL several servers may stand over one database.");
        using var first = await ServerProcess.Start(town);

        var (code, _, errors) = await ServerProcess.Run(town, "run", "--urls", "http://127.0.0.1:0", "--data", town.Directory, "--world", "none");

        Assert.Equal(1, code);
        Assert.Contains("正在使用数据目录", errors);
        using var browser = first.Browser(new());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready", Ct)).StatusCode);
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
