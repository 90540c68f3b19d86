using Yimen.Cases.Contracts;
using Yimen.Cases.Pickup;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>The result out of the house: over the counter after identity was checked, or by post.</summary>
internal sealed partial class Case
{
    private readonly List<Parcel> parcels = [];

    /// <summary>Since when the result lies ready to be taken.</summary>
    public DateOnly? ReadyOn { get; private set; }

    public HandOutFact? HandOut { get; private set; }

    public IReadOnlyList<Parcel> Parcels => parcels;

    /// <summary>窗口领取 — identity was checked against the card; a proxy's name, masked number and mandate stand in the case.</summary>
    public void HandOutTo(HandOutFact taker, Act act)
    {
        Deliver(DeliveryMethod.Direct, taker.Name, act, taker.CardRead ? "已读卡核验" : "未读卡，人工核对证件");
        HandOut = taker;
        Trail.Add(new Change("领取人证件", null, taker.Number));
        if (taker.IsProxy)
        {
            Trail.Add(new Change("代领依据", null, taker.Basis));
        }
    }

    /// <summary>寄出 — by EMS: the result to the applicant once it may be served, or papers the other way.</summary>
    public void Post(Parcel parcel, Act act)
    {
        if (parcel.Way == ParcelWay.ToApplicant)
        {
            CaseLifecycle.Table.After(State, CaseVerb.Deliver);
            CheckPaid();
        }

        if (parcel.SentOn > act.Today || parcels.Exists(p => p.Number == parcel.Number))
        {
            throw new RuleViolation("parcel", parcel.SentOn > act.Today ? "寄出日期不能晚于今天。" : "这个快递单号已经登记。");
        }

        parcels.Add(parcel);
        Trail.Note(act, "登记快递", null, null, new Change(Label.Of(parcel.Way), null, parcel.Number), new Change("寄出日期", null, $"{parcel.SentOn:yyyy-MM-dd}"));
    }

    /// <summary>签收 — a parcel arrived; when it held the result, the case is served by post.</summary>
    /// <returns>Whether the case was served by it.</returns>
    public bool Arrive(Guid parcelId, DateOnly on, Act act)
    {
        var parcel = parcels.Find(p => p.Id == parcelId) ?? throw new RuleViolation("no-parcel", "没有登记过这件快递。");
        if (parcel.DeliveredOn is not null || on < parcel.SentOn || on > act.Today)
        {
            throw new RuleViolation("parcel", parcel.DeliveredOn is not null ? "这件快递已经签收。" : "签收日期应在寄出日期至今天之间。");
        }

        parcel.DeliveredOn = on;
        if (parcel.Way == ParcelWay.ToApplicant && State == CaseState.AwaitingDelivery)
        {
            Deliver(DeliveryMethod.Post, Applicant.Name, act, $"EMS {parcel.Number}，{on:yyyy-MM-dd} 签收");
            return true;
        }

        Trail.Note(act, "快递签收", null, null, new Change(parcel.Number, null, $"{on:yyyy-MM-dd}"));
        return false;
    }
}
