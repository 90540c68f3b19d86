using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Yimen.Web;

namespace Yimen.Browser;

/// <summary>An address that the product answers, as it was mapped: <c>/desk/cases/{id:guid}</c>.</summary>
internal sealed record Door(string Pattern, Regex Shape, int Literals);

/// <summary>Every address that can be opened in a browser, as the product itself lists them; programs have theirs under <c>/api</c> and <c>/open311</c>.</summary>
internal sealed class Doors
{
    private readonly List<Door> all = [.. Endpoints().Select(p => p.RawText!).Where(p => !p.StartsWith("/api/", StringComparison.Ordinal) && !p.StartsWith("/open311", StringComparison.Ordinal)).Distinct().Select(Door)];

    public IReadOnlyList<Door> All => all;

    /// <summary>The door that answers an address; of several the one that says more of it literally.</summary>
    public Door? Of(string address) => all.Where(d => d.Shape.IsMatch(address.Split('?', '#')[0])).MaxBy(d => d.Literals);

    private static IEnumerable<RoutePattern> Endpoints()
    {
        var data = Directory.CreateTempSubdirectory("yimen-doors-");
        try
        {
            var app = App.Build([$"--data={data.FullName}"]);
            return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is true).Select(e => e.RoutePattern)];
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static Door Door(string pattern)
    {
        var parts = pattern.Trim('/').Split('/');
        var shape = string.Join('/', parts.Select(p => p.StartsWith('{') ? p.Contains(":guid", StringComparison.Ordinal) ? "[0-9a-f-]{36}" : p.Contains(":int", StringComparison.Ordinal) ? "[0-9]+" : "[^/]+" : Regex.Escape(p)));
        return new("/" + pattern.Trim('/'), new($"^/{shape}$", RegexOptions.IgnoreCase), parts.Count(p => !p.StartsWith('{')));
    }
}
