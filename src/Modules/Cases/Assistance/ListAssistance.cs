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
using Yimen.Platform.Journal;
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
    private const string Here = "/desk/assistance";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(AssistancePermissions.Read);
        app.MapExport<ListGround, AssistanceFilter, AssistanceRow>(Here, AssistancePermissions.Export, Taken);
    }

    internal static IQueryable<AssistanceOrder> Found(HttpContext http, AssistanceFilter filter, AppDb db, PermissionTable table, CountyScope scope, string verb) =>
        filter.Apply(db.AssistanceOrders.AsNoTracking().Within(ScopeReach.Of(http.Visitor, table, verb)), http.Visitor.Actor.AccountId, scope.County.Keys).OrderByDescending(o => o.RequestedAt).ThenBy(o => o.Id);

    private static ExportOf<AssistanceRow> Taken(HttpContext http, AssistanceFilter filter, ListGround on) =>
        new("帮办代办", Here, Found(http, filter, on.Db, on.Table, on.Scope, AssistancePermissions.Export).Select(AssistanceRow.Of), r => new Dictionary<string, object?>
        {
            ["帮办编号"] = r.Number, ["申请方式"] = Label.Of(r.Door), ["被帮办人"] = Masking.Name(r.Name), ["行政区划"] = r.Area.Value, ["要办的事"] = r.Wish, ["帮办员"] = r.Agent, ["状态"] = Label.Of(r.State),
            ["申请时间"] = Dates.Moment(r.At), ["结束日期"] = r.FinishedOn?.ToString("yyyy-MM-dd"),
        });

    private static async Task<IResult> Show(HttpContext http, [AsParameters] AssistanceFilter filter, AppDb db, PermissionTable table, CountyScope scope, CancellationToken ct)
    {
        var reach = ScopeReach.Of(http.Visitor, table, AssistancePermissions.Read);
        var found = Found(http, filter, db, table, scope, AssistancePermissions.Read);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await found.Skip(paging.Skip).Take(paging.Size).Select(AssistanceRow.Of).ToListAsync(ct);
        var areas = rows.Select(r => r.Area).Distinct().ToList();
        var names = await db.DivisionRefs.Where(d => areas.Contains(d.Code)).ToDictionaryAsync(d => d.Code, d => d.Name, ct);
        return Page.Of<AssistanceListPage>(http, new AssistanceListView([.. rows.Select(r => r with { Place = names.GetValueOrDefault(r.Area, "") })], paging, filter,
            await AssistanceForm.Places(db, db.DivisionRefs.AsNoTracking().Within(reach), ct), http.Visitor.May(table, AssistancePermissions.Request), http.Visitor.May(table, AssistancePermissions.Export)));
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

    public DateOnly? FinishedOn { get; init; }

    public string Place { get; init; } = "";

    public Tone Tone => State switch { AssistanceState.Finished => Tone.Good, AssistanceState.Withdrawn => Tone.Neutral, AssistanceState.Authorised => Tone.Active, _ => Tone.Warn };

    internal static readonly Expression<Func<AssistanceOrder, AssistanceRow>> Of = o => new AssistanceRow
    {
        Id = o.Id, Number = o.Number, Name = o.Person.Name, Wish = o.Wish, Area = o.Area, Door = o.Door, Agent = o.AgentName, State = o.State, At = o.RequestedAt, FinishedOn = o.FinishedOn,
    };
}

public sealed record AssistanceListView(IReadOnlyList<AssistanceRow> Rows, Paging Paging, AssistanceFilter Filter, IReadOnlyList<Choice> Places, bool CanRequest, bool CanExport);
