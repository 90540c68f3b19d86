using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Hotline.Open311;

/// <summary>GET requests, one and many: what may be told of orders, newest first.</summary>
internal sealed class ReadRequests(AppDb db, Open311Door door)
{
    private const string Office = "12345 热线办";

    public async Task<GeoDocument> Many(HttpContext http, CancellationToken ct)
    {
        door.MustBeHere(http.Request.Query["jurisdiction_id"]);
        var (query, rule) = (RequestQuery.Of(http.Request.Query, http.Act().Now), new Publication(http.Act().Today, await db.GeoServices(ct)));
        return await Document(query.Apply(rule.Listed(db.Orders)).OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Number).Skip(query.Skip).Take(query.Size), rule, ct);
    }

    public async Task<GeoDocument> One(HttpContext http, string number, CancellationToken ct)
    {
        door.MustBeHere(http.Request.Query["jurisdiction_id"]);
        var rule = new Publication(http.Act().Today, await db.GeoServices(ct));
        var document = await Document(rule.Listed(db.Orders).Where(o => o.Number == number), rule, ct);
        return document.Node is GeoList { Items.Count: 1 } ? document : throw new GeoFault(StatusCodes.Status404NotFound, "service_request_id: 没有找到。");
    }

    /// <summary>Every service answers with the number at once and never with a token; who asks all the same by a number that was given here is told it again.</summary>
    public async Task<GeoDocument> Token(HttpContext http, string token, CancellationToken ct)
    {
        door.MustBeHere(http.Request.Query["jurisdiction_id"]);
        return await new Publication(http.Act().Today, await db.GeoServices(ct)).Listed(db.Orders).AnyAsync(o => o.Number == token && o.Source == OrderSource.Open311, ct)
            ? new("service_requests", new GeoList("request", [new GeoObject(("service_request_id", token), ("token", token))]))
            : throw new GeoFault(StatusCodes.Status404NotFound, "token: 没有找到；本接口提交后直接返回 service_request_id，不用 token。");
    }

    private async Task<GeoDocument> Document(IQueryable<WorkOrder> orders, Publication rule, CancellationToken ct)
    {
        var rows = await orders.Select(o => new Row(o.Id, o.Number, o.State, o.Paused != null, o.Source, o.ContentClass, o.Unit, o.Content, o.Address, o.Latitude, o.Longitude, o.ReceivedAt, o.Due, o.DirectText,
            o.Replies.Where(r => r.ReleasedAt != null).OrderByDescending(r => r.Sequence).Select(r => r.Text).FirstOrDefault())).ToListAsync(ct);
        List<Guid> ids = [.. rows.Select(r => r.Id)];
        var changed = await PublicSteps.Last(db, ids, ct);
        var sent = await db.Set<Open311Request>().AsNoTracking().Where(r => ids.Contains(r.OrderId)).ToDictionaryAsync(r => r.OrderId, ct);
        var units = await db.UnitRefs.AsNoTracking().Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return new("service_requests", new GeoList("request", [.. rows.Select(r => Node(r, rule.NameOf(r.ContentClass, r.ReceivedAt), rule.Shows(r.Source, r.ContentClass), sent.GetValueOrDefault(r.Id), (changed.GetValueOrDefault(r.Id, r.ReceivedAt), r.Unit is { } unit ? units.GetValueOrDefault(unit, Office) : Office)))]));
    }

    // the order of the fields is the specification's; what is withheld is empty
    private static GeoNode Node(Row r, string name, bool shows, Open311Request? sent, (DateTimeOffset Changed, string Agency) at) => new GeoObject(
        ("service_request_id", r.Number), ("status", RequestQuery.Status(r.State)), ("status_notes", (shows ? r.Answer ?? (r.DirectText.Length > 0 ? r.DirectText : null) : null) ?? Words(r)),
        ("service_name", name), ("service_code", r.ContentClass), ("description", shows ? sent?.Brief ?? r.Content : null),
        ("agency_responsible", at.Agency), ("service_notice", ""), ("requested_datetime", GeoDates.Of(r.ReceivedAt)), ("updated_datetime", GeoDates.Of(at.Changed)),
        ("expected_datetime", r.Due is { } due ? GeoDates.EndOf(due) : null), ("address", shows ? r.Address : null), ("address_id", shows ? sent?.AddressId : null), ("zipcode", ""),
        ("lat", shows ? r.Latitude : null), ("long", shows ? r.Longitude : null), ("media_url", shows && sent?.MediaUrls is [var first, ..] ? first : null));

    // whether it waits for a dispatcher or a reviewer is the house's affair
    private static string Words(Row r) => r.State switch
    {
        OrderState.Received or OrderState.Following or OrderState.Dispatched => "已受理",
        OrderState.FollowUp => "已答复",
        OrderState.ReturnedToCity => "已退回市平台另派",
        OrderState.Closed or OrderState.Archived => "已办结",
        _ => r.Paused ? "暂停办理" : "办理中",
    };

    private sealed record Row(
        Guid Id, string Number, OrderState State, bool Paused, OrderSource Source, string ContentClass, UnitId? Unit, string Content, string Address, double? Latitude, double? Longitude, DateTimeOffset ReceivedAt, DateOnly? Due, string DirectText,
        string? Answer);
}
