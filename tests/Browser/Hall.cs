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

    private readonly Server server = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Address => server.Address;

    public async ValueTask InitializeAsync()
    {
        var ready = server.Start();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });
        await ready;
    }

    /// <summary>A visitor with cookies of his own.</summary>
    public async Task<IPage> Visitor(int width = Screen.Desk, bool script = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = server.Address,
            ViewportSize = new() { Width = width, Height = width < Screen.Desk ? 844 : 768 },
            JavaScriptEnabled = script,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <summary>A visitor who has signed in at the sign-in page.</summary>
    public async Task<IPage> SignedIn(string user, int width = Screen.Desk, bool script = true)
    {
        var page = await Visitor(width, script);
        await page.GotoAsync("/login");
        await page.SignIn(user);
        return page;
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
