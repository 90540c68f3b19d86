using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Knowledge;

internal static class KnowledgeData
{
    extension(AppDb db)
    {
        public DbSet<Article> Articles => db.Set<Article>();

        public DbSet<ArticleVersion> ArticleVersions => db.Set<ArticleVersion>();

        /// <summary>The entry with its versions, items, days in use and rechecks, to be changed.</summary>
        public IQueryable<Article> ArticlesWhole => db.Articles.Include(a => a.Versions).Include(a => a.Items).Include(a => a.DaysInUse).Include(a => a.Rechecks).AsSplitQuery();
    }

    extension(IQueryable<Article> articles)
    {
        /// <summary>What may be given as an answer on a day: told by the dates, whether or not a job has run.</summary>
        public IQueryable<Article> AnsweringOn(DateOnly day) => articles.Where(a => a.State == ArticleState.Live && a.ValidFrom <= day && (a.ValidTo == null || a.ValidTo >= day));

        public IQueryable<Article> ForThePublic => articles.Where(a => a.Visibility == Visibility.Public);

        /// <summary>In use, though its last day has passed.</summary>
        public IQueryable<Article> ExpiredOn(DateOnly day) => articles.Where(a => a.State == ArticleState.Live && a.ValidTo < day);
    }
}
