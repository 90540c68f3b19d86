using System.Linq.Expressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Assistance;

/// <summary>The query of the list. Without a state it shows what is not finished.</summary>
public sealed record AssistanceFilter(string? Q, string? State, string? Area, string? Mine, string? Page, string? Size)
{
    internal IQueryable<AssistanceOrder> Apply(IQueryable<AssistanceOrder> orders, Guid me, Platform.Crypto.CountyKeys keys)
    {
        orders = Q?.Trim() is { Length: > 0 } q ? Matching(orders, q, keys) : orders;
        orders = State == "all" ? orders
            : Enum.TryParse<AssistanceState>(State, out var state) && Enum.IsDefined(state) ? orders.Where(o => o.State == state)
            : orders.Where(o => o.State != AssistanceState.Finished && o.State != AssistanceState.Withdrawn);
        var area = new AreaCode(Area ?? "");
        orders = area.Value.Length == 12 ? orders.Where(o => o.Area == area) : orders;
        return Mine == "true" ? orders.Where(o => o.AgentId == me) : orders;
    }

    private static IQueryable<AssistanceOrder> Matching(IQueryable<AssistanceOrder> orders, string q, Platform.Crypto.CountyKeys keys)
    {
        if (ResidentId.TryParse(q, out var number, out string _))
        {
            var index = keys.IndexOf(number.Value);
            return orders.Where(o => o.PersonIndex == index);
        }

        return orders.Where(o => o.Number.StartsWith(q) || o.Person.Name.Contains(q) || o.Wish.Contains(q));
    }
}

/// <summary>帮办代办 — the orders of the visitor's towns and villages.</summary>
internal static class ListAssistance
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/assistance", Show).RequirePermission(AssistancePermissions.Read);

    private static async Task<IResult> Show(HttpContext http, [AsParameters] AssistanceFilter filter, AppDb db, PermissionTable table, CountyScope scope, CancellationToken ct)
    {
        var reach = ScopeReach.Of(http.Visitor, table, AssistancePermissions.Read);
        var found = filter.Apply(db.AssistanceOrders.AsNoTracking().Within(reach), http.Visitor.Actor.AccountId, scope.County.Keys);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await found.OrderByDescending(o => o.RequestedAt).ThenBy(o => o.Id).Skip(paging.Skip).Take(paging.Size).Select(AssistanceRow.Of).ToListAsync(ct);
        var areas = rows.Select(r => r.Area).Distinct().ToList();
        var names = await db.DivisionRefs.Where(d => areas.Contains(d.Code)).ToDictionaryAsync(d => d.Code, d => d.Name, ct);
        return Page.Of<AssistanceListPage>(http, new AssistanceListView([.. rows.Select(r => r with { Place = names.GetValueOrDefault(r.Area, "") })], paging, filter,
            await AssistanceForm.Places(db, db.DivisionRefs.AsNoTracking().Within(reach), ct), http.Visitor.May(table, AssistancePermissions.Request)));
    }
}

/// <summary>A line of the list.</summary>
public sealed record AssistanceRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required string Wish { get; init; }

    public required AreaCode Area { get; init; }

    public required AssistanceDoor Door { get; init; }

    public required string Agent { get; init; }

    public required AssistanceState State { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Place { get; init; } = "";

    public Tone Tone => State switch { AssistanceState.Finished => Tone.Good, AssistanceState.Withdrawn => Tone.Neutral, AssistanceState.Authorised => Tone.Active, _ => Tone.Warn };

    internal static readonly Expression<Func<AssistanceOrder, AssistanceRow>> Of = o => new AssistanceRow
    {
        Id = o.Id, Number = o.Number, Name = o.Person.Name, Wish = o.Wish, Area = o.Area, Door = o.Door, Agent = o.AgentName, State = o.State, At = o.RequestedAt,
    };
}

public sealed record AssistanceListView(IReadOnlyList<AssistanceRow> Rows, Paging Paging, AssistanceFilter Filter, IReadOnlyList<Choice> Places, bool CanRequest);
