using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Counties;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.SignIn;
using Yimen.Platform.Limits;

namespace Yimen.Platform.Http;

/// <summary>Marks the doors at which passwords and codes are tried.</summary>
internal sealed class DoorLimit;

/// <summary>
/// How often one may ask, a minute (rulings 26, 27): people and programs by account, strangers by address and only when they post, since a hall full of
/// visitors is one address. Settings <c>Limits:User</c>, <c>Token</c>, <c>AnonymousPost</c>, <c>Door</c>; 0 lifts a limit. Counted by each node for itself.
/// </summary>
internal sealed class Limits(IConfiguration settings)
{
    private readonly int user = settings.GetValue("Limits:User", 600);
    private readonly int token = settings.GetValue("Limits:Token", 60_000);
    private readonly int anonymousPost = settings.GetValue("Limits:AnonymousPost", 120);
    private readonly int door = settings.GetValue("Limits:Door", 30);

    internal RateLimitPartition<string> Of(HttpContext http)
    {
        var scope = http.RequestServices.GetRequiredService<CountyScope>();
        var county = scope.IsChosen ? scope.County.Code : "";
        var visitor = http.Visitor;
        if (visitor.IsSignedIn)
        {
            var byToken = http.User.Identity?.AuthenticationType == Schemes.Token;
            return Bucket($"{county} {(byToken ? "token" : "user")} {visitor.Actor.AccountId}", byToken ? token : user);
        }

        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        return HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? RateLimitPartition.GetNoLimiter("")
            : http.GetEndpoint()?.Metadata.GetMetadata<DoorLimit>() is not null ? Bucket($"{county} door {address}", door)
            : Bucket($"{county} post {address}", anonymousPost);
    }

    private static RateLimitPartition<string> Bucket(string key, int aMinute) => aMinute <= 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = aMinute,
            TokensPerPeriod = Math.Max(1, aMinute / 12),
            ReplenishmentPeriod = TimeSpan.FromSeconds(5),
            QueueLimit = 0,
        });
}

internal static class LimitsOfApp
{
    internal static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration settings) => services.AddRateLimiter(o =>
    {
        var limits = new Limits(settings);
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(limits.Of);
        o.OnRejected = static (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(5);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    });

    /// <summary>A door at which passwords or codes are tried: counted apart, by address.</summary>
    internal static TBuilder LimitedAsDoor<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new DoorLimit());
}
