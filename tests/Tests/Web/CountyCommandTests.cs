using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Counties;
using Yimen.Tests.World;

namespace Yimen.Tests.Web;

/// <summary><c>county add</c>: a second county stands beside the first, by host name and by path, and is added once.</summary>
public sealed class CountyCommandTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_further_county_is_added_beside_the_first_and_only_once()
    {
        var folder = World("440222", "始兴县");

        var (added, output, errors) = await ServerProcess.Run(town, "county", "add", folder, "--host", "shixing.example.cn", "--data", town.Directory);
        var (again, _, known) = await ServerProcess.Run(town, "county", "add", folder, "--data", town.Directory);
        var (taken, _, host) = await ServerProcess.Run(town, "county", "add", World("440224", "仁化县"), "--host", "SHIXING.example.cn", "--data", town.Directory);
        var (_, list, _) = await ServerProcess.Run(town, "county", "list", "--data", town.Directory);

        Assert.True(added == 0, errors);
        Assert.Contains("重新启动服务", output);
        Assert.Equal((1, 1), (again, taken));
        Assert.Contains("始兴县（440222）已经在册", known);
        Assert.Contains("已经是始兴县的", host);
        Assert.Equal(["440222\t始兴县\tshixing.example.cn", "440281\t乐昌市\t/440281\t演示"], list.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        await town.Host.Services.GetRequiredService<CountyDirectory>().Load(Ct);
        using var named = new HttpRequestMessage(HttpMethod.Get, "http://shixing.example.cn/");
        foreach (var (request, name) in new[] { (named, "始兴县"), (new(HttpMethod.Get, "/440222/"), "始兴县"), (new(HttpMethod.Get, "/440281/"), "乐昌市") })
        {
            using var answer = await town.Anybody().SendAsync(request, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(name, (await Town.PageOf(answer)).Title, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("12", "六位区划代码")]
    [InlineData("440223", "不是主机名", "--host", "http://a b")]
    public async Task What_cannot_be_is_refused_in_one_sentence(string code, string words, params string[] more)
    {
        var (exit, _, errors) = await ServerProcess.Run(town, ["county", "add", World(code, "南雄市"), .. more, "--data", town.Directory]);

        Assert.Equal(1, exit);
        Assert.Contains(words, errors);
        Assert.DoesNotContain("   at ", errors);
    }

    /// <summary>An empty county's folder, as an administrator makes one after the shipped example.</summary>
    private string World(string code, string name)
    {
        var (example, folder) = (Path.Combine(AppContext.BaseDirectory, "worlds", "none"), Path.Combine(town.Directory, $"world-{code}"));
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(example, "staff.json"), Path.Combine(folder, "staff.json"), overwrite: true);
        File.WriteAllText(Path.Combine(folder, "world.json"), $$"""{ "code": "{{code}}", "name": "{{name}}", "demo": false }""");
        return folder;
    }
}
