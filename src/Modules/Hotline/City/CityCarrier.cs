using System.Text.Json;
using Yimen.Platform.Delivery;

namespace Yimen.Hotline.City;

/// <summary>Carries messages to the city's platform; it acknowledges each by its key, and takes a repetition for what it is.</summary>
internal sealed class CityCarrier(CityWire wire) : ILetterCarrier
{
    public DeliveryChannel Channel => DeliveryChannel.Exchange;

    public bool ToPeople => false;

    public bool IsOpenFor(string county) => wire.IsOpenFor(county);

    public async Task Carry(OpenLetter letter, CancellationToken ct)
    {
        try
        {
            using var answer = await wire.Tell(letter.County, letter.Body, ct);
            Judge((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new DeliveryFailed(e.Message, cause: e);
        }
    }

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
