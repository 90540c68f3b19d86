using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Search;
using Yimen.Knowledge.Use;
using Yimen.Knowledge.Votes;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Text;

namespace Yimen.Knowledge.Registry;

/// <summary>What the list was asked for, as it stands in the address.</summary>
public sealed record ArticleFilter(string? Q, string? Unit, string? Class, string? State, string? Visibility, string? Version, string? Recheck, string? Sort, string? Page, string? Size);

/// <summary>One line of the list.</summary>
public sealed class ArticleRow
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Unit { get; init; }

    public required string Class { get; init; }

    public required ArticleState State { get; init; }

    public required Visibility Visibility { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }

    /// <summary>Of the version that is worked on; null when none is.</summary>
    public required ArticleVersionState? Working { get; init; }

    public required DateOnly? RecheckDue { get; init; }

    public required int Uses { get; init; }

    public required int Useful { get; init; }

    public required int Useless { get; init; }

    public required DateTimeOffset EditedAt { get; init; }
}

internal static class ArticleFilterQuery
{
    /// <summary>The states asked for: those stored, and those told by the days.</summary>
    public static readonly IReadOnlyList<(string Value, string Name)> States =
        [("New", "未发布"), ("Live", "使用中"), ("Expired", Words.Expired), ("TakenDown", "已下架"), ("Archived", "已归档")];

    public static IQueryable<ArticleRow> Rows(this AppDb db, IQueryable<Article> articles, ArticleFilter filter, DateOnly today) =>
        from a in Narrow(db, articles, filter, today)
        join u in db.UnitRefs on a.Unit equals u.Id
        select new ArticleRow
        {
            Id = a.Id, Title = a.Title, Unit = u.ShortName, Class = a.Class, State = a.State, Visibility = a.Visibility, ValidFrom = a.ValidFrom, ValidTo = a.ValidTo,
            Working = a.Versions.Where(v => v.State < ArticleVersionState.Published).Select(v => (ArticleVersionState?)v.State).FirstOrDefault(),
            RecheckDue = a.Rechecks.Where(r => r.ClosedOn == null).Min(r => (DateOnly?)r.Due),
            Uses = db.Set<ArticleUse>().Where(x => x.ArticleId == a.Id).Sum(x => x.Count),
            Useful = db.Set<ArticleVote>().Count(v => v.ArticleId == a.Id && v.Useful), Useless = db.Set<ArticleVote>().Count(v => v.ArticleId == a.Id && !v.Useful),
            EditedAt = a.Versions.Max(v => v.EditedAt),
        };

    /// <summary>Sorted by a column and then by id (ruling 28).</summary>
    public static IQueryable<ArticleRow> Sorted(this IQueryable<ArticleRow> rows, string? sort) => sort switch
    {
        "title" => rows.OrderBy(r => r.Title).ThenBy(r => r.Id),
        "-title" => rows.OrderByDescending(r => r.Title).ThenBy(r => r.Id),
        "unit" => rows.OrderBy(r => r.Unit).ThenBy(r => r.Title).ThenBy(r => r.Id),
        "-unit" => rows.OrderByDescending(r => r.Unit).ThenBy(r => r.Title).ThenBy(r => r.Id),
        "uses" => rows.OrderBy(r => r.Uses).ThenBy(r => r.Id),
        "-uses" => rows.OrderByDescending(r => r.Uses).ThenBy(r => r.Id),
        "due" => rows.OrderBy(r => r.RecheckDue ?? DateOnly.MaxValue).ThenBy(r => r.Id),
        "-due" => rows.OrderByDescending(r => r.RecheckDue ?? DateOnly.MinValue).ThenBy(r => r.Id),
        "edited" => rows.OrderBy(r => r.EditedAt).ThenBy(r => r.Id),
        _ => rows.OrderByDescending(r => r.EditedAt).ThenBy(r => r.Id),
    };

    private static IQueryable<Article> Narrow(AppDb db, IQueryable<Article> articles, ArticleFilter filter, DateOnly today)
    {
        if (filter.Q?.Trim() is { Length: > 0 } q)
        {
            var hits = TextIndex.Hits(db, TextFollower.TextKind, q).Select(h => h.Id);
            articles = articles.Where(a => hits.Contains(a.Id) || a.Title.Contains(q));
        }

        articles = UnitId.TryParse(filter.Unit, null, out var unit) ? articles.Where(a => a.Unit == unit) : articles;
        articles = filter.Class is { Length: > 0 } name ? articles.Where(a => a.Class == name) : articles;
        articles = One<Visibility>(filter.Visibility) is { } visibility ? articles.Where(a => a.Visibility == visibility) : articles;
        articles = One<ArticleVersionState>(filter.Version) is { } version ? articles.Where(a => a.Versions.Any(v => v.State == version)) : articles;
        articles = OfState(articles, filter.State, today);
        return filter.Recheck switch
        {
            "late" => articles.Where(a => a.Rechecks.Any(r => r.ClosedOn == null && r.Due < today)),
            "called" => articles.Where(a => a.Rechecks.Any(r => r.ClosedOn == null && r.CalledOn != null)),
            _ => articles,
        };
    }

    private static IQueryable<Article> OfState(IQueryable<Article> articles, string? state, DateOnly today) => state switch
    {
        "Expired" => articles.ExpiredOn(today),
        "Live" => articles.Where(a => a.State == ArticleState.Live && (a.ValidTo == null || a.ValidTo >= today)),
        _ => One<ArticleState>(state) is { } stored ? articles.Where(a => a.State == stored) : articles,
    };

    private static T? One<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
