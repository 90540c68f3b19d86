using Microsoft.Extensions.Hosting;
using Quartz;
using Yimen.Kernel;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Jobs;

/// <summary>Lays the schedule when a node starts: every piece of work for every county; what a former release scheduled and nobody does any more is taken off.</summary>
internal sealed class JobSchedule(ISchedulerFactory factory, CountyDirectory counties, CountyWorks works) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        var wanted = (from county in counties.All from work in works.All select (Key: new JobKey(work.Name, county.Code), Work: work)).ToList();
        foreach (var stale in (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken)).Except(wanted.Select(w => w.Key)))
        {
            await scheduler.DeleteJob(stale, cancellationToken);
        }
        foreach (var (key, work) in wanted)
        {
            await scheduler.ScheduleJob(Job(key), [Trigger(key, work)], new ScheduleJobOptions { Replace = true }, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IJobDetail Job(JobKey key) => JobBuilder.Create<CountyJob>().WithIdentity(key)
        .UsingJobData(CountyJob.County, key.Group).UsingJobData(CountyJob.Work, key.Name).Build();

    private static ITrigger Trigger(JobKey key, CountyWork work)
    {
        var trigger = TriggerBuilder.Create().WithIdentity(key.Name, key.Group);
        return work.Every is { } every
            ? trigger.WithSimpleSchedule(every).StartNow().Build()
            : trigger.WithCronSchedule(Cron(work.Nightly!.Value), c => c.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
    }

    // in UTC: a zone would have to be found by name on every machine, and China's offset is fixed
    internal static string Cron(TimeOnly china)
    {
        var utc = china.Add(-ChinaTime.Offset);
        return $"{utc.Second} {utc.Minute} {utc.Hour} * * ?";
    }
}
