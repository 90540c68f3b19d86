using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Http;

namespace Yimen.Hotline.Api;

/// <summary>Where an order stands after an act.</summary>
/// <param name="Due">The county's last day; null while the clock stands.</param>
/// <param name="Version">For If-Match; also the ETag.</param>
public sealed record OrderStanding(Guid Id, string Number, OrderState State, UnitId? Unit, DateOnly? Due, int Version)
{
    internal static OrderStanding Of(WorkOrder o) => new(o.Id, o.Number, o.State, o.Unit, o.Due, o.Trail.Count);
}

/// <summary>What all of the orders' API shares.</summary>
internal static class OrderApi
{
    extension(OrderDesk desk)
    {
        /// <summary>Calls the verb over the version of If-Match (none: whatever stands) and answers where the order stands now. A repeated Idempotency-Key does nothing again.</summary>
        public async Task<Ok<OrderStanding>> ChangeByApi(HttpContext http, Guid id, string permission, OrderChange change, CancellationToken ct)
        {
            var changed = await desk.Change(http, id, permission, change with { Version = http.Request.SeenVersion }, ct) ?? await desk.Find(http, id, OrderPermissions.Read, ct);
            http.TellVersion(changed.Trail.Count);
            return TypedResults.Ok(OrderStanding.Of(changed));
        }
    }

    extension(HttpContext http)
    {
        public void TellVersion(int version) => http.Response.Headers.ETag = $"\"{version}\"";
    }

    extension<TBuilder>(TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        /// <summary>Names the endpoint for programmers.</summary>
        public TBuilder Described(string summary)
        {
            endpoint.WithTags("工单").WithSummary(summary);
            return endpoint;
        }
    }
}
