using Microsoft.AspNetCore.Http;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Review;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Registry;

/// <summary>The buttons of an entry: what its two lifecycles allow now, and of that only what the visitor may do.</summary>
internal static class ArticleVerbs
{
    public static IEnumerable<VerbLink> Of(Article article, HttpContext http)
    {
        var path = $"/desk/knowledge/{article.Id}";
        if (article.Working?.State == ArticleVersionState.Editing && http.May(Rights.Write, article.Unit))
        {
            yield return new("编辑", $"{path}/edit", VerbKind.Quiet);
        }

        if (article.CanChange && http.May(Rights.Write, article.Unit))
        {
            yield return new("修订", $"{path}/revision", VerbKind.Quiet);
        }

        foreach (var step in ArticleSteps.All.Where(s => s.IsOpen(article, http)))
        {
            yield return new(step.Verb, $"{path}/{step.Noun}", step.Kind);
        }

        if (article.State == ArticleState.Live && http.MaySomewhere(Rights.Correct))
        {
            yield return new("提出纠错", $"{path}/correction", VerbKind.Quiet);
        }
    }
}
