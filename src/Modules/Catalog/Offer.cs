using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Catalog;

internal enum OfferState
{
    [Label("待认领")] Open,
    [Label("已认领")] Claimed,
    [Label("不认领")] Declined,
}

internal enum OfferVerb
{
    [Label("认领")] Claim,
    [Label("不认领")] Decline,
}

/// <summary>统筹下发事项 — an entry of the basic catalogue that the city offers the county in a batch, for one unit to claim or decline.</summary>
internal sealed class Offer : IMatter
{
    public static readonly Lifecycle<OfferState, OfferVerb> Lifecycle = new(
        (OfferState.Open, OfferVerb.Claim, OfferState.Claimed),
        (OfferState.Open, OfferVerb.Decline, OfferState.Declined),
        (OfferState.Declined, OfferVerb.Claim, OfferState.Claimed));

    private Offer()
    {
    }

    public Guid Id { get; private init; }

    public int Batch { get; private init; }

    public string BasicCode { get; private init; } = "";

    public string Handling { get; private init; } = "";

    public string Name { get; private init; } = "";

    public UnitId Unit { get; private init; }

    public DateOnly OfferedOn { get; private init; }

    public OfferState State { get; private set; }

    public Guid? ItemId { get; private set; }

    public Trail Trail { get; private set; } = new();

    public MatterRef Ref => new("offer", Id);

    public IEnumerable<TaskSpec> WaitsFor => State == OfferState.Open
        ? [new TaskSpec("claim", $"认领事项：{Name}", Roles.UnitEditor, Unit) { Href = $"/desk/offers/{Id}" }]
        : [];

    /// <summary>下发 — the city offers the entry.</summary>
    public static Offer Make(Guid id, int batch, BasicItem basic, string handling, string name, UnitId unit, Act act)
    {
        var offer = new Offer { Id = id, Batch = batch, BasicCode = basic.Code, Handling = handling, Name = name, Unit = unit, OfferedOn = act.Today };
        offer.Trail.Note(act, "下发", null, Label.Of(OfferState.Open), new Change("批次", null, $"{batch}"));
        return offer;
    }

    /// <summary>认领 — the unit takes it; the item that it becomes is kept here.</summary>
    public void Claim(Guid itemId, Act act)
    {
        Move(OfferVerb.Claim, act);
        ItemId = itemId;
    }

    /// <summary>不认领 — not the county's business, with the reason.</summary>
    public void Decline(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "不认领须写明原因。");
        }

        Move(OfferVerb.Decline, act);
    }

    private void Move(OfferVerb verb, Act act)
    {
        var from = State;
        State = Lifecycle.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State));
    }
}
