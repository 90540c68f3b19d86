using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Yimen.Browser;

/// <summary>A telephone system beside the house: it has a token of the office and tells what its lines do.</summary>
internal sealed partial class Exchange : IDisposable
{
    private static int calls;

    private readonly HttpClient line;

    private Exchange(HttpClient line) => this.line = line;

    /// <summary>Gets itself a token at the page where people issue theirs.</summary>
    public static async Task<Exchange> Of(Hall hall)
    {
        var office = await hall.SignedIn("hotline1");
        await office.Go("/my/tokens");
        await office.Type("用途", "电话系统");
        await office.Press("签发");
        var token = Token().Match(await office.Page.Locator("main").InnerTextAsync()).Value;
        await office.Page.Context.CloseAsync();
        var line = new HttpClient { BaseAddress = new(hall.Address) };
        line.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(line);
    }

    /// <summary>A line begins to ring; its name.</summary>
    public async Task<string> Rings(string caller)
    {
        var name = $"journey-{Environment.ProcessId}-{Interlocked.Increment(ref calls)}";
        await Tell("/api/v1/calls", new { callId = name, caller, ringingAt = Now, agent = "hotline1" });
        return name;
    }

    public Task IsAnswered(string call) => Tell($"/api/v1/calls/{call}/answering", new { at = Now, agent = "hotline1" });

    public Task Ends(string call, string? recording = null) => Tell($"/api/v1/calls/{call}/ending", new { at = Now, recording });

    public void Dispose() => line.Dispose();

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private async Task Tell(string address, object what)
    {
        using var answer = await line.PostAsJsonAsync(address, what, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    [GeneratedRegex("ym_[A-Za-z0-9_-]+")]
    private static partial Regex Token();
}
