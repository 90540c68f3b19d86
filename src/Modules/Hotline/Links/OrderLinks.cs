using Yimen.Hotline.Contracts;

namespace Yimen.Hotline.Links;

/// <summary>What becomes of the orders that follow when their master is answered or goes away.</summary>
internal static class OrderLinks
{
    /// <summary>Whether the master's state settles those that follow.</summary>
    public static bool Settles(WorkOrder master) => master.State is OrderState.FollowUp or OrderState.Closed or OrderState.ReturnedToCity;

    /// <summary>Answers every order that follows; where the master went back to the city each is handled apart. Nobody is lost.</summary>
    public static IReadOnlyList<WorkOrder> Settle(WorkOrder master, IReadOnlyList<WorkOrder> waiting, OrderAct by)
    {
        foreach (var follower in waiting)
        {
            if (master.State == OrderState.ReturnedToCity)
            {
                follower.HandleApart(master, by.Act);
            }
            else
            {
                follower.TakeAnswer(master, by.NewId(), by.Act);
            }
        }

        return waiting;
    }
}
