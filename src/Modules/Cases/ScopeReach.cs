using Yimen.Kernel;
using Yimen.Platform.Identity;

namespace Yimen.Cases;

/// <summary>How far a visitor's scopes for one verb reach: everywhere, or these units, villages and towns (by their first nine digits).</summary>
internal sealed record ScopeReach(bool Everywhere, IReadOnlyList<UnitId> Units, IReadOnlyList<AreaCode> Villages, IReadOnlyList<string> Towns)
{
    public static ScopeReach Of(Visitor visitor, PermissionTable table, string verb)
    {
        var scopes = visitor.ScopesFor(table, verb);
        var units = scopes.Where(s => s.Area is null && s.Unit is not null).Select(s => s.Unit!.Value).Distinct().ToList();
        var areas = scopes.Where(s => s.Area is not null).Select(s => s.Area!.Value).Distinct().ToList();
        var villages = areas.Where(a => !a.Value.EndsWith("000", StringComparison.Ordinal)).ToList();
        return new(scopes.Any(s => s.Unit is null && s.Area is null), units, villages, [.. areas.Except(villages).Select(a => a.Value[..9])]);
    }
}
