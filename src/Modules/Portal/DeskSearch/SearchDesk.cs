using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Points;

namespace Yimen.Portal.DeskSearch;

/// <summary>全局搜索 — one field over everything the visitor may see, grouped by what it is.</summary>
internal static class SearchDesk
{
    private const int BestOfEach = 8;
    private const int Longest = 60;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/search", Show).RequireStaff().ExcludeFromDescription();

    private static async Task<IResult> Show(string? q, HttpContext http, AppDb db, PermissionTable permissions, IEnumerable<SearchSource> sources, CancellationToken ct)
    {
        var words = Clean(q);
        var ask = new SearchAsk(db, http.Visitor, permissions, words, BestOfEach);
        var groups = new List<FoundGroup>();
        foreach (var source in sources.Where(_ => words.Length > 0).OrderBy(s => s.Order))
        {
            var found = await source.Find(ask, ct);
            groups.AddRange(found.Hits.Count == 0 ? [] : [new FoundGroup(source.Title, found)]);
        }

        return Page.Of<DeskSearchPage>(http, new DeskSearchView(words, groups));
    }

    private static string Clean(string? text) =>
        string.Concat((text ?? "").EnumerateRunes().Where(r => !System.Text.Rune.IsControl(r) && r != System.Text.Rune.ReplacementChar).Take(Longest)).Trim();
}

public sealed record DeskSearchView(string Words, IReadOnlyList<FoundGroup> Groups);

public sealed record FoundGroup(string Title, SearchFound Found);
