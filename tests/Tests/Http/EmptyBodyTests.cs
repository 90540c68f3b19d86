using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.City;
using Yimen.Platform.Identity;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

/// <summary>Every JSON door, asked with an empty object by somebody who may, says 400 where its input has rules, and is never a fault of the program (ruling 21).</summary>
public sealed partial class EmptyBodyTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task An_empty_object_is_refused_in_problem_details()
    {
        await town.AllOn();
        var table = town.Host.Services.GetRequiredService<PermissionTable>();
        var faults = new List<string>();
        foreach (var door in town.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // who does not sign is told nothing; the city's own tests ask these, signed
            if (door.Metadata.GetMetadata<IAcceptsMetadata>() is not { RequestType: { } input } accepts || !accepts.ContentTypes.Contains("application/json") || door.Metadata.GetMetadata<SignedDoor>() is not null)
            {
                continue;
            }

            var status = await Ask(door, table);
            if (status == HttpStatusCode.InternalServerError || (HasRules(input) && status != HttpStatusCode.BadRequest))
            {
                faults.Add($"{door.RoutePattern.RawText} ({input.Name}): {(int)status}");
            }
        }

        Assert.Empty(faults);
    }

    private async Task<HttpStatusCode> Ask(RouteEndpoint door, PermissionTable table)
    {
        var browser = await town.SignedIn(EmptyFormTests.Somebody(door, table));
        var path = Parameter().Replace(door.RoutePattern.RawText!, "00000000-0000-0000-0000-0000000000ff");
        var method = new HttpMethod(door.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods[0] ?? "POST");
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        return (await browser.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }

    private static bool HasRules(Type input) => input.GetProperties().Any(p => p.GetCustomAttributes(typeof(RequiredAttribute), true).Length > 0);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
