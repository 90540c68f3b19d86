using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Yimen.Platform.Moving;

/// <summary>The tables of a model; views, through which other rooms read, hold nothing of their own.</summary>
internal static class ModelTables
{
    /// <summary>Referenced tables first, so that rows can be inserted under foreign keys.</summary>
    public static IReadOnlyList<ITable> InOrder(DbContext db)
    {
        var left = db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (left.Count > 0)
        {
            var free = left.Where(t => t.ForeignKeyConstraints.All(f => f.PrincipalTable == t || ordered.Contains(f.PrincipalTable))).ToList();
            if (free.Count == 0)
            {
                throw new InvalidOperationException($"Foreign keys run in a circle among {string.Join(", ", left.Select(t => t.Name))}.");
            }

            ordered.AddRange(free);
            left.RemoveAll(free.Contains);
        }

        return ordered;
    }
}
