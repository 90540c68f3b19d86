using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Figures;
using Yimen.Platform.Files;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Platform.Jobs;

/// <summary>What the house does by itself, and the clock that tells it to.</summary>
public static class JobsServices
{
    /// <summary>The work itself, without a clock: also for commands and tests.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddModel(RetentionRule.Map).AddModel(RetentionRun.Map);
        services.AddSingleton<CountyWorks>();
        services.AddSingleton<TaskWords>();
        services.AddScoped<Retention>();
        services.AddEvery<OutboxSender>("outbox", TimeSpan.FromSeconds(5), (sender, _, ct) => sender.SendDue(ct));
        // asked often and not once a night: a county whose server is off at midnight is sealed in the morning
        services.AddEvery<JournalSeals>("journal-seal", TimeSpan.FromMinutes(10), (seals, now, ct) => seals.SealYesterday(now, ct));
        services.AddScoped<Statistics>().AddEvery<Statistics>("statistics", TimeSpan.FromHours(1), (statistics, _, ct) => statistics.Renew(ct));
        services.AddNightly<Retention>("retention", new TimeOnly(2, 30), (retention, now, ct) => retention.Run(now, ct));
        AddSubjects(services);
        return services.AddFigures(RemovedFigure);
    }

    /// <summary>The clock: Quartz in memory, or clustered over the house's own schema on PostgreSQL. <c>YIMEN_JOBS=off</c> leaves it out.</summary>
    public static IServiceCollection AddJobClock(this IServiceCollection services, IConfiguration settings)
    {
        if (settings["YIMEN_JOBS"] == "off")
        {
            return services;
        }
        services.AddQuartz(q =>
        {
            q.ConfigureScheduler(o => o.InstanceName = "yimen");
            q.UseDefaultThreadPool(4);
            var installation = Installation.From(settings, null!);
            if (installation.Database == DatabaseKind.Postgres)
            {
                q.ConfigureScheduler(o => o.GenerateInstanceId = true);
                q.UsePersistentStore(s =>
                {
                    s.UsePostgres(installation.ConnectionStringOf(null));
                    s.UseSystemTextJsonSerializer();
                    s.UseClustering();
                    s.ProvisionSchema();
                });
            }
            else
            {
                q.UseInMemoryStore();
            }
        });
        services.AddHostedService<JobSchedule>();
        return services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static void AddSubjects(IServiceCollection services)
    {
        services.AddRetention<AppDb>(("outbox", "已发送或失败的短信和邮件", 180), (db, before, ct) =>
            db.Set<OutboxMessage>().Where(m => m.CreatedAt < before && (m.SentAt != null || m.DeadAt != null)).ExecuteDeleteAsync(ct));
        services.AddRetention<AppDb>(("messages", "已读的站内消息", 730), (db, before, ct) =>
            db.Set<Message>().Where(m => m.At < before && m.ReadAt != null).ExecuteDeleteAsync(ct));
        services.AddRetention<AppDb>(("receipts", "防重复提交的记录", 30), (db, before, ct) =>
            db.Set<RequestReceipt>().Where(r => r.At < before).ExecuteDeleteAsync(ct));
        services.AddRetention<OrphanFiles>(("orphan-files", "没有归属的上传文件", 2), (files, before, ct) => files.Sweep(before, ct));
    }

    private static readonly Figure RemovedFigure = Figure.Count("R01", "到期清理批次", "批",
        "统计期内按保存期限清理过数据的批次，一类数据一晚一批；每行写明清理了什么、多少。办理日志不清理。",
        (db, scope) => db.Set<RetentionRun>().Where(r => r.At >= scope.FromInstant && r.At < scope.ToInstant)
            .Select(r => new FigureRow { Key = r.Id.ToString(), Title = r.Name, Detail = "清理 " + r.Removed + " 条" })) with
    { Group = "运行" };
}
