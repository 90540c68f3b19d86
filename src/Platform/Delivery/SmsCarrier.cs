using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Yimen.Platform.Delivery;

/// <summary>Carries SMS to a gateway over HTTP. <c>Idempotency-Key</c> is the letter's id, so that a gateway which knows it sends once.</summary>
public sealed class SmsCarrier(DeliverySettings settings) : ILetterCarrier, IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(20),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public DeliveryChannel Channel => DeliveryChannel.Sms;

    public bool IsOpenFor(string county) => settings.Sms(county) is not null;

    public async Task Carry(OpenLetter letter, CancellationToken ct)
    {
        var sms = settings.Sms(letter.County)!;
        using var request = Request(letter, sms);
        try
        {
            using var answer = await http.SendAsync(request, ct);
            Judge(answer.StatusCode, await answer.Content.ReadAsStringAsync(ct), sms.Success);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new DeliveryFailed(e.Message, cause: e);
        }
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Request(OpenLetter letter, SmsSettings sms)
    {
        var request = new HttpRequestMessage(new HttpMethod(sms.Method), Fill(sms.Url, letter, Uri.EscapeDataString));
        request.Headers.TryAddWithoutValidation("Idempotency-Key", letter.Id.ToString("N"));
        if (sms.Body.Length > 0 && sms.Method != "GET")
        {
            request.Content = new StringContent(Fill(sms.Body, letter, s => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(s)), Encoding.UTF8, "application/json");
        }
        foreach (var (name, value) in sms.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, Fill(value, letter, Uri.EscapeDataString));
        }
        return request;
    }

    // one pass, so that a text which itself holds {phone} is not filled again
    private static string Fill(string template, OpenLetter letter, Func<string, string> escape)
    {
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var (name, value) = Slot(template.AsSpan(i), letter);
            text.Append(name is null ? template[i].ToString() : escape(value));
            i += (name?.Length ?? 1) - 1;
        }
        return text.ToString();
    }

    private static (string? Name, string Value) Slot(ReadOnlySpan<char> at, OpenLetter letter) =>
        at.StartsWith("{phone}") ? ("{phone}", letter.To)
        : at.StartsWith("{text}") ? ("{text}", letter.Body)
        : at.StartsWith("{id}") ? ("{id}", letter.Id.ToString("N"))
        : (null, "");

    private static void Judge(HttpStatusCode status, string answer, string rule)
    {
        var brief = answer.Length <= 200 ? answer : answer[..200];
        if ((int)status is < 200 or > 299)
        {
            // what the gateway calls our mistake stays one, except when it is busy or we are too fast
            var forGood = (int)status is >= 400 and < 500 && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
            throw new DeliveryFailed($"{(int)status} {brief}", forGood);
        }
        if (rule.Length > 0 && !Holds(answer, rule))
        {
            throw new DeliveryFailed($"网关答复不是成功：{brief}");
        }
    }

    private static bool Holds(string answer, string rule)
    {
        var at = rule.IndexOf('=');
        try
        {
            using var json = JsonDocument.Parse(answer);
            var value = json.RootElement;
            foreach (var name in rule[..at].Split('.'))
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                {
                    return false;
                }
            }
            return value.ToString() == rule[(at + 1)..];
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
