using Yimen.Kernel;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Corrections;

namespace Yimen.Tests.Knowledge;

/// <summary>Every state with every verb, for the tables of the room: what is not listed is refused.</summary>
public sealed class LifecycleTests
{
    private static readonly Dictionary<(ArticleVersionState, ArticleVersionVerb), ArticleVersionState> Versions = new()
    {
        [(ArticleVersionState.Editing, ArticleVersionVerb.Edit)] = ArticleVersionState.Editing,
        [(ArticleVersionState.Editing, ArticleVersionVerb.Submit)] = ArticleVersionState.UnitReview,
        [(ArticleVersionState.Editing, ArticleVersionVerb.Discard)] = ArticleVersionState.Discarded,
        [(ArticleVersionState.UnitReview, ArticleVersionVerb.UnitApprove)] = ArticleVersionState.HotlineReview,
        [(ArticleVersionState.UnitReview, ArticleVersionVerb.Return)] = ArticleVersionState.Editing,
        [(ArticleVersionState.HotlineReview, ArticleVersionVerb.Publish)] = ArticleVersionState.Published,
        [(ArticleVersionState.HotlineReview, ArticleVersionVerb.Return)] = ArticleVersionState.Editing,
        [(ArticleVersionState.Published, ArticleVersionVerb.Replace)] = ArticleVersionState.Replaced,
    };

    private static readonly Dictionary<(ArticleState, ArticleVerb), ArticleState> Articles = new()
    {
        [(ArticleState.New, ArticleVerb.Publish)] = ArticleState.Live,
        [(ArticleState.New, ArticleVerb.Archive)] = ArticleState.Archived,
        [(ArticleState.Live, ArticleVerb.Publish)] = ArticleState.Live,
        [(ArticleState.Live, ArticleVerb.Call)] = ArticleState.Live,
        [(ArticleState.Live, ArticleVerb.Confirm)] = ArticleState.Live,
        [(ArticleState.Live, ArticleVerb.TakeDown)] = ArticleState.TakenDown,
        [(ArticleState.TakenDown, ArticleVerb.Publish)] = ArticleState.Live,
        [(ArticleState.TakenDown, ArticleVerb.Archive)] = ArticleState.Archived,
    };

    private static readonly Dictionary<(CorrectionState, CorrectionVerb), CorrectionState> Corrections = new()
    {
        [(CorrectionState.Open, CorrectionVerb.Accept)] = CorrectionState.Accepted,
        [(CorrectionState.Open, CorrectionVerb.Decline)] = CorrectionState.Declined,
    };

    [Fact]
    public void A_version_takes_only_the_steps_of_its_table() => Hold(ArticleLifecycle.Versions, Versions);

    [Fact]
    public void An_entry_takes_only_the_steps_of_its_table() => Hold(ArticleLifecycle.Articles, Articles);

    [Fact]
    public void A_correction_takes_only_the_steps_of_its_table() => Hold(Correction.Lifecycle, Corrections);

    private static void Hold<TState, TVerb>(Lifecycle<TState, TVerb> table, Dictionary<(TState, TVerb), TState> expected)
        where TState : struct, Enum
        where TVerb : struct, Enum
    {
        foreach (var (state, verb) in from s in Enum.GetValues<TState>() from v in Enum.GetValues<TVerb>() select (s, v))
        {
            if (expected.TryGetValue((state, verb), out var to))
            {
                Assert.Equal(to, table.After(state, verb));
            }
            else
            {
                Assert.Equal("wrong-state", Assert.Throws<RuleViolation>(() => table.After(state, verb)).Code);
            }
        }
    }
}
