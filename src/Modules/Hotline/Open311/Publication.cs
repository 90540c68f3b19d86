using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;

namespace Yimen.Hotline.Open311;

/// <summary>
/// 公开 — what anybody may read of the orders, by the rules of the day of reading: a class that is withdrawn disappears at once, with its past. An order under secrecy and a
/// 举报 are never told of. What came through a door that is not open is told of without a word of its content, place or answer.
/// </summary>
internal sealed class Publication(DateOnly day, GeoServices services)
{
    private readonly List<string> classes = [.. services.PublicOn(day).Select(s => s.Code)];
    private readonly List<OrderSource> open = [.. services.Doors(day).Where(d => d.Content).Select(d => d.Door)];

    /// <summary>What a class was called when an order came in.</summary>
    public string NameOf(string contentClass, DateTimeOffset receivedAt) => services.NameOf(contentClass, Kernel.ChinaTime.DateOf(receivedAt));

    /// <summary>What may be told of. What was posted here stays findable by its number when a dispatcher put it into a class that is not public: its content is then withheld.</summary>
    public IQueryable<WorkOrder> Listed(IQueryable<WorkOrder> orders) =>
        orders.AsNoTracking().Where(o => !o.Secret && o.Type != OrderType.Report && (classes.Contains(o.ContentClass) || o.Source == OrderSource.Open311));

    /// <summary>Whether its content, place, pictures and answer may be shown.</summary>
    public bool Shows(OrderSource door, string contentClass) => open.Contains(door) && classes.Contains(contentClass);
}
