using System.Collections.Concurrent;
using System.Security.Claims;

namespace Yimen.Platform.Identity.Tokens;

/// <summary>Whose a token is, remembered for a minute: a program calls many times a second and the register is asked once.</summary>
public sealed class TokenCache
{
    private const int Most = 10_000;
    private static readonly TimeSpan For = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string County, string Digest), (ClaimsPrincipal Who, DateTimeOffset Until)> known = new();

    internal ClaimsPrincipal? Find(string county, string digest, DateTimeOffset now) =>
        known.TryGetValue((county, digest), out var entry) && now < entry.Until ? entry.Who : null;

    internal void Keep(string county, string digest, ClaimsPrincipal who, DateTimeOffset now)
    {
        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[(county, digest)] = (who, now + For);
    }

    internal void Forget(string county, string digest) => known.TryRemove((county, digest), out _);
}
