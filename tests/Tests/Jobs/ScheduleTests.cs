using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Jobs;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Jobs;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData(2, 30, "0 30 18 * * ?")]
    [InlineData(12, 0, "0 0 4 * * ?")]
    public void A_china_time_is_scheduled_in_utc(int hour, int minute, string cron) => Assert.Equal(cron, JobSchedule.Cron(new TimeOnly(hour, minute)));

    [Fact]
    public async Task Yesterday_is_sealed_once_it_is_ten_minutes_over_and_the_server_may_have_been_off_at_midnight()
    {
        await using var town = await New();
        town.Time.SetUtcNow(new DateTimeOffset(2020, 11, 3, 0, 5, 0, ChinaTime.Offset));
        await town.Work("journal-seal");
        Assert.Equal([new DateOnly(2020, 11, 1)], await Sealed(town));
        town.Time.SetUtcNow(new DateTimeOffset(2020, 11, 3, 9, 0, 0, ChinaTime.Offset));
        await town.Work("journal-seal");
        await town.Work("journal-seal");
        Assert.Equal([new DateOnly(2020, 11, 1), new DateOnly(2020, 11, 2)], await Sealed(town));
    }

    [Fact]
    public async Task Work_for_a_county_that_is_gone_is_passed_over()
    {
        await using var town = await New();
        await town.Host.Services.GetRequiredService<CountyWorks>().Do("110101", "retention", TestContext.Current.CancellationToken);
        await town.Work("no-such-work");
    }

    [Fact]
    public async Task Two_nodes_of_one_house_share_the_schedule_and_the_clock_runs_it()
    {
        var (directory, database) = await Template.Clone();
        try
        {
            await using var one = Node(directory, database);
            await using var two = Node(directory, database);
            var scheduler = await one.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
            var keys = await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals("440281"), TestContext.Current.CancellationToken);
            Assert.Contains("outbox", keys.Select(k => k.Name));
            Assert.Equal(one.Services.GetRequiredService<CountyWorks>().All.Count, keys.Count);
            await Probe.Ran.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            _ = two.Services;
        }
        finally
        {
            await Template.Drop(directory, database);
        }
    }

    private static Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> Node(string directory, string? database) =>
        new TownHost(directory, database, TownTime.Start(), ("YIMEN_JOBS", "on")).WithWebHostBuilder(b => Microsoft.AspNetCore.TestHost.WebHostBuilderExtensions.ConfigureTestServices(b, s =>
            s.Replace(ServiceDescriptor.Singleton(TimeProvider.System)).AddSingleton<Probe>().AddEvery<Probe>("probe", TimeSpan.FromSeconds(1), (probe, _, _) => probe.Run())));

    private static Task<List<DateOnly>> Sealed(Town town) => town.Rows(db => db.Set<JournalSeal>().OrderBy(s => s.Day).Select(s => s.Day).ToListAsync());

    private static async Task<Town> New()
    {
        var town = new Town();
        await town.InitializeAsync();
        return town;
    }

    private sealed class Probe
    {
        public static readonly TaskCompletionSource Ran = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Run()
        {
            Ran.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
