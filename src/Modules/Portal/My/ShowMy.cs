using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Points;

namespace Yimen.Portal.My;

/// <summary>我的 — what one has going, list by list as the modules register them.</summary>
internal static class ShowMy
{
    private const int Newest = 5;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/my", Show).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, AppDb db, IEnumerable<MatterList> lists, CancellationToken ct)
    {
        var read = new List<MyList>();
        foreach (var list in lists.OrderBy(l => l.Order))
        {
            read.Add(new(list, await list.Read(db, http.Visitor.Actor, Newest, ct)));
        }

        var me = http.Visitor.Actor.AccountId;
        var messages = await db.MessagesOf(me).AsNoTracking().Where(m => m.ReadAt == null).OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(Newest)
            .Select(m => new MyMessage(m.Id, m.Subject, m.At)).ToListAsync(ct);
        return Page.Of<MyPage>(http, new MyView(http.Visitor.Actor.Name, http.Visitor.IsStaff, read) { Unread = await db.UnreadOf(me, ct), Messages = messages });
    }
}

public sealed record MyView(string Name, bool IsStaff, IReadOnlyList<MyList> Lists)
{
    public int Unread { get; init; }

    /// <summary>The newest that were not opened yet.</summary>
    public IReadOnlyList<MyMessage> Messages { get; init; } = [];
}

/// <summary>A message as 我的 lists it.</summary>
public sealed record MyMessage(Guid Id, string Subject, DateTimeOffset At);

public sealed record MyList(MatterList List, MatterPage Page);
