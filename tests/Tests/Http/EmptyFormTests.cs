using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Identity;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

/// <summary>Every form of the house, posted with nothing in it by somebody who may, is answered in words and never by a fault of the program.</summary>
public sealed class EmptyFormTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_without_a_single_field_is_never_a_fault_of_the_program()
    {
        await town.AllOn();
        var table = town.Host.Services.GetRequiredService<PermissionTable>();
        var faults = new List<string>();
        foreach (var door in town.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsForm))
        {
            var browser = await town.SignedIn(Somebody(door, table));
            var token = await town.HiddenFields(browser, "/logout", "/logout");
            var answer = await Post(browser, door, token);
            if (answer.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType)
            {
                faults.Add($"{door.RoutePattern.RawText}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(faults);
    }

    // a form with a file is posted as its page posts it
    private static Task<HttpResponseMessage> Post(HttpClient browser, RouteEndpoint door, IReadOnlyDictionary<string, string> token)
    {
        if (door.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes is not { } types || types.Contains("application/x-www-form-urlencoded"))
        {
            return TownDoor.Post(browser, door.RoutePattern.RawText!, token);
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in token)
        {
            parts.Add(new StringContent(value), name);
        }

        return browser.PostAsync(door.RoutePattern.RawText, parts, Ct);
    }

    private static bool IsForm(RouteEndpoint door) =>
        door.RoutePattern.Parameters.Count == 0
        && door.RoutePattern.RawText is not ("/logout" or "/login") && door.RoutePattern.RawText?.StartsWith("/api", StringComparison.Ordinal) == false
        && door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
        && !(door.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/json") == true);

    internal static string Somebody(RouteEndpoint door, PermissionTable table)
    {
        var verb = door.Metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(p => p.Requirements).OfType<PermissionRequirement>().FirstOrDefault()?.Verb;
        return verb is null ? "clerk1" : TownPeople.Staff.First(s => s.Grants.Any(g => table.RolesFor(verb).Contains(g.Role))).User;
    }
}
