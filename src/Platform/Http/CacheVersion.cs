using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Http;

/// <summary>A module's word on how new its public content is: any texts that change when the content does, e.g. the last published batch. Contributed with <c>AddCacheVersion</c>; all are asked in one statement.</summary>
public sealed record CacheVersion(Func<AppDb, IQueryable<string>> Current);

/// <summary>
/// The version of a county's public content. Asked of the database again after each write of this process, and after a second for the
/// sake of other nodes (ruling 27); in between cached pages cost no query.
/// </summary>
public sealed class CacheVersions(IEnumerable<CacheVersion> parts)
{
    private const int TrustedForMilliseconds = 1000;
    private readonly ConcurrentDictionary<string, (string Text, long Writes, long At)> known = new();

    internal async ValueTask<string> Of(County county, CancellationToken ct)
    {
        var (writes, at) = (county.Writes, Environment.TickCount64);
        if (known.TryGetValue(county.Code, out var last) && last.Writes == writes && at - last.At < TrustedForMilliseconds)
        {
            return last.Text;
        }

        await using var db = county.OpenDb();
        var asked = parts.Select(p => p.Current(db)).ToList();
        var texts = asked.Count == 0 ? [] : await asked.Aggregate((all, one) => all.Concat(one)).ToListAsync(ct);
        var text = string.Join('|', texts.Order(StringComparer.Ordinal));
        known[county.Code] = (text, writes, at);
        return text;
    }
}

public static class CacheVersionRegistration
{
    public static IServiceCollection AddCacheVersion(this IServiceCollection services, Func<AppDb, IQueryable<string>> current) =>
        services.AddSingleton(new CacheVersion(current));
}
