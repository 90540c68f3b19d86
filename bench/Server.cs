using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Yimen.Bench;

/// <summary>A server under measurement: started on a free loopback port, ended by its own id.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process process;

    private Server(Process process, HttpClient http, double readyAfter) => (this.process, Http, ReadyAfter) = (process, http, readyAfter);

    public HttpClient Http { get; }

    /// <summary>Seconds from the start of the process to the first good answer.</summary>
    public double ReadyAfter { get; }

    public double RssMb => File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1] is var kb
        ? double.Parse(kb) / 1024 : 0;

    /// <summary>Processor time used so far, milliseconds.</summary>
    public double CpuMs
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>Lets all threads of the server run on these processors only, e.g. 0; does nothing where there is no taskset.</summary>
    public async Task Pin(string processors)
    {
        try
        {
            using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-a", "-c", "-p", processors, $"{process.Id}"]) { RedirectStandardOutput = true })!;
            await taskset.StandardOutput.ReadToEndAsync();
            await taskset.WaitForExitAsync();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine("taskset is not here: the server keeps all cores.");
        }
    }

    public static async Task<Server> Start(string[] command, Func<string, string[]> arguments, string ready, IReadOnlyDictionary<string, string> environment)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(command[0], [.. command[1..], .. arguments(address)]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(command[0])! };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (line.Data is { Length: > 0 }) { Console.Error.WriteLine(line.Data); } };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
        while (!await Answers(http, ready))
        {
            if (process.HasExited || clock.Elapsed > TimeSpan.FromMinutes(10))
            {
                throw new InvalidOperationException($"{command[0]} did not become ready (exit code {(process.HasExited ? process.ExitCode : 0)}).");
            }

            await Task.Delay(20);
        }

        return new Server(process, http, clock.Elapsed.TotalSeconds);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill(entireProcessTree: false);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> Answers(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(path);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
