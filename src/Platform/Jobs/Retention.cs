using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Platform.Jobs;

/// <summary>保存期限 — one dated row of the table: from that day on, this is kept so many days. The latest row that has begun is in force; older rows stay as history.</summary>
public sealed class RetentionRule
{
    public required string Subject { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Days; what is older is removed.</summary>
    public required int Days { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<RetentionRule>(e =>
    {
        e.ToTable("retention_rule");
        e.HasKey(r => new { r.Subject, r.From });
        e.Property(r => r.Subject).HasMaxLength(40);
    });
}

/// <summary>到期清理 — that something was removed because its time was over: what, how much, and what was older than which instant.</summary>
public sealed class RetentionRun
{
    public required Guid Id { get; init; }
    public required string Subject { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset Before { get; init; }
    public required int Removed { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<RetentionRun>(e =>
    {
        e.ToTable("retention_run");
        e.Property(r => r.Id).ValueGeneratedNever();
        e.HasIndex(r => r.At);
    });
}

/// <summary>Something that is not kept for ever. The journal is none: it is kept, whole.</summary>
/// <param name="Code">As in the table, e.g. <c>outbox</c>.</param>
/// <param name="Name">已发送的短信和邮件.</param>
/// <param name="Days">Kept so long where the table has no row.</param>
/// <param name="Remove">Removes what is older than an instant and says how much it was.</param>
public sealed record RetentionSubject(string Code, string Name, int Days, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<int>> Remove);

/// <summary>Removes what is over its time, subject by subject, and leaves a row for each that lost something.</summary>
public sealed class Retention(AppDb db, Writer writer, IdSource ids, IServiceProvider services)
{
    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        foreach (var subject in services.GetServices<RetentionSubject>())
        {
            await writer.Write(new Act(Actor.System, now), () => Run(subject, now, ct), ct);
        }
    }

    /// <summary>How many days a subject is kept on a day.</summary>
    public async Task<int> DaysOf(RetentionSubject subject, DateOnly day, CancellationToken ct) =>
        (await db.Set<RetentionRule>().AsNoTracking().Where(r => r.Subject == subject.Code && r.From <= day).OrderByDescending(r => r.From).FirstOrDefaultAsync(ct))?.Days ?? subject.Days;

    private async Task Run(RetentionSubject subject, DateTimeOffset now, CancellationToken ct)
    {
        var before = ChinaTime.StartOf(ChinaTime.DateOf(now).AddDays(-await DaysOf(subject, ChinaTime.DateOf(now), ct)));
        if (await subject.Remove(services, before, ct) is > 0 and var removed)
        {
            db.Add(new RetentionRun { Id = ids.NewId(now), Subject = subject.Code, Name = subject.Name, At = now, Before = before, Removed = removed });
        }
    }
}

public static class RetentionRegistration
{
    /// <summary>Contributes something that is removed when its time is over; <typeparamref name="T"/> removes it.</summary>
    public static IServiceCollection AddRetention<T>(this IServiceCollection services, (string Code, string Name, int Days) subject, Func<T, DateTimeOffset, CancellationToken, Task<int>> remove)
        where T : notnull =>
        services.AddSingleton(new RetentionSubject(subject.Code, subject.Name, subject.Days, (scope, before, ct) => remove(scope.GetRequiredService<T>(), before, ct)));
}
