using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Yimen.Platform.Data;

public static class PartLoading
{
    extension(AppDb db)
    {
        /// <summary>Loads the rows of one list of a matter that is loaded already, where it holds <paramref name="any"/>: the context knows the matter, and puts its rows where they belong.</summary>
        public Task Fill<TRow>(bool any, Expression<Func<TRow, bool>> ofMatter, CancellationToken ct)
            where TRow : class => any ? db.Set<TRow>().Where(ofMatter).LoadAsync(ct) : Task.CompletedTask;
    }
}
