using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Yimen.Platform.Http;

namespace Yimen;

/// <summary>
/// The Map verbs of minimal APIs, with the handler's binding compiled at its first request: seven hundred handlers compiled at the start cost seconds before the
/// first page. They stand in the namespace above all rooms and are therefore found before the framework's (docs/adr/0015).
/// </summary>
public static class LateBinding
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder app, string pattern, Delegate handler) => app.Bind(pattern, HttpMethods.Get, handler);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder app, string pattern, Delegate handler) => app.Bind(pattern, HttpMethods.Post, handler);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder app, string pattern, Delegate handler) => app.Bind(pattern, HttpMethods.Put, handler);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder app, string pattern, Delegate handler) => app.Bind(pattern, HttpMethods.Delete, handler);

    private static RouteHandlerBuilder Bind(this IEndpointRouteBuilder app, string pattern, string method, Delegate handler)
    {
        var endpoint = app.MapMethods(pattern, [method], (RequestDelegate)(_ => throw new InvalidOperationException("not bound")));
        endpoint.Add(built => Describe((RouteEndpointBuilder)built, method, handler));
        // a filter would be passed over in silence, and with it what it was to guard
        endpoint.Finally(built => _ = built.FilterFactories.Count == 0 ? 0 : throw new InvalidOperationException($"{pattern}: endpoint filters are not heeded here; demand an authorization requirement instead."));
        return new RouteHandlerBuilder([endpoint]);
    }

    /// <summary>What the framework says of a handler when it is mapped, said at once (a wrong signature still fails the start); only the compiling waits.</summary>
    private static void Describe(RouteEndpointBuilder built, string method, Delegate handler)
    {
        var described = new RouteEndpointBuilder(null, built.RoutePattern, built.Order) { ApplicationServices = built.ApplicationServices };
        described.Metadata.Add(handler.Method);
        foreach (var filter in new[] { EmptyForms.For(handler.Method), BodyRules.For(handler.Method) }.OfType<Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>>())
        {
            described.FilterFactories.Add(filter);
        }

        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = built.ApplicationServices,
            RouteParameterNames = built.RoutePattern.Parameters.Select(p => p.Name),
            ThrowOnBadRequest = built.ApplicationServices.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
            DisableInferBodyFromParameters = method == HttpMethods.Get || method == HttpMethods.Delete,
            EndpointBuilder = described,
        };
        var inferred = RequestDelegateFactory.InferMetadata(handler.Method, options);
        IEnumerable<object> said = [.. described.Metadata, .. handler.Method.GetCustomAttributes()];
        foreach (var (at, item) in said.Index())
        {
            built.Metadata.Insert(at, item); // before what the groups say: the last word is theirs
        }

        var bound = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, inferred).RequestDelegate);
        built.RequestDelegate = http => bound.Value(http);
    }
}
