using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Journal;

namespace Yimen.Platform.Data;

/// <summary>What must always agree with a matter (a search text, a public row) and is therefore written in the matter's own transaction (rulings 13, 16). Must not save.</summary>
public sealed record Follower(Func<AppDb, IMatter, CancellationToken, Task> Write);

public static class Followers
{
    /// <summary>Calls <paramref name="write"/> for each <typeparamref name="TMatter"/> that a save adds or changes, just before it is saved.</summary>
    public static IServiceCollection AddFollower<TMatter>(this IServiceCollection services, Func<AppDb, TMatter, CancellationToken, Task> write)
        where TMatter : class, IMatter =>
        services.AddSingleton(new Follower((db, matter, ct) => matter is TMatter mine ? write(db, mine, ct) : Task.CompletedTask));

    internal static async Task Follow(AppDb db, IEnumerable<Follower> followers, CancellationToken ct)
    {
        var changed = db.ChangeTracker.Entries<IMatter>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity).ToList();
        foreach (var matter in changed)
        {
            foreach (var follower in followers)
            {
                await follower.Write(db, matter, ct);
            }
        }
    }
}
