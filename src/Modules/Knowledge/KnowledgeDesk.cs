using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Limits;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Knowledge;

/// <summary>How staff change an entry: found only within their reach, changed only over the version they saw; and the days that its rules give.</summary>
internal sealed class KnowledgeDesk(AppDb db, Writer writer, IdSource ids, Calendars calendars, CountyScope scope)
{
    public AppDb Db => db;

    public IdSource Ids => ids;

    /// <summary>Loads the entry within the visitor's reach, holds the posted version against it, and calls the verb, all in one write.</summary>
    public Task<Guid> Change(HttpContext http, Guid id, string right, ArticleChange change, CancellationToken ct)
    {
        var act = http.Act(change.Reason);
        return writer.Write(act, http.IdempotencyKey, async () =>
        {
            var article = await db.Take(http, id, right, change.Version, ct);
            await change.Verb(article, act);
            return article.Id;
        }, ct);
    }

    public Task<T> Write<T>(HttpContext http, Act act, Func<Task<T>> change, CancellationToken ct) => writer.Write(act, http.IdempotencyKey, change, ct);

    /// <summary>The row of the next scheduled recheck, and its latest day.</summary>
    public async Task<(Guid Id, DateOnly Latest)> Next(Act act, CancellationToken ct)
    {
        var limits = await db.KnowledgeLimitsOn(act.Today, ct);
        return (ids.NewId(act.Now), act.Today.AddMonths(limits[KnowledgeLimitCode.RecheckMonths]));
    }

    /// <summary>The last day in time of a limit in working days that begins today.</summary>
    public async Task<DateOnly> Due(KnowledgeLimitCode code, DateOnly today, CancellationToken ct)
    {
        var limits = await db.KnowledgeLimitsOn(today, ct);
        return (await calendars.Of(scope.County, db, ct)).Due(today, limits.Days(code))!.Value;
    }

    /// <summary>The names of units, for those that a page speaks of.</summary>
    public async Task<string> NameOf(UnitId unit, CancellationToken ct) => await db.UnitRefs.Where(u => u.Id == unit).Select(u => u.ShortName).FirstOrDefaultAsync(ct) ?? unit.Value;
}

/// <summary>A verb to be called on an entry.</summary>
internal sealed record ArticleChange(Func<Article, Act, Task> Verb)
{
    public ArticleChange(Action<Article, Act> verb)
        : this((article, act) => { verb(article, act); return Task.CompletedTask; })
    {
    }

    public string? Reason { get; init; }

    /// <summary>The version that the form or the If-Match header carried.</summary>
    public long? Version { get; init; }
}
