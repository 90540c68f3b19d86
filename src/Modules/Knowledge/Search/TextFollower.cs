using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Knowledge.Contracts;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Text;

namespace Yimen.Knowledge.Search;

/// <summary>Keeps the search text of an entry equal to its version in use, in the transaction that changes it. Whose days have run out is told when it is asked, since no write happens then.</summary>
internal static class TextFollower
{
    public const string TextKind = "article";

    public static async Task Follow(AppDb db, Article article, CancellationToken ct)
    {
        if (article.Current is not { } current)
        {
            return;
        }

        await KnowledgeStamp.Set(db, article, ct);
        if (article.State != ArticleState.Live)
        {
            TextIndex.Remove(db, TextKind, article.Id);
            return;
        }

        var version = article.Published ?? await db.ArticleVersions.FirstAsync(v => v.Id == current, ct);
        TextIndex.Put(db, TextKind, article.Id, version.Title, await Body(db, article, version, ct));
    }

    private static async Task<string> Body(AppDb db, Article article, ArticleVersion version, CancellationToken ct)
    {
        var unit = await db.UnitRefs.Where(u => u.Id == article.Unit).Select(u => u.Name + " " + u.ShortName).FirstOrDefaultAsync(ct);
        var items = version.Items.Count == 0 ? [] : await db.ItemRefs.Where(i => version.Items.Contains(i.Id)).Select(i => i.Name).ToListAsync(ct);
        return string.Join('\n', [.. version.Variants, version.Answer, version.Class, version.LegalBasis, unit ?? "", .. items]);
    }
}
