using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Catalog;

/// <summary>What is not a visitor's is not found: the scope of a right as a condition of the query.</summary>
internal static class Reach
{
    /// <summary>The items of the scopes' units and areas; a scope without either holds the county.</summary>
    public static IQueryable<Item> Within(this IQueryable<Item> items, IReadOnlyList<RoleScope> scopes)
    {
        if (scopes.Any(s => s.Unit is null && s.Area is null))
        {
            return items;
        }

        var units = scopes.Where(s => s.Area is null).Select(s => s.Unit!.Value).ToList();
        var mine = scopes.Where(s => s.Area is not null).Select(InArea);
        return items.Where(mine.Aggregate((Expression<Func<Item, bool>>)(i => units.Contains(i.Unit)), Or));
    }

    public static IQueryable<Offer> Within(this IQueryable<Offer> offers, IReadOnlyList<RoleScope> scopes)
    {
        if (scopes.Any(s => s.Unit is null && s.Area is null))
        {
            return offers;
        }

        var units = scopes.Where(s => s.Unit is not null).Select(s => s.Unit!.Value).ToList();
        return offers.Where(o => units.Contains(o.Unit));
    }

    /// <summary>The whole item, to be changed by someone with the right; at the version they saw.</summary>
    /// <exception cref="NotThere">It does not exist, or is not theirs.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed it since they looked.</exception>
    public static async Task<Item> Take(this AppDb db, HttpContext http, Guid id, string right, long? version, CancellationToken ct)
    {
        var item = await db.ItemsWhole.Within(http.Reach(right)).FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw new NotThere();
        return version is null || version == item.Trail.Count ? item : throw new DbUpdateConcurrencyException("The item moved on.");
    }

    /// <summary>The item to be looked at.</summary>
    public static async Task<Item> Look(this AppDb db, HttpContext http, Guid id, string right, CancellationToken ct) =>
        await db.ItemsWhole.AsNoTracking().Within(http.Reach(right)).FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw new NotThere();

    private static Expression<Func<Item, bool>> InArea(RoleScope scope)
    {
        var area = scope.Area!.Value.Value;
        var prefix = (area.EndsWith("000000", StringComparison.Ordinal) ? area[..6] : area.EndsWith("000", StringComparison.Ordinal) ? area[..9] : area) + "%";
        return scope.Unit is { } unit
            ? i => i.Unit == unit && EF.Functions.Like((string)(object)i.Area, prefix)
            : i => EF.Functions.Like((string)(object)i.Area, prefix);
    }

    private static Expression<Func<Item, bool>> Or(Expression<Func<Item, bool>> one, Expression<Func<Item, bool>> other) =>
        Expression.Lambda<Func<Item, bool>>(Expression.OrElse(one.Body, new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
