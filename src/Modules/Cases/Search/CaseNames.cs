using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Text;

namespace Yimen.Cases.Search;

/// <summary>The search index of applicants' names, kept equal to them in the write that changes one; it holds digests, no names.</summary>
internal static class CaseNames
{
    public const string TextKind = "case";

    public static Task Follow(AppDb db, Case c, CancellationToken ct)
    {
        var entry = db.Entry(c);
        if (db.Keys is { } keys && (entry.State == EntityState.Added || entry.ComplexProperty(x => x.Applicant).Property(a => a.Name).IsModified))
        {
            SealedText.Put(db, keys, TextKind, c.Id, c.Applicant.Name);
        }

        return Task.CompletedTask;
    }

    /// <summary>Ids of all cases whose applicant or item may be called so, and of few others; null when the index cannot tell and every name must be looked at.</summary>
    public static IQueryable<Guid>? Hits(AppDb db, string q)
    {
        var items = db.ItemVersionRefs.Where(v => v.Name.Contains(q)).Select(v => v.ItemId);
        return SealedText.Hits(db, db.Keys!, TextKind, q) is { } names ? names.Select(h => h.Id).Union(db.Cases.Where(c => items.Contains(c.ItemId)).Select(c => c.Id)) : null;
    }
}
