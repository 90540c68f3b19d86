using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Tests.World;

/// <summary>A class fixture: the small town for one test class, on its own copy of the database. Tests go through HTTP, look at rows, read the page.</summary>
public sealed class Town : IAsyncLifetime
{
    private string directory = "";
    private string? database;

    public string Directory => directory;

    public string? Database => database;

    public TownHost Host { get; private set; } = null!;

    public FakeTimeProvider Time { get; } = TownTime.Start();

    public async ValueTask InitializeAsync()
    {
        (directory, database) = await Template.Clone();
        Host = new TownHost(directory, database, Time);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Template.Drop(directory, database);
    }

    /// <summary>Ends the process and starts another over the same data, after changing what it reads at start.</summary>
    public async Task Restart(Func<HouseDb, Task>? change = null, params IEnumerable<(string Name, string Value)> settings)
    {
        if (change is not null)
        {
            await using var house = Host.Services.GetRequiredService<Installation>().OpenHouse();
            await change(house);
        }

        await Host.DisposeAsync();
        Host = new TownHost(directory, database, Time, [.. settings]);
    }

    /// <summary>A browser without an account. Redirects are left for the test to see.</summary>
    public HttpClient Anybody() => Host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost") });

    /// <summary>Works in a scope of the county, beside the web: to look at rows.</summary>
    public async Task<T> InCounty<T>(Func<AppDb, IServiceProvider, Task<T>> look)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(Host.Services.GetRequiredService<CountyDirectory>().Sole!);
        return await look(scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider);
    }

    public Task<T> Rows<T>(Func<AppDb, Task<T>> look) => InCounty((db, _) => look(db));

    public static async Task<IHtmlDocument> PageOf(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
