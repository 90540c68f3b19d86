using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Yimen.Browser.Hall))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Yimen.Browser;

/// <summary>One server over the demo world and one Chromium, shared by all tests of a run.</summary>
public sealed class Hall : IAsyncLifetime
{
    /// <summary>What every account of the demo world has; the sign-in page says it too.</summary>
    public const string Password = "yimen-demo";

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    // milliseconds; a machine under load is slow, not wrong
    private const float Patience = 120_000;

    private readonly Server server = new();
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Task<List<Stop>>? stops;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var ready = server.Start();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });
        await ready;
    }

    /// <summary>A visitor with cookies of his own.</summary>
    public async Task<Person> Visitor(Manner manner = Manner.Pointer, int width = Screen.Desk)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = server.Address,
            ViewportSize = new() { Width = width, Height = width < Screen.Desk ? 844 : 768 },
            JavaScriptEnabled = manner != Manner.NoScript,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(Patience);
        return new(await context.NewPageAsync(), manner);
    }

    /// <summary>A visitor who has signed in at the sign-in page.</summary>
    public async Task<Person> SignedIn(string user, Manner manner = Manner.Pointer, int width = Screen.Desk)
    {
        var person = await Visitor(manner, width);
        await person.Go("/login");
        await person.SignIn(user);
        return person;
    }

    internal Doors Doors { get; } = new();

    public string Address => server.Address;

    /// <summary>Everything that the people of the walk come to by links; walked once.</summary>
    internal Task<List<Stop>> Stops() => stops ??= WalkAll();

    /// <summary>Somebody of the walk, signed in unless anybody.</summary>
    public Task<Person> Walker(string user) => user == Walk.Anybody ? Visitor() : SignedIn(user);

    private async Task<List<Stop>> WalkAll()
    {
        await Staging.Set(this);
        var walk = new Walk(Doors);
        await walk.All(this);
        return walk.Stops;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await server.DisposeAsync();
    }

    private static string Chromium() =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is missing; tools/tests/need installs it.");
}
