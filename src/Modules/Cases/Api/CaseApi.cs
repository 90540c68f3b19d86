using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Yimen.Cases.Contracts;
using Yimen.Platform.Http;

namespace Yimen.Cases.Api;

/// <summary>Where a case stands after an act.</summary>
/// <param name="Due">The promised period's last day; null before acceptance.</param>
/// <param name="Version">For If-Match; also the ETag.</param>
public sealed record CaseStanding(Guid Id, string Number, CaseState State, DateOnly? Due, int Version)
{
    internal static CaseStanding Of(Case c) => new(c.Id, c.Number, c.State, c.Due, c.Trail.Count);
}

/// <summary>What all of the cases' API shares.</summary>
internal static class CaseApi
{
    extension(CaseDesk desk)
    {
        /// <summary>Calls the verb over the version of If-Match (none: whatever stands) and answers where the case stands now. A repeated Idempotency-Key does nothing again.</summary>
        public async Task<Ok<CaseStanding>> ChangeByApi(HttpContext http, Guid id, string permission, CaseChange change, CancellationToken ct)
        {
            var changed = await desk.Change(http, id, permission, change with { Version = http.Request.SeenVersion }, ct) ?? await desk.Find(http, id, permission, ct);
            http.TellVersion(changed.Trail.Count);
            return TypedResults.Ok(CaseStanding.Of(changed));
        }
    }

    extension(HttpContext http)
    {
        public void TellVersion(int version) => http.Response.Headers.ETag = $"\"{version}\"";
    }

    extension<TBuilder>(TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        /// <summary>Names the endpoint for programmers, and the refusals that every one of them may answer.</summary>
        public TBuilder Described(string summary)
        {
            endpoint.WithTags("办件").WithSummary(summary);
            return endpoint;
        }
    }
}
