using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;
using Yimen.Platform.Identity;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

/// <summary>The database goes away under a running process and comes back: people are told so, and nobody restarts anything.</summary>
public sealed class DatabaseGoneTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_is_gone_is_answered_with_503_and_comes_back_without_a_restart()
    {
        var browser = await town.SignedIn("clerk1");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/my/account", Ct)).StatusCode);

        await TakeAway();
        var page = await browser.GetAsync("/my/account", Ct);
        var door = await town.PostForm(town.Browser(new()), "/login", "/login", ("user", "clerk2"), ("password", Accounts.DemoPassword));
        var ready = await town.Anybody().GetAsync("/health/ready", Ct);
        var live = await town.Anybody().GetAsync("/health/live", Ct);
        await BringBack();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("没有保存", (await Town.PageOf(page)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, door.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/my/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await town.Anybody().GetAsync("/health/ready", Ct)).StatusCode);
    }

    private string CountyFile => Path.Combine(town.Directory, "counties", "440281", "county.db");

    private async Task TakeAway()
    {
        if (town.Database is null)
        {
            SqliteConnection.ClearAllPools(); // an open file outlives its name
            File.Move(CountyFile, CountyFile + ".away");
            return;
        }

        await Execute($"ALTER DATABASE {Name} ALLOW_CONNECTIONS false");
        await Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Name}'");
    }

    private async Task BringBack()
    {
        if (town.Database is null)
        {
            File.Move(CountyFile + ".away", CountyFile);
            return;
        }

        await Execute($"ALTER DATABASE {Name} ALLOW_CONNECTIONS true");
    }

    private string Name => new NpgsqlConnectionStringBuilder(town.Database).Database!;

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(Template.Cluster);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
