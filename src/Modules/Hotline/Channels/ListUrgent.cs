using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Channels;

/// <summary>The list's query, as it stands in the URL.</summary>
public sealed record UrgentFilter(string? Q, string? State, string? Unit, string? Sort, string? Page, string? Size);

public sealed record UrgentRow(Guid OrderId, string OrderNumber, string What, string Unit, string State, Tone Tone, string Person, DateTimeOffset? Until, int Attempts, DateTimeOffset BeganAt);

public sealed record UrgentsView(IReadOnlyList<UrgentRow> Rows, Paging Paging, UrgentFilter Filter, IReadOnlyList<Choice> Units);

/// <summary>紧急联络 — every one within the visitor's scope, those that wait first.</summary>
internal static class ListUrgent
{
    public const string Here = "/desk/urgent-contacts";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, [AsParameters] UrgentFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
            Page.Of<UrgentsPage>(http, await View(http, filter, db, table, ct))).RequirePermission(ChannelPermissions.Read);
        app.MapGet("/api/v1/urgent-contacts", async Task<Ok<IReadOnlyList<UrgentRow>>> (HttpContext http, [AsParameters] UrgentFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
            TypedResults.Ok((await View(http, filter, db, table, ct)).Rows)).RequirePermission(ChannelPermissions.Read).Described("查询紧急联络");
    }

    private static async Task<UrgentsView> View(HttpContext http, UrgentFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var found = Apply(Within(db.UrgentContacts.AsNoTracking(), http.Visitor, table), filter);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await Order(found, filter.Sort).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        var known = await db.UnitsAndTowns(ct);
        return new([.. rows.Select(c => new UrgentRow(c.OrderId, c.OrderNumber, c.What, known.NameOf(c.Unit), Label.Of(c.State), AttemptsView.ToneOf(c.State),
            c.State == UrgentState.Calling ? c.Attempts.LastOrDefault(a => a.Post == c.Post)?.Person ?? "" : c.EndedByName, c.State == UrgentState.Calling ? c.Until : null, c.Attempts.Count, c.BeganAt))], paging, filter, known.Units);
    }

    private static IQueryable<UrgentContact> Within(IQueryable<UrgentContact> contacts, Visitor visitor, PermissionTable table) =>
        visitor.UnitsFor(table, ChannelPermissions.Read) is { } units ? contacts.Where(c => units.Contains(c.Unit)) : contacts;

    private static IQueryable<UrgentContact> Apply(IQueryable<UrgentContact> contacts, UrgentFilter filter)
    {
        contacts = string.IsNullOrWhiteSpace(filter.Q) ? contacts : contacts.Where(c => c.OrderNumber.Contains(filter.Q.Trim()) || c.What.Contains(filter.Q.Trim()) || c.Attempts.Any(a => a.Person == filter.Q.Trim()));
        contacts = UnitId.TryParse(filter.Unit, null, out var unit) ? contacts.Where(c => c.Unit == unit) : contacts;
        return Enum.TryParse<UrgentState>(filter.State, out var state) && Enum.IsDefined(state) ? contacts.Where(c => c.State == state) : contacts;
    }

    private static IQueryable<UrgentContact> Order(IQueryable<UrgentContact> contacts, string? sort) => sort switch
    {
        "began" => contacts.OrderBy(c => c.BeganAt).ThenBy(c => c.Id),
        "-began" => contacts.OrderByDescending(c => c.BeganAt).ThenBy(c => c.Id),
        _ => contacts.OrderBy(c => c.State).ThenByDescending(c => c.BeganAt).ThenBy(c => c.Id),
    };
}
