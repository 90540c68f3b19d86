using Quartz;

namespace Yimen.Platform.Jobs;

/// <summary>What Quartz runs: one piece of work in one county. Two nodes never run the same at once.</summary>
[DisallowConcurrentExecution]
internal sealed class CountyJob(CountyWorks works) : IJob
{
    public const string County = "county";
    public const string Work = "work";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await works.Do(context.MergedJobDataMap.GetString(County)!, context.MergedJobDataMap.GetString(Work)!, cancellationToken);
}
