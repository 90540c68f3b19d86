using Yimen.Kernel;

namespace Yimen.Knowledge.Review;

/// <summary>提交审核, 本单位审核通过, 退回修改, 放弃 — the steps of a version before the hotline office publishes it.</summary>
internal static class ReviewSteps
{
    public static readonly IReadOnlyList<ArticleStep> All =
    [
        Step("submission", ArticleVersionVerb.Submit, (_, _, article, act) => Done(() => article.Pass(ArticleVersionVerb.Submit, act))) with
        {
            WillHappen = ["这个版本交给本单位审核人，审核期间不能修改。", "审核人会在待办中收到。"], ShowsVersion = true, Prominent = true,
        },
        Step("approval", ArticleVersionVerb.UnitApprove, (_, input, article, act) => Done(() => article.Approve(input.Secrecy == "true", act))) with
        {
            WillHappen = ["确认内容准确、依据充分、可以这样答复群众，交给热线办审核发布。", "热线办会在待办中收到。"], ShowsVersion = true, AsksSecrecy = true, Prominent = true,
        },
        Step("return", ArticleVersionVerb.Return, (_, _, article, act) => Done(() => article.Pass(ArticleVersionVerb.Return, act))) with
        {
            WillHappen = ["版本退回编写，编写人会在待办和条目页面看到您写的意见。"], ReasonLabel = "需要修改的内容", ShowsVersion = true,
        },
        Step("withdrawal", ArticleVersionVerb.Discard, (_, _, article, act) => Done(() => article.Discard(act))) with
        {
            WillHappen = ["这个版本不再继续；使用中的版本不受影响。从未发布过的条目随之归档。"], ReasonLabel = "放弃的原因", Dangerous = true,
        },
    ];

    private static ArticleStep Step(string noun, ArticleVersionVerb verb, Func<KnowledgeDesk, StepInput, Article, Act, Task> act) =>
        new(noun, Label.Of(verb), article => Rights.Of(verb, article.Working?.State ?? default), article => ArticleLifecycle.Versions.After(article.Open().State, verb), act) { WillHappen = [] };

    internal static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
