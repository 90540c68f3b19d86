using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Yimen.Kernel;

namespace Yimen.Platform.Documents;

/// <summary>Prints HTML to PDF by a Chromium on this machine, at most two at a time. Without one the reader's own browser prints the page.</summary>
public sealed partial class PdfPrinter(IConfiguration settings, ILogger<PdfPrinter> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    private static readonly string[] Flags =
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-extensions", "--disable-dev-shm-usage", "--no-pdf-header-footer",
    ];

    private readonly SemaphoreSlim presses = new(2, 2);

    /// <summary>The browser that prints: <c>YIMEN_CHROMIUM</c>, or the first on the path; null when there is none.</summary>
    public string? Browser { get; } = settings["YIMEN_CHROMIUM"] is { Length: > 0 } given ? (File.Exists(given) ? given : null) : OnPath();

    /// <exception cref="RuleViolation"><c>no-chromium</c>, <c>pdf-failed</c>: says what the reader can do instead.</exception>
    public async Task<byte[]> Print(string html, CancellationToken ct = default)
    {
        var browser = Browser ?? throw new RuleViolation("no-chromium", "本机没有安装 Chromium，不能生成 PDF。请打开文书页面，用浏览器的“打印”功能另存为 PDF，或下载 Word 文件。");
        await presses.WaitAsync(ct);
        var folder = Directory.CreateTempSubdirectory("yimen-pdf-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "page.html"), html, ct);
            await Run(browser, folder, ct);
            var pdf = Path.Combine(folder, "page.pdf");
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, ct) : throw Failed();
        }
        finally
        {
            presses.Release();
            Remove(folder);
        }
    }

    public void Dispose() => presses.Dispose();

    private async Task Run(string browser, string folder, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Start(browser, folder) };
        process.Start();
        // both are read, or a talkative browser would wait for a reader for ever
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            await Task.WhenAll(said, complained);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Failed();
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        if (process.ExitCode != 0)
        {
            Complained(log, process.ExitCode, await complained);
            throw Failed();
        }
    }

    private static ProcessStartInfo Start(string browser, string folder)
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var flag in Flags)
        {
            start.ArgumentList.Add(flag);
        }
        if (Environment.UserName == "root")
        {
            start.ArgumentList.Add("--no-sandbox"); // the sandbox refuses to run as root
        }
        start.ArgumentList.Add("--user-data-dir=" + Path.Combine(folder, "profile"));
        start.ArgumentList.Add("--print-to-pdf=" + Path.Combine(folder, "page.pdf"));
        start.ArgumentList.Add(new Uri(Path.Combine(folder, "page.html")).AbsoluteUri);
        return start;
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // a child of the browser may still write; the system's temporary directory is emptied by the system
        }
    }

    private static RuleViolation Failed() => new("pdf-failed", "PDF 没有生成成功，请稍后再试，或用浏览器的“打印”功能打印本页。");

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(_ => Names, Path.Combine).FirstOrDefault(File.Exists);

    [LoggerMessage(1, LogLevel.Warning, "Chromium ended with {Code}: {Text}")]
    private static partial void Complained(ILogger log, int code, string text);
}
