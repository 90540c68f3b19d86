using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Jobs;

/// <summary>Work that the house does by itself in every county: nightly at a China time, or every so often. Contributed by rooms and modules.</summary>
/// <param name="Name">Stable, kebab-case; names the job in the scheduler.</param>
/// <param name="Body">Does the work in a scope whose county is chosen; running it twice does no harm.</param>
public sealed record CountyWork(string Name, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task> Body)
{
    /// <summary>The China time of day; null for work that is done every so often.</summary>
    public TimeOnly? Nightly { get; init; }
    public TimeSpan? Every { get; init; }
}

/// <summary>Does work in a county's own scope: the scheduler's jobs and the tests come in here.</summary>
public sealed class CountyWorks(IEnumerable<CountyWork> works, CountyDirectory counties, IServiceScopeFactory scopes, TimeProvider time)
{
    public IReadOnlyCollection<CountyWork> All { get; } = [.. works];

    /// <summary>Does one piece of work. A county or work that is gone meanwhile is passed over.</summary>
    public async Task Do(string county, string name, CancellationToken ct)
    {
        if (counties.ByCode(county) is not { } chosen || All.FirstOrDefault(w => w.Name == name) is not { } work)
        {
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(chosen);
        await work.Body(scope.ServiceProvider, time.Now(), ct);
    }
}

public static class CountyWorkRegistration
{
    /// <summary>Contributes work that <typeparamref name="T"/> does every night at a China time.</summary>
    public static IServiceCollection AddNightly<T>(this IServiceCollection services, string name, TimeOnly at, Func<T, DateTimeOffset, CancellationToken, Task> body)
        where T : notnull => services.AddSingleton(Of(name, body) with { Nightly = at });

    /// <summary>Contributes work that <typeparamref name="T"/> does again and again; a run that takes longer holds up the next.</summary>
    public static IServiceCollection AddEvery<T>(this IServiceCollection services, string name, TimeSpan every, Func<T, DateTimeOffset, CancellationToken, Task> body)
        where T : notnull => services.AddSingleton(Of(name, body) with { Every = every });

    private static CountyWork Of<T>(string name, Func<T, DateTimeOffset, CancellationToken, Task> body)
        where T : notnull => new(name, (scope, now, ct) => body(scope.GetRequiredService<T>(), now, ct));
}
