using System.Globalization;
using System.Text;
using System.Text.Json;
using Yimen.Kernel;
using Yimen.Platform.Delivery;

namespace Yimen.Hotline.City;

/// <summary>Carries messages to the city's platform over HTTP, signed; it acknowledges each by its key, and takes a repetition for what it is.</summary>
internal sealed class CityCarrier(CityPeers peers, TimeProvider time, IdSource ids) : ILetterCarrier, IDisposable
{
    private const int NonceBytes = 16;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(20),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public DeliveryChannel Channel => DeliveryChannel.Exchange;

    public bool ToPeople => false;

    public bool IsOpenFor(string county) => peers.Of(county) is { Url.Length: > 0, Secret.Length: > 0 };

    public async Task Carry(OpenLetter letter, CancellationToken ct)
    {
        var city = peers.Of(letter.County);
        var body = Encoding.UTF8.GetBytes(letter.Body);
        var (timestamp, nonce) = (time.Now().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ids.NewToken(NonceBytes));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{city.Url.TrimEnd('/')}/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Add(CitySignature.Timestamp, timestamp);
        request.Headers.Add(CitySignature.Nonce, nonce);
        request.Headers.Add(CitySignature.Signature, CitySignature.Of(city.Secret, timestamp, nonce, body));
        try
        {
            using var answer = await http.SendAsync(request, ct);
            Judge((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new DeliveryFailed(e.Message, cause: e);
        }
    }

    public void Dispose() => http.Dispose();

    // what the city will not take stays so; what it could not hear is said again
    private static void Judge(int status, string answer)
    {
        var brief = answer.Length <= 200 ? answer : answer[..200];
        if (status is < 200 or > 299)
        {
            throw new DeliveryFailed($"市平台答 {status}：{brief}", forGood: status is 400 or 404 or 409 or 422);
        }

        try
        {
            using var json = JsonDocument.Parse(answer);
            if (json.RootElement.TryGetProperty("accepted", out var accepted) && accepted.ValueKind == JsonValueKind.True)
            {
                return;
            }
        }
        catch (JsonException)
        {
            throw new DeliveryFailed($"市平台的答复读不懂：{brief}");
        }

        throw new DeliveryFailed($"市平台没有接收：{brief}", forGood: true);
    }
}
