using System.Globalization;
using System.Text;
using Yimen.Kernel;

namespace Yimen.Hotline.City;

/// <summary>Requests to the city's platform, signed with the shared secret. Only its one address is ever asked: no message can send us elsewhere.</summary>
internal sealed class CityWire(CityPeers peers, TimeProvider time, IdSource ids) : IDisposable
{
    private const int NonceBytes = 16;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(20),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public bool IsOpenFor(string county) => peers.Of(county) is { Url.Length: > 0, Secret.Length: > 0 };

    /// <summary>Sends a message.</summary>
    public async Task<HttpResponseMessage> Tell(string county, string message, CancellationToken ct)
    {
        var body = Encoding.UTF8.GetBytes(message);
        using var request = Signed(HttpMethod.Post, county, "messages", body);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        return await http.SendAsync(request, ct);
    }

    /// <summary>Asks for a file by its key, which stands in the body's place under the signature. The content is not read yet.</summary>
    public async Task<HttpResponseMessage> Ask(string county, string key, CancellationToken ct)
    {
        using var request = Signed(HttpMethod.Get, county, "files/" + Uri.EscapeDataString(key), Encoding.UTF8.GetBytes(key));
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Signed(HttpMethod method, string county, string door, byte[] body)
    {
        var city = peers.Of(county);
        var (timestamp, nonce) = (time.Now().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ids.NewToken(NonceBytes));
        var request = new HttpRequestMessage(method, $"{city.Url.TrimEnd('/')}/{door}");
        request.Headers.Add(CitySignature.Timestamp, timestamp);
        request.Headers.Add(CitySignature.Nonce, nonce);
        request.Headers.Add(CitySignature.Signature, CitySignature.Of(city.Secret, timestamp, nonce, body));
        return request;
    }
}
