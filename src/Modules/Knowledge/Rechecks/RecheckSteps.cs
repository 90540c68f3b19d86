using Yimen.Kernel;
using Yimen.Knowledge.Limits;
using Yimen.Knowledge.Review;

namespace Yimen.Knowledge.Rechecks;

/// <summary>确认有效, 政策变动 — the owner looks at a published answer again, or is told that it must.</summary>
internal static class RecheckSteps
{
    public static readonly IReadOnlyList<ArticleStep> All =
    [
        new("confirmation", Label.Of(ArticleVerb.Confirm), _ => Rights.Recheck, article => ArticleLifecycle.Articles.After(article.State, ArticleVerb.Confirm), Confirm)
        {
            WillHappen = ["您确认答复仍然准确，不用修改；复审就此完成，按周期安排下一次。", "答复需要修改的，请不要在这里确认，改为修订。"],
            AsksValidTo = true, ReasonLabel = "说明", ReasonOptional = true,
        },
        new("policy-change", "通知政策变动", _ => Rights.Recheck, Demandable, Tell)
        {
            WillHappen = ["主办单位会在待办中收到，须在时限内修订，或者说明理由后确认有效。", "更新以前答复照常使用；内容已经不对的，请下架。"], ReasonLabel = "变动的政策和要点",
        },
    ];

    private static async Task Confirm(KnowledgeDesk desk, StepInput input, Article article, Act act) => article.Confirm(ArticleStep.ValidTo(input), await desk.Next(act, CancellationToken.None), act);

    private static async Task Tell(KnowledgeDesk desk, StepInput input, Article article, Act act)
    {
        Demandable(article);
        var why = act.Reason ?? throw new RuleViolation("reason", "请写明变动的政策和要点。");
        article.Demand(desk.Ids.NewId(act.Now), RecheckKind.PolicyChanged, (why, await desk.Due(KnowledgeLimitCode.PolicyUpdate, act.Today, CancellationToken.None)), act);
    }

    private static void Demandable(Article article)
    {
        ArticleLifecycle.Articles.After(article.State, ArticleVerb.Call);
        if (article.Rechecks.Any(r => r.IsOpen && r.Kind == RecheckKind.PolicyChanged))
        {
            throw new RuleViolation("told-already", "已经通知过政策变动，主办单位正在更新。");
        }
    }
}
