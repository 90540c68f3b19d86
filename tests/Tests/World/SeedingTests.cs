using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Appraisal;
using Yimen.Platform.Counties;
using Yimen.Platform.Identity;
using Yimen.Platform.Worlds;

namespace Yimen.Tests.World;

/// <summary>A filling that does not reach its end leaves nothing that anybody could see, and does not stand in the way of the next.</summary>
public sealed class SeedingTests : IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("yimen-seeding-").FullName;
    private readonly List<string> progress = [];
    private string? database;

    public async ValueTask InitializeAsync() =>
        database = Template.Cluster is null ? null : await Template.CreateDatabase($"seeding{Environment.ProcessId}_{Path.GetFileName(directory)[^6..].ToLowerInvariant()}");

    [Fact]
    public async Task What_a_broken_filling_left_is_seen_by_nobody_and_begun_anew()
    {
        await using (var broken = new TownHost(directory, database, TownTime.Start()))
        {
            var host = broken.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddWorldPart(99, "断电", (_, _, _) => throw new IOException("no more power"))));
            await Assert.ThrowsAsync<IOException>(() => Seeding(host.Services).SeedIfEmpty("none", progress.Add, TestContext.Current.CancellationToken));
            await Counties(host.Services).Load(TestContext.Current.CancellationToken);
            Assert.Empty(Counties(host.Services).All);
        }

        await using var next = new TownHost(directory, database, TownTime.Start());
        Assert.Empty(Counties(next.Services).All);
        Assert.True(await Seeding(next.Services).SeedIfEmpty("none", progress.Add, TestContext.Current.CancellationToken));
        Assert.Contains(progress, line => line.Contains("没有完成，重新开始"));
        await using var db = Counties(next.Services).Sole!.OpenDb();
        Assert.Equal(["admin", "auditor", "security"], await db.Users.OrderBy(a => a.UserName).Select(a => a.UserName).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_world_of_ones_own_is_no_demo_and_its_three_administrators_have_no_password_yet()
    {
        await using var host = new TownHost(directory, database, TownTime.Start());
        await Seeding(host.Services).SeedIfEmpty("none", progress.Add, TestContext.Current.CancellationToken);

        var county = Counties(host.Services).Sole!;
        await using var db = county.OpenDb();
        var three = await db.Users.Include(a => a.Grants).OrderBy(a => a.UserName).ToListAsync(TestContext.Current.CancellationToken);
        Assert.False(county.Demo);
        Assert.All(three, a => Assert.Null(a.PasswordHash));
        Assert.Equal([Roles.Administrator, Roles.Auditor, Roles.Security], three.Select(a => Assert.Single(a.Grants).Role));
    }

    [Fact]
    public async Task A_world_that_is_not_there_is_named()
    {
        await using var host = new TownHost(directory, database, TownTime.Start());

        var refusal = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => Seeding(host.Services).SeedIfEmpty("atlantis", progress.Add, TestContext.Current.CancellationToken));

        Assert.Contains("atlantis", refusal.Message);
        Assert.Empty(Counties(host.Services).All);
    }

    [Fact]
    public async Task A_demo_world_can_be_made_in_the_first_minutes_of_a_year()
    {
        await using var host = new TownHost(directory, database, new(new DateTimeOffset(2021, 1, 1, 0, 3, 0, TimeSpan.FromHours(8))));

        await Seeding(host.Services).SeedIfEmpty("lechang", progress.Add, TestContext.Current.CancellationToken);

        await using var db = Counties(host.Services).Sole!.OpenDb();
        Assert.Equal([new(2020, 11, 1), new(2020, 12, 1)], await db.Set<AppraisalSheet>().Select(s => s.Month).Order().ToListAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await Template.Drop(directory, database);
    }

    private static WorldSeeding Seeding(IServiceProvider services) => services.GetRequiredService<WorldSeeding>();

    private static CountyDirectory Counties(IServiceProvider services) => services.GetRequiredService<CountyDirectory>();
}
