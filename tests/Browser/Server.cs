using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Yimen.Browser;

/// <summary>The real server as a process of its own, over a data directory that lives as long as the run.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string data = Directory.CreateTempSubdirectory("yimen-browser-").FullName;
    private readonly List<string> said = [];
    private Process? process;

    // who mends a page need not fill a county for each look at it
    private readonly string? running = Environment.GetEnvironmentVariable("YIMEN_BROWSER_AT");

    public string Address => field ??= running ?? $"http://127.0.0.1:{FreePort()}";

    /// <summary>Starts it, lets it fill the directory with the world of Lechang and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended instead, or took too long; with what it said.</exception>
    public async Task Start()
    {
        if (running is not null)
        {
            return;
        }

        var start = new ProcessStartInfo("dotnet", [Program(), "run", "--urls", Address, "--data", data, "--world", "lechang"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("YIMEN_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        // all visitors of the run come from one address, faster than people do
        foreach (var limit in new[] { "User", "AnonymousPost", "Door" })
        {
            start.Environment[$"Limits__{limit}"] = "0";
        }

        // journeys want a world that stands still
        start.Environment["Hotline__City__StandIn"] = "off";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Ready(process);
    }

    private async Task Ready(Process running)
    {
        using var client = new HttpClient { BaseAddress = new(Address), Timeout = TimeSpan.FromSeconds(10) };
        using var enough = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (!await Answers(client))
        {
            if (running.HasExited || enough.IsCancellationRequested)
            {
                throw new InvalidOperationException("The server did not become ready:\n" + string.Join('\n', Said()));
            }

            await often.WaitForNextTickAsync();
        }
    }

    private static async Task<bool> Answers(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false; // not listening yet
        }
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            lock (said)
            {
                said.Add(line);
            }
        }
    }

    private List<string> Said()
    {
        lock (said)
        {
            return [.. said];
        }
    }

    /// <summary>The server that was built with these tests, in the same configuration.</summary>
    private static string Program()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory); // tests/Browser/bin/<configuration>/<framework>
        var house = here.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(house, "src", "Web", "bin", here.Parent!.Name, here.Name, "yimen-server.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(data, recursive: true);
    }
}
