using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

public sealed class HealthTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_migrated_town_is_live_and_ready()
    {
        Assert.Equal(HttpStatusCode.OK, (await town.Anybody().GetAsync("/health/live", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await town.Anybody().GetAsync("/health/ready", Ct)).StatusCode);
    }

    [Fact]
    public async Task Metrics_are_for_this_machine_only()
    {
        using var proxied = town.Anybody();
        proxied.DefaultRequestHeaders.Add("X-Forwarded-For", "10.1.2.3");

        var here = await town.Anybody().GetAsync("/metrics", Ct);
        var there = await proxied.GetAsync("/metrics", Ct);

        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        Assert.Contains("http_server", await here.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.NotFound, there.StatusCode);
    }

    [Fact]
    public async Task The_api_is_described_in_openapi_3_1_without_any_page_for_people()
    {
        var description = await town.Anybody().GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);

        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = description.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Contains("/api/v1/me", paths);
        Assert.All(paths, p => Assert.True(p.StartsWith("/api/", StringComparison.Ordinal) || p.StartsWith("/open311/", StringComparison.Ordinal), p));
        Assert.Equal("bearer", description.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task Json_says_chinese_as_it_is_and_names_members_in_camel_case()
    {
        var text = await (await town.SignedIn("town1")).GetStringAsync("/api/v1/me", Ct);

        Assert.Contains("\"name\":\"丘甲\"", text);
        Assert.Contains("\"kind\":\"staff\"", text);
        Assert.Contains("\"area\":\"440281102000\"", text);
        Assert.Contains("\"unit\":null", text);
    }
}
