using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Yimen.Tests.World;

namespace Yimen.Tests.Web;

/// <summary>The real program over a town's data: as a server in a process of its own that can be killed, or as one command that ends.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly Uri address;

    private ServerProcess(Process process, Uri address) => (this.process, this.address) = (process, address);

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="settings">Environment variables beside the usual; <c>YIMEN_JOBS</c> is off and there is no world unless they are given.</param>
    public static async Task<ServerProcess> Start(Town town, params IEnumerable<(string Name, string Value)> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var prepared = Prepared(town, "run", "--urls", address.ToString(), "--data", town.Directory, $"--world={settings.FirstOrDefault(s => s.Name == "YIMEN_WORLD").Value}");
        foreach (var (name, value) in settings)
        {
            prepared.Environment[name] = value;
        }

        var server = new ServerProcess(Process.Start(prepared)!, address);
        server.process.OutputDataReceived += (_, _) => { };
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        await server.Ready();
        return server;
    }

    /// <summary>A program that calls it with this token.</summary>
    public HttpClient Program(string token)
    {
        var program = new HttpClient { BaseAddress = address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    /// <summary>A browser of it with this jar; redirects are left for the test to see.</summary>
    public HttpClient Browser(CookieContainer jar) => new(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>kill -9: no word to the process, no time to tidy up.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    /// <summary>Runs one command of the program to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(Town town, params string[] arguments)
    {
        var ct = TestContext.Current.CancellationToken;
        using var process = Process.Start(Prepared(town, arguments))!;
        var errors = process.StandardError.ReadToEndAsync(ct);
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, output, await errors);
    }

    private static ProcessStartInfo Prepared(Town town, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = town.Directory,
        };
        (start.Environment["YIMEN_DB"], start.Environment["YIMEN_JOBS"], start.Environment["Limits__User"]) = (town.Database ?? "", "off", "0");
        return start;
    }

    private async Task Ready()
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
        using var enough = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await Answers(client))
        {
            Assert.False(process.HasExited || enough.IsCancellationRequested, "The server did not become ready.");
            await often.WaitForNextTickAsync();
        }
    }

    private static async Task<bool> Answers(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false; // not listening yet
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
