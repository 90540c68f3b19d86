using Yimen.Kernel;
using Yimen.Knowledge.Review;

namespace Yimen.Knowledge.Publication;

/// <summary>发布, 下架, 归档 — whether an entry stands ready as an answer.</summary>
internal static class PublicationSteps
{
    public static readonly IReadOnlyList<ArticleStep> All =
    [
        new("publication", Label.Of(ArticleVerb.Publish), _ => Rights.Publish, article => ArticleLifecycle.Versions.After(article.Open().State, ArticleVersionVerb.Publish), Publish)
        {
            WillHappen = ["这个版本成为现行答复，话务人员立即可用；对外公开的，门户立即可查。", "按周期安排下一次复审。"], ShowsVersion = true, Prominent = true,
        },
        Step("takedown", ArticleVerb.TakeDown, Rights.TakeDown, (article, act) => article.TakeDown(act)) with
        {
            WillHappen = ["条目立即不再作为答复，门户上查不到。", "以后可以修订后重新发布。"], ReasonLabel = "下架的原因", Dangerous = true,
        },
        Step("archive", ArticleVerb.Archive, Rights.Publish, (article, act) => article.Archive(act)) with
        {
            WillHappen = ["条目归档，不能再修订和发布；历次版本和办理记录保留。"], Dangerous = true,
        },
    ];

    private static async Task Publish(KnowledgeDesk desk, StepInput input, Article article, Act act) => article.Publish(await desk.Next(act, CancellationToken.None), act);

    private static ArticleStep Step(string noun, ArticleVerb verb, string right, Action<Article, Act> act) =>
        new(noun, Label.Of(verb), _ => right, article => ArticleLifecycle.Articles.After(article.State, verb), (_, _, article, now) => ReviewSteps.Done(() => act(article, now))) { WillHappen = [] };
}
