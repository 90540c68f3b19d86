using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Knowledge;

/// <summary>What is not a visitor's is not found. What is in use is for all staff to read; what is still being written is its unit's and the hotline office's.</summary>
internal static class Reach
{
    /// <summary>Those of the scopes' units; a scope without a unit holds the county.</summary>
    public static IQueryable<Article> Within(this IQueryable<Article> articles, IReadOnlyList<RoleScope> scopes) =>
        Units(scopes) is { } units ? articles.Where(a => units.Contains(a.Unit)) : articles;

    /// <summary>Those in use, and those of the visitor's own units whatever their state.</summary>
    public static IQueryable<Article> Readable(this IQueryable<Article> articles, HttpContext http)
    {
        var own = Units([.. http.Reach(Rights.Write), .. http.Reach(Rights.UnitReview), .. http.Reach(Rights.Publish)]);
        return own is null ? articles : articles.Where(a => a.State == ArticleState.Live || own.Contains(a.Unit));
    }

    /// <summary>The whole entry, to be changed by someone with the right; at the version they saw.</summary>
    /// <exception cref="NotThere">It does not exist, or is not theirs.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed it since they looked.</exception>
    public static async Task<Article> Take(this AppDb db, HttpContext http, Guid id, string right, long? version, CancellationToken ct)
    {
        var article = await db.ArticlesWhole.Within(http.Reach(right)).FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotThere();
        return version is null || version == article.Trail.Count ? article : throw new DbUpdateConcurrencyException("The entry moved on.");
    }

    /// <summary>The entry to be looked at by whoever may do <paramref name="right"/> with it.</summary>
    public static async Task<Article> Look(this AppDb db, HttpContext http, Guid id, string right, CancellationToken ct) =>
        await db.ArticlesWhole.AsNoTracking().Readable(http).FirstOrDefaultAsync(a => a.Id == id, ct) is { } found && (right == Rights.Read || http.May(right, found.Unit)) ? found : throw new NotThere();

    /// <summary>The units of the scopes; null: the county. A role that holds an area and no unit (a town's window) has no unit's entries of its own.</summary>
    internal static List<UnitId>? Units(IReadOnlyList<RoleScope> scopes) =>
        scopes.Any(s => s.Unit is null && s.Area is null) ? null : [.. scopes.Where(s => s.Unit is not null).Select(s => s.Unit!.Value)];
}
