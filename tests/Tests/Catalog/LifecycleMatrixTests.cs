using Yimen.Catalog;
using Yimen.Catalog.Contracts;
using Yimen.Catalog.Province;
using Yimen.Kernel;

namespace Yimen.Tests.Catalog;

/// <summary>Every state with every verb, for the tables of the room: what is not listed is refused.</summary>
public sealed class LifecycleMatrixTests
{
    private static readonly Dictionary<(VersionState, VersionVerb), VersionState> Versions = new()
    {
        [(VersionState.Editing, VersionVerb.Edit)] = VersionState.Editing,
        [(VersionState.Editing, VersionVerb.Submit)] = VersionState.UnitReview,
        [(VersionState.Editing, VersionVerb.Discard)] = VersionState.Discarded,
        [(VersionState.UnitReview, VersionVerb.UnitApprove)] = VersionState.CentreReview,
        [(VersionState.UnitReview, VersionVerb.Return)] = VersionState.Editing,
        [(VersionState.CentreReview, VersionVerb.Publish)] = VersionState.Published,
        [(VersionState.CentreReview, VersionVerb.Return)] = VersionState.Editing,
        [(VersionState.Published, VersionVerb.Replace)] = VersionState.Replaced,
    };

    private static readonly Dictionary<(ItemState, ItemVerb), ItemState> Items = new()
    {
        [(ItemState.New, ItemVerb.Publish)] = ItemState.InForce,
        [(ItemState.InForce, ItemVerb.Publish)] = ItemState.InForce,
        [(ItemState.InForce, ItemVerb.Suspend)] = ItemState.Suspended,
        [(ItemState.InForce, ItemVerb.Cancel)] = ItemState.Cancelled,
        [(ItemState.Suspended, ItemVerb.Resume)] = ItemState.InForce,
        [(ItemState.Suspended, ItemVerb.Cancel)] = ItemState.Cancelled,
    };

    private static readonly Dictionary<(OfferState, OfferVerb), OfferState> Offers = new()
    {
        [(OfferState.Open, OfferVerb.Claim)] = OfferState.Claimed,
        [(OfferState.Open, OfferVerb.Decline)] = OfferState.Declined,
        [(OfferState.Declined, OfferVerb.Claim)] = OfferState.Claimed,
    };

    private static readonly Dictionary<(DriftState, DriftVerb), DriftState> Drifts = new()
    {
        [(DriftState.Open, DriftVerb.Alter)] = DriftState.Open,
        [(DriftState.Open, DriftVerb.Settle)] = DriftState.Settled,
        [(DriftState.Settled, DriftVerb.Find)] = DriftState.Open,
    };

    [Fact]
    public void A_difference_takes_only_the_steps_of_its_table() => Hold(Drift.Lifecycle, Drifts);

    [Fact]
    public void A_version_takes_only_the_steps_of_its_table() => Hold(ItemLifecycle.Versions, Versions);

    [Fact]
    public void An_item_takes_only_the_steps_of_its_table() => Hold(ItemLifecycle.Items, Items);

    [Fact]
    public void An_offer_takes_only_the_steps_of_its_table() => Hold(Offer.Lifecycle, Offers);

    private static void Hold<TState, TVerb>(Lifecycle<TState, TVerb> table, Dictionary<(TState, TVerb), TState> expected)
        where TState : struct, Enum
        where TVerb : struct, Enum
    {
        foreach (var state in Enum.GetValues<TState>())
        {
            foreach (var verb in Enum.GetValues<TVerb>())
            {
                if (expected.TryGetValue((state, verb), out var to))
                {
                    Assert.Equal(to, table.After(state, verb));
                }
                else
                {
                    var refusal = Assert.Throws<RuleViolation>(() => table.After(state, verb));
                    Assert.Equal("wrong-state", refusal.Code);
                    Assert.Contains(Label.Of(state), refusal.Message);
                }
            }
        }
    }
}
