using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Text;

namespace Yimen.Hotline.Lists;

/// <summary>The list's query, as it stands in the URL.</summary>
public sealed record OrderFilter(string? Q, string? State, string? Unit, string? Type, string? Class, string? Source, string? From, string? To, string? Urgency, string? Late, string? Raised, string? Paused, string? Following, string? Town, string? Meeting, string? Sort, string? Page, string? Size)
{
    internal IQueryable<WorkOrder> Apply(IQueryable<WorkOrder> orders, AppDb db, DateOnly today, CountyKeys keys)
    {
        orders = string.IsNullOrWhiteSpace(Q) ? orders : Matching(orders, db, Q.Trim(), keys);
        orders = Enum.TryParse<OrderState>(State, out var state) && Enum.IsDefined(state) ? orders.Where(o => o.State == state) : State == "open" ? orders.Open : orders;
        orders = UnitId.TryParse(Unit, null, out var unit) ? orders.Where(o => o.Unit == unit) : orders;
        orders = Enum.TryParse<OrderType>(Type, out var type) && Enum.IsDefined(type) ? orders.Where(o => o.Type == type) : orders;
        orders = string.IsNullOrEmpty(Class) ? orders : orders.Where(o => o.ContentClass == Class);
        orders = Enum.TryParse<OrderSource>(Source, out var source) && Enum.IsDefined(source) ? orders.Where(o => o.Source == source) : orders;
        orders = Enum.TryParse<Urgency>(Urgency, out var urgency) && Enum.IsDefined(urgency) ? orders.Where(o => o.Urgency == urgency) : orders;
        orders = DateOnly.TryParse(From, out var from) ? orders.Where(o => o.ReceivedOn >= from) : orders;
        orders = DateOnly.TryParse(To, out var to) ? orders.Where(o => o.ReceivedOn <= to) : orders;
        orders = Late is "1" or "true" ? orders.Overdue(today) : orders;
        orders = Raised is "1" or "true" ? orders.Where(o => o.Raised) : orders;
        orders = Paused is "1" or "true" ? orders.Where(o => o.Paused != null) : orders;
        orders = string.IsNullOrEmpty(Town) ? orders : orders.Where(o => o.Town == Town);
        orders = Meeting switch
        {
            "open" => orders.Where(o => o.Coordinations.Any(c => c.DecidedAt == null)),
            "owed" => orders.Where(o => o.Duties.Any(d => d.ReportedOn == null)),
            _ => orders,
        };
        return Following is "no" ? orders.Masters : Following is "yes" ? orders.Where(o => o.MasterId != null) : orders;
    }

    /// <summary>By number, by the city's number, by a caller's whole telephone, else by the words of the text. What is under secrecy is found by its number alone.</summary>
    internal static IQueryable<WorkOrder> Matching(IQueryable<WorkOrder> orders, AppDb db, string q, CountyKeys keys)
    {
        var number = q.ToUpperInvariant();
        if (Phone.TryParse(q, out var phone, out string _))
        {
            var index = keys.IndexOf(phone.Value);
            return orders.Where(o => (!o.Secret && o.Requester.PhoneIndex == index) || o.Number == number || o.SourceNumber == q);
        }

        // one set of ids: asked for beside the numbers with an "or", PostgreSQL looks at every order
        var found = db.Orders.Where(o => o.Number == number || o.SourceNumber == q).Select(o => o.Id).Union(TextIndex.Hits(db, OrdersData.TextKind, q).Select(h => h.Id));
        return orders.Where(o => found.Contains(o.Id));
    }

    internal IQueryable<WorkOrder> Order(IQueryable<WorkOrder> orders) => Sort switch
    {
        "number" => orders.OrderBy(o => o.Number).ThenBy(o => o.Id),
        "-number" => orders.OrderByDescending(o => o.Number).ThenBy(o => o.Id),
        "received" => orders.OrderBy(o => o.ReceivedAt).ThenBy(o => o.Id),
        "due" => orders.OrderBy(o => o.Due == null).ThenBy(o => o.Due).ThenBy(o => o.Id),
        "-due" => orders.OrderBy(o => o.Due == null).ThenByDescending(o => o.Due).ThenBy(o => o.Id),
        _ => orders.OrderByDescending(o => o.ReceivedAt).ThenBy(o => o.Id),
    };
}
