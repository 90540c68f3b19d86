using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Counties;
using Yimen.Platform.Worlds;
using Yimen.Tests.World;
using Yimen.Web.Commands;

namespace Yimen.Tests.Web;

/// <summary>A county of its own, begun with <c>--world none</c>: nobody has a password until the first administrator sets one.</summary>
public sealed class FirstAdministratorTests : IAsyncLifetime
{
    private string directory = "";
    private string? database;

    public async ValueTask InitializeAsync()
    {
        directory = Directory.CreateTempSubdirectory("yimen-first-").FullName;
        database = Template.Cluster is null ? null : await Template.CreateDatabase($"first{Environment.ProcessId}");
    }

    public async ValueTask DisposeAsync() => await Template.Drop(directory, database);

    [Fact]
    public async Task The_first_start_gives_a_link_each_start_a_new_one_and_none_once_a_password_is_set()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var host = new TownHost(directory, database, TownTime.Start());
        await host.Services.GetRequiredService<WorldSeeding>().SeedIfEmpty("none", _ => { }, ct);
        await host.Services.GetRequiredService<CountyDirectory>().Load(ct);
        using var browser = host.CreateClient(new() { AllowAutoRedirect = false });

        var lines = await FirstAdministrator.Links(host.Services, "http://127.0.0.1:5080");
        Assert.Equal(["系统管理员", "安全管理员", "审计管理员"], lines.Select(l => l.Split('：')[1].Split(' ')[0]));
        var first = Path(lines[0]);
        var second = Path((await FirstAdministrator.Links(host.Services, "http://127.0.0.1:5080"))[0]);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync(first, ct)).StatusCode);

        var page = await Town.PageOf(await browser.GetAsync(second, ct));
        var fields = page.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        fields["fresh"] = fields["again"] = "lechang-first-2020";
        var set = await browser.PostAsync(second, new FormUrlEncodedContent(fields), ct);

        Assert.Equal(System.Net.HttpStatusCode.SeeOther, set.StatusCode);
        Assert.DoesNotContain(await FirstAdministrator.Links(host.Services, "http://127.0.0.1:5080"), l => l.Contains("系统管理员", StringComparison.Ordinal));
    }

    private static string Path(string line) => new Uri(line.Split(' ').Single(w => w.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
}
