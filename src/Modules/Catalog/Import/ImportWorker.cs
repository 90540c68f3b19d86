using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Sheets;

namespace Yimen.Catalog.Import;

/// <summary>Does the long work of imports behind the pages, one after another. Work that a crash cut off is given up at the next start; nothing of it had been taken in.</summary>
internal sealed partial class ImportWorker(IServiceScopeFactory scopes, CountyDirectory counties, TimeProvider time, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    private readonly Channel<(string County, Guid Run)> queue = Channel.CreateUnbounded<(string, Guid)>();
    private readonly ConcurrentDictionary<Guid, int> live = new();

    public void Enqueue(County county, Guid run) => queue.Writer.TryWrite((county.Code, run));

    /// <summary>Items taken in so far by a run whose transaction is still open; only this process knows.</summary>
    public int? Taken(Guid run) => live.TryGetValue(run, out var count) ? count : null;

    public static string PathOf(County county, Guid run) => Path.Combine(county.Folder, "imports", $"{run:N}.xlsx");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var county in counties.All)
        {
            await Guarded(county, (services, _) => GiveUp(services), Guid.Empty, stoppingToken);
        }

        await foreach (var (code, run) in queue.Reader.ReadAllAsync(stoppingToken))
        {
            if (counties.ByCode(code) is { } county)
            {
                await Guarded(county, (services, ct) => Work(services, county, run, ct), run, stoppingToken);
            }
        }
    }

    private async Task Guarded(County county, Func<IServiceProvider, CancellationToken, Task> work, Guid run, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(county);
            await work(scope.ServiceProvider, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Failed(log, e, run);
        }
    }

    private async Task Work(IServiceProvider services, County county, Guid id, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDb>();
        var run = await db.ImportRuns.AsNoTracking().FirstAsync(r => r.Id == id, ct);
        if (run.State == ImportState.Checking)
        {
            await Check(services, county, run, ct);
        }
        else if (run.State == ImportState.Publishing)
        {
            await Publish(services, run, ct);
        }
    }

    private async Task Check(IServiceProvider services, County county, ImportRun run, CancellationToken ct)
    {
        var (db, writer) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<Writer>());
        try
        {
            await using (var file = File.OpenRead(PathOf(county, run.Id)))
            {
                await new Checking(db, writer, time, run, file).Run(ct);
            }

            await Pass(services, run, ImportVerb.Check, null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // somebody stopped it: its page says so already
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await Pass(services, run, ImportVerb.Fail, e is UnreadableWorkbook ? e.Message : "检查时出现问题，没有导入任何内容，请联系系统管理员。");
            if (e is not UnreadableWorkbook)
            {
                throw;
            }
        }
        finally
        {
            File.Delete(PathOf(county, run.Id));
        }
    }

    private async Task Publish(IServiceProvider services, ImportRun run, CancellationToken ct)
    {
        try
        {
            await new Publishing(services.GetRequiredService<AppDb>(), services.GetRequiredService<Writer>(), services.GetRequiredService<IdSource>(), time, run)
                .Run(count => live[run.Id] = count, ct);
        }
        catch (Exception e) when (e is RuleViolation or DbUpdateException)
        {
            await Pass(services, run, ImportVerb.FallBack, e is RuleViolation ? e.Message : "生效期间有事项被他人修改，没有导入任何内容，请重新生效。");
        }
        finally
        {
            live.TryRemove(run.Id, out _);
        }
    }

    private async Task Pass(IServiceProvider services, ImportRun run, ImportVerb verb, string? message)
    {
        var db = services.GetRequiredService<AppDb>();
        db.ChangeTracker.Clear();
        var act = new Act(run.By, time.Now());
        await services.GetRequiredService<Writer>().Write(act, async () => (await db.ImportRuns.FirstAsync(r => r.Id == run.Id)).Pass(verb, act, message), CancellationToken.None);
    }

    /// <summary>Runs that nobody works on any more: their process died.</summary>
    private async Task GiveUp(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        var before = time.Now() - Silence;
        var silent = await (from r in db.ImportRuns.AsNoTracking()
                            join p in db.ImportProgress on r.Id equals p.RunId
                            where (r.State == ImportState.Checking || r.State == ImportState.Publishing) && p.At < before
                            select r).ToListAsync();
        foreach (var run in silent)
        {
            await Pass(services, run, run.State == ImportState.Checking ? ImportVerb.Fail : ImportVerb.FallBack, "服务重新启动，没有导入任何内容，请重新办理。");
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Import {Run} failed")]
    private static partial void Failed(ILogger log, Exception exception, Guid run);
}
