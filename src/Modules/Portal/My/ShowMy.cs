using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Data;
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

        return Page.Of<MyPage>(http, new MyView(http.Visitor.Actor.Name, http.Visitor.IsStaff, read));
    }
}

public sealed record MyView(string Name, bool IsStaff, IReadOnlyList<MyList> Lists);

public sealed record MyList(MatterList List, MatterPage Page);
