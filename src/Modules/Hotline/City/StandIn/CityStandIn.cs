using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Yimen.Platform.Crypto;

namespace Yimen.Hotline.City.StandIn;

/// <summary>
/// 市平台替身 — a stand-in for the city's platform on a loopback port, as docs/city-exchange.md describes it: sends orders and further messages, signed by its own
/// reading of the document; hears what the county says, holds the signature against it, takes each key once. It can be made to fall silent.
/// </summary>
internal sealed class CityStandIn : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpListener listener = new();
    private readonly HttpClient http = new();
    private readonly ConcurrentDictionary<string, JsonElement> heard = new();
    private readonly ConcurrentQueue<string> arrivals = new();
    private readonly string secret;
    private readonly TimeProvider time;

    /// <param name="port">0 takes a free one.</param>
    public CityStandIn(string secret, int port = 0, TimeProvider? time = null)
    {
        (this.secret, this.time) = (secret, time ?? TimeProvider.System);
        Url = $"http://127.0.0.1:{(port == 0 ? Free() : port)}";
        listener.Prefixes.Add(Url + "/");
        listener.Start();
        _ = Task.Run(Listen);
    }

    public string Url { get; }

    public bool Silent { get; set; }

    /// <summary>The file that it named by a key; null where it has none.</summary>
    public Func<string, byte[]?>? FileOf { get; set; }

    /// <summary>Called for each message that is signed well, before it is answered; a repetition as well.</summary>
    public Func<JsonElement, Task>? OnArrival { get; set; }

    /// <summary>Called once for each key.</summary>
    public Action<JsonElement>? OnHeard { get; set; }

    /// <summary>The key of every message that came, as often as it came.</summary>
    public IReadOnlyCollection<string> Arrivals => arrivals;

    public IEnumerable<JsonElement> Heard => heard.Values;

    /// <summary>Sends one request to a door of the county's: <c>orders</c>, <c>messages</c>, <c>counts</c>.</summary>
    public async Task<(HttpStatusCode Status, string Answer)> Send(Uri county, string door, object body, HttpClient? through = null)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, Json);
        using var request = Signed(HttpMethod.Post, new Uri(county, $"api/v1/hotline/city/{door}"), bytes);
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.ContentType = new("application/json");
        using var answer = await (through ?? http).SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Fetches a file that the county named, by its key.</summary>
    public async Task<(HttpStatusCode Status, byte[] Content)> Fetch(Uri county, string key, HttpClient? through = null)
    {
        using var request = Signed(HttpMethod.Get, new Uri(county, $"api/v1/hotline/city/files/{key}"), Encoding.UTF8.GetBytes(key));
        using var answer = await (through ?? http).SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>SM3 in lower-case hex, as files are told by.</summary>
    public static string DigestOf(byte[] content) => Convert.ToHexStringLower(Sm.Sm3(content));

    private HttpRequestMessage Signed(HttpMethod method, Uri address, byte[] body)
    {
        var (timestamp, nonce) = (time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("X-Yimen-Timestamp", timestamp);
        request.Headers.Add("X-Yimen-Nonce", nonce);
        request.Headers.Add("X-Yimen-Signature", Sign(timestamp, nonce, body));
        return request;
    }

    public void Dispose()
    {
        listener.Close();
        http.Dispose();
    }

    private string Sign(string timestamp, string nonce, byte[] body) =>
        Convert.ToHexStringLower(Sm.HmacSm3(Encoding.UTF8.GetBytes(secret), [.. Encoding.UTF8.GetBytes($"{timestamp}\n{nonce}\n"), .. body]));

    private async Task Listen()
    {
        while (listener.IsListening)
        {
            try
            {
                await Answer(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // either we were closed, or the other side died while it was answered
            }
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        const string files = "/files/";
        var path = context.Request.Url!.AbsolutePath;
        var file = context.Request.HttpMethod == "GET" && path.StartsWith(files, StringComparison.Ordinal) ? Uri.UnescapeDataString(path[files.Length..]) : null;
        using var body = new MemoryStream();
        if (file is null)
        {
            await context.Request.InputStream.CopyToAsync(body);
        }
        else
        {
            body.Write(Encoding.UTF8.GetBytes(file));
        }

        string Head(string name) => context.Request.Headers[name] ?? "";
        var good = Sign(Head("X-Yimen-Timestamp"), Head("X-Yimen-Nonce"), body.ToArray()) == Head("X-Yimen-Signature");
        context.Response.StatusCode = Silent ? 503 : good ? 200 : 401;
        if (!Silent && good && file is not null)
        {
            var content = FileOf?.Invoke(file);
            context.Response.StatusCode = content is null ? 404 : 200;
            await context.Response.OutputStream.WriteAsync(content ?? []);
        }
        else if (!Silent && good)
        {
            using var json = JsonDocument.Parse(body.ToArray());
            var message = json.RootElement.Clone();
            var key = message.GetProperty("key").GetString()!;
            arrivals.Enqueue(key);
            if (heard.TryAdd(key, message))
            {
                OnHeard?.Invoke(message);
            }

            await (OnArrival?.Invoke(message) ?? Task.CompletedTask);

            await context.Response.OutputStream.WriteAsync("{\"accepted\":true}"u8.ToArray());
        }

        context.Response.Close();
    }

    private static int Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
