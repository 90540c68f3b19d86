using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Yimen.Tests.Delivery;

/// <summary>A mail server of our own on the loopback: takes letters, and can be told to refuse or to keep its answer back.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<string> mails = [];
    private readonly Task accepting;
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SmtpSink()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it answers to RCPT TO.</summary>
    public string Recipient { get; set; } = "250 ok";

    /// <summary>While set, a letter is taken and kept, but the sender is not told.</summary>
    public bool Silent { get; set; }

    public IReadOnlyList<string> Mails
    {
        get
        {
            lock (mails)
            {
                return [.. mails];
            }
        }
    }

    public IEnumerable<string> Ids => Mails.Select(m => m.Split("\r\n").First(l => l.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Ends when the next letter has arrived.</summary>
    public Task Next() => arrived.Task;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
    }

    private async Task Accept()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                sessions.Add(Serve(await listener.AcceptTcpClientAsync()));
            }
        }
        catch (SocketException)
        {
            // the listener was stopped
        }
        await Task.WhenAll(sessions);
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync() is { } line && line != "QUIT")
            {
                await Answer(line, reader, writer);
            }
        }
        catch (IOException)
        {
            // the sender went away
        }
    }

    private async Task Answer(string line, StreamReader reader, StreamWriter writer)
    {
        if (line == "DATA")
        {
            await writer.WriteLineAsync("354 go on");
            await Take(reader);
            if (Silent)
            {
                await reader.ReadLineAsync();
                return;
            }
        }
        await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.Ordinal) ? Recipient : "250 ok");
    }

    private async Task Take(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            mail.Append(line).Append("\r\n");
        }
        lock (mails)
        {
            mails.Add(mail.ToString());
        }
        var told = arrived;
        arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        told.SetResult();
    }
}
