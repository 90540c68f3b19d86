using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Yimen.Tests.World;

/// <summary>The product itself in the test's process, over a given directory, with a clock that stands until it is moved.</summary>
public sealed class TownHost(string directory, string? database, FakeTimeProvider time, params IReadOnlyList<(string Name, string Value)> settings) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("YIMEN_DATA", directory).UseSetting("YIMEN_DB", database ?? "").UseSetting("YIMEN_WORLD", "").UseSetting("YIMEN_JOBS", "off");
        builder.UseSetting("Limits:Door", "0").UseSetting("Limits:AnonymousPost", "0").UseSetting("Limits:User", "0"); // tests are in a hurry
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        // the test server has no limit of a body's size and warns of it at every page with a file
        builder.ConfigureLogging(l => l.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", LogLevel.Error));
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
    }
}

public static class TownTime
{
    /// <summary>Monday, 2 November 2020, ten o'clock in China.</summary>
    public static FakeTimeProvider Start() => new(new DateTimeOffset(2020, 11, 2, 10, 0, 0, TimeSpan.FromHours(8)));
}
