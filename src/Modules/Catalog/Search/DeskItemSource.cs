using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Points;
using Yimen.Platform.Text;

namespace Yimen.Catalog.Search;

/// <summary>Items for the desk's search: published ones by their text, and those of the visitor's reach that are not, by name or code.</summary>
internal static class DeskItemSource
{
    public static readonly SearchSource Source = new(20, "事项", Find);

    private static async Task<SearchFound> Find(SearchAsk ask, CancellationToken ct)
    {
        var scopes = ask.Visitor.ScopesFor(ask.Permissions, Rights.Read);
        if (scopes.Count == 0)
        {
            return SearchFound.Nothing;
        }

        var code = ask.Words.ToUpperInvariant();
        var texts = TextIndex.Hits(ask.Db, CardFollower.TextKind, ask.Words).Select(h => h.Id);
        var hits = await (from i in ask.Db.Items.AsNoTracking().Within(scopes)
                          join u in ask.Db.UnitRefs on i.Unit equals u.Id
                          where texts.Contains(i.Id) || i.Name.Contains(ask.Words) || i.HandlingCode == code || i.BasicCode == code
                          orderby i.Name.Contains(ask.Words) descending, i.Name.Length, i.Id
                          select new { i.Id, i.Name, i.State, u.ShortName, i.BasicCode }).Take(ask.Take).ToListAsync(ct);
        return new([.. hits.Select(i => new SearchHit(i.Name, $"/desk/items/{i.Id}", $"{i.ShortName}，{i.BasicCode}") { Status = Label.Of(i.State), Tone = Words.ToneOf(i.State) })],
            $"/desk/items?q={Uri.EscapeDataString(ask.Words)}");
    }
}
