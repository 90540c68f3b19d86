using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Knowledge.Editing;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Registry;

public sealed record ComparisonView(Guid Id, string Title, IReadOnlyList<Choice> Numbers, int Old, int New, IReadOnlyList<FieldPair> Differences);

/// <summary>版本对照 — any two versions side by side; the last two without a choice.</summary>
internal static class CompareVersions
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/knowledge/{id:guid}/versions", Show).RequirePermission(Rights.Read);

    private static async Task<IResult> Show(Guid id, string? old, string? now, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        var article = await desk.Db.Look(http, id, Rights.Read, ct);
        var mayWork = http.MayWork(article.Unit);
        var versions = article.Versions.Where(v => mayWork || v.PublishedAt is not null).OrderBy(v => v.Number).ToList();
        if (versions.Count == 0)
        {
            throw new NotThere();
        }

        var newer = versions.Find(v => $"{v.Number}" == now) ?? versions[^1];
        var older = versions.Find(v => $"{v.Number}" == old) ?? versions.LastOrDefault(v => v.Number < newer.Number) ?? versions[0];
        var names = await ItemLinks.Named(desk.Db, [.. older.Items, .. newer.Items], ct);
        var pairs = ArticleDifference.Between(older.Draft, newer.Draft).Select(c => c.Field == "关联事项"
            ? new FieldPair(c.Field, NamesOf(newer, names), NamesOf(older, names)) : new FieldPair(c.Field, c.New, c.Old));
        return Page.Of<ComparisonPage>(http, new ComparisonView(id, article.Title, [.. versions.Select(v => new Choice($"{v.Number}", $"第 {v.Number} 版"))], older.Number, newer.Number, [.. pairs]));
    }

    private static string NamesOf(ArticleVersion version, Dictionary<Guid, LinkedItem> names) => string.Join('\n', version.Items.Where(names.ContainsKey).Select(i => names[i].Name));
}
