using Yimen.Kernel;
using Yimen.Platform.Identity;

namespace Yimen.Cases;

/// <summary>What lies with a unit and in an area. A visitor sees of it what lies within the scopes of the verb.</summary>
internal interface IPlaced
{
    UnitId Unit { get; }

    AreaCode Area { get; }

    /// <summary>The first nine digits of <see cref="Area"/>.</summary>
    string Town { get; }
}

internal static class Placed
{
    extension<T>(IQueryable<T> rows)
        where T : class, IPlaced
    {
        /// <summary>What this visitor may see by <paramref name="verb"/>: the units and areas of the scopes, or nothing.</summary>
        public IQueryable<T> Within(Visitor visitor, PermissionTable table, string verb)
        {
            var scopes = visitor.ScopesFor(table, verb);
            if (scopes.Any(s => s.Unit is null && s.Area is null))
            {
                return rows;
            }

            var units = scopes.Where(s => s.Area is null).Select(s => s.Unit!.Value).Distinct().ToList();
            var areas = scopes.Where(s => s.Area is not null).Select(s => s.Area!.Value).Distinct().ToList();
            var villages = areas.Where(a => !a.Value.EndsWith("000", StringComparison.Ordinal)).ToList();
            var towns = areas.Except(villages).Select(a => a.Value[..9]).ToList();
            return rows.Where(r => units.Contains(r.Unit) || villages.Contains(r.Area) || towns.Contains(r.Town));
        }
    }
}
