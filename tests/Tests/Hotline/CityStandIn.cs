using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Yimen.Hotline.City;

namespace Yimen.Tests.Hotline;

/// <summary>The city's platform on a loopback port: checks the signature, takes each key once, and can be made to fall silent.</summary>
internal sealed class CityStandIn : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentDictionary<string, JsonElement> heard = new();
    private readonly string secret;

    public CityStandIn(string secret)
    {
        this.secret = secret;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        probe.Stop();
        listener.Prefixes.Add(Url + "/");
        listener.Start();
        _ = Task.Run(Listen);
    }

    public string Url { get; }

    public bool Silent { get; set; }

    public IEnumerable<JsonElement> Heard => heard.Values;

    public void Dispose() => listener.Close();

    private async Task Listen()
    {
        while (listener.IsListening)
        {
            try
            {
                await Answer(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        string Head(string name) => context.Request.Headers[name] ?? "";
        var expected = CitySignature.Of(secret, Head(CitySignature.Timestamp), Head(CitySignature.Nonce), body.ToArray());
        var good = CitySignature.Same(expected, Head(CitySignature.Signature));
        context.Response.StatusCode = Silent ? 503 : good ? 200 : 401;
        if (!Silent && good)
        {
            using var json = JsonDocument.Parse(body.ToArray());
            heard.TryAdd(json.RootElement.GetProperty("key").GetString()!, json.RootElement.Clone());
            await context.Response.OutputStream.WriteAsync("{\"accepted\":true}"u8.ToArray());
        }

        context.Response.Close();
    }
}
