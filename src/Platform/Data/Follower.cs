using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Journal;

namespace Yimen.Platform.Data;

/// <summary>What must always agree with a matter (a search text, a public row) and is therefore written in the matter's own transaction (rulings 13, 16). Must not save.</summary>
public sealed record Follower(Func<IMatter, bool> Follows, Func<AppDb, IMatter, CancellationToken, Task> Write);

public static class Followers
{
    /// <summary>Calls <paramref name="write"/> for each <typeparamref name="TMatter"/> that a save adds or changes, just before it is saved.</summary>
    public static IServiceCollection AddFollower<TMatter>(this IServiceCollection services, Func<AppDb, TMatter, CancellationToken, Task> write)
        where TMatter : class, IMatter =>
        services.AddSingleton(new Follower(matter => matter is TMatter, (db, matter, ct) => write(db, (TMatter)matter, ct)));

    /// <summary>Finds what has changed, and lets each be followed.</summary>
    /// <returns>Whether anybody followed, and what is loaded may have changed again.</returns>
    internal static async Task<bool> Follow(AppDb db, IReadOnlyCollection<Follower> followers, CancellationToken ct)
    {
        var changed = db.ChangeTracker.Entries<IMatter>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity).ToList();
        var following = changed.SelectMany(m => followers.Where(f => f.Follows(m)), (matter, follower) => (matter, follower)).ToList();
        foreach (var (matter, follower) in following)
        {
            await follower.Write(db, matter, ct);
        }

        return following.Count > 0;
    }
}
