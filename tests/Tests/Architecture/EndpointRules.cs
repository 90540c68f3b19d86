using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Http;

namespace Yimen.Tests.Architecture;

/// <summary>Rules about doors, as functions from endpoints to sentences of complaint.</summary>
internal static class EndpointRules
{
    /// <summary>Every door says who may enter: a policy, or in so many words anybody.</summary>
    internal static IEnumerable<string> Unguarded(IEnumerable<Endpoint> endpoints) => endpoints
        .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<AuthorizationPolicy>() is null)
        .Select(e => $"{Name(e)} says nothing about who may enter");

    /// <summary>Nobody switches the antiforgery check off but a door for machines (ruling 22).</summary>
    internal static IEnumerable<string> Unchecked(IEnumerable<Endpoint> endpoints) => endpoints
        .Where(e => e.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false } && e.Metadata.GetMetadata<MachineForm>() is null)
        .Select(e => $"{Name(e)} takes forms without an antiforgery token");

    /// <summary>Forms bind to text and are read by their handler, which says at the field what is wrong (ruling 21).</summary>
    internal static IEnumerable<string> FormsThatAreNotText(IEnumerable<Endpoint> endpoints) =>
        from e in endpoints
        where Method(e) is not null
        from p in Method(e)!.GetParameters().Where(p => p.GetCustomAttributes().OfType<IFromFormMetadata>().Any())
        where p.ParameterType.IsClass && p.ParameterType != typeof(string) && typeof(IFormFile).IsAssignableFrom(p.ParameterType) is false
        from member in p.ParameterType.GetProperties().Where(m => m.SetMethod is not null && m.PropertyType != typeof(string) && !IsText(m.PropertyType))
        select $"{Name(e)}: {p.ParameterType.Name}.{member.Name} is bound as {member.PropertyType.Name} and would be refused before the handler sees it";

    /// <summary>An input's constructor parameters are demanded by the binder, which answers 400 before the handler can say at 422 what is missing.</summary>
    internal static IEnumerable<string> DemandingForms(IEnumerable<Endpoint> endpoints) =>
        from e in endpoints
        where Method(e) is not null
        from p in Method(e)!.GetParameters().Where(p => p.GetCustomAttributes().OfType<IFromFormMetadata>().Any())
        where p.ParameterType.IsClass && p.ParameterType != typeof(string) && p.ParameterType.GetConstructors().All(c => c.GetParameters().Length > 0)
        select $"{Name(e)}: {p.ParameterType.Name} demands its constructor's parameters";

    internal static string Name(Endpoint e) =>
        $"{string.Join(',', e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} {(e as RouteEndpoint)?.RoutePattern.RawText ?? e.DisplayName}";

    private static MethodInfo? Method(Endpoint e) => e.Metadata.GetMetadata<MethodInfo>();

    private static bool IsText(Type t) => t == typeof(string[]) || typeof(IEnumerable<string>).IsAssignableFrom(t) || typeof(IFormFile).IsAssignableFrom(t);
}
