using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Yimen.Kernel;

namespace Yimen.Platform.Delivery;

/// <summary>With what one application speaks.</summary>
/// <param name="BaseUrl">Without a slash at its end.</param>
public sealed record WeComAccess(string BaseUrl, string CorpId, int AgentId, string Secret);

/// <summary>
/// 企业微信's interface for messages of an application (developer.work.weixin.qq.com, documents 91039 and 90236): a token is fetched and kept until it
/// runs out, a card is sent to one user. A token that the other side no longer takes is fetched anew once.
/// </summary>
public sealed class WeComApi(TimeProvider time) : IDisposable
{
    private const int Gone = 42001;
    private const int Invalid = 40014;
    private const int MostTitle = 128;
    private const int MostText = 512;

    // a token is not used in its last minute: the other side's clock may go before ours
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    // wrong account, application or user: the same letter will not arrive later either
    private static readonly int[] ForGood = [40001, 40003, 40013, 40056, 60111, 81013, 301002];

    private readonly ConcurrentDictionary<WeComAccess, (string Text, DateTimeOffset Until)> tokens = [];

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <exception cref="DeliveryFailed">The application or its user is not known there, or nobody answered.</exception>
    public async Task Send(WeComAccess app, OpenLetter letter, CancellationToken ct)
    {
        var answer = await Post(app, await Token(app, ct), letter, ct);
        if (answer.Code is Invalid or Gone)
        {
            tokens.TryRemove(app, out _);
            answer = await Post(app, await Token(app, ct), letter, ct);
        }

        if (answer.Code != 0)
        {
            throw Refused(answer);
        }

        if (Names(answer.InvalidUser).Concat(Names(answer.UnlicensedUser)).Contains(letter.To, StringComparer.OrdinalIgnoreCase))
        {
            throw new DeliveryFailed("政务微信里没有这个成员，或者他不在应用的可见范围内。", forGood: true);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<string> Token(WeComAccess app, CancellationToken ct)
    {
        if (tokens.TryGetValue(app, out var kept) && kept.Until > time.Now())
        {
            return kept.Text;
        }

        var answer = await Ask(() => http.GetAsync($"{app.BaseUrl}/cgi-bin/gettoken?corpid={Uri.EscapeDataString(app.CorpId)}&corpsecret={Uri.EscapeDataString(app.Secret)}", ct), ct);
        if (answer.Code != 0 || string.IsNullOrEmpty(answer.Token))
        {
            throw Refused(answer);
        }

        tokens[app] = (answer.Token, time.Now() + TimeSpan.FromSeconds(answer.Seconds) - Margin);
        return answer.Token;
    }

    private Task<Answer> Post(WeComAccess app, string token, OpenLetter letter, CancellationToken ct) =>
        Ask(() => http.PostAsJsonAsync($"{app.BaseUrl}/cgi-bin/message/send?access_token={Uri.EscapeDataString(token)}", Message(app, letter), ct), ct);

    // a card needs an address; without one it is said in plain words. The other side drops what it had from us in the last half hour
    private static Dictionary<string, object> Message(WeComAccess app, OpenLetter letter)
    {
        var message = new Dictionary<string, object>
        {
            ["touser"] = letter.To, ["msgtype"] = letter.Link is null ? "text" : "textcard", ["agentid"] = app.AgentId, ["enable_duplicate_check"] = 1, ["duplicate_check_interval"] = 1800,
        };
        if (letter.Link is { } link)
        {
            message["textcard"] = new { title = Cut(letter.Subject, MostTitle), description = Cut(letter.Body, MostText), url = link, btntxt = "查看" };
        }
        else
        {
            message["text"] = new { content = Cut($"{letter.Subject}\n{letter.Body}", MostText) };
        }

        return message;
    }

    private static async Task<Answer> Ask(Func<Task<HttpResponseMessage>> ask, CancellationToken ct)
    {
        try
        {
            using var answer = await ask();
            if (!answer.IsSuccessStatusCode)
            {
                throw new DeliveryFailed($"政务微信答复 HTTP {(int)answer.StatusCode}。");
            }

            return await answer.Content.ReadFromJsonAsync<Answer>(ct) ?? throw new DeliveryFailed("政务微信的答复是空的。");
        }
        catch (JsonException e)
        {
            throw new DeliveryFailed("政务微信的答复不是 JSON，请核对接口地址。", cause: e);
        }
        catch (Exception e) when (e is HttpRequestException or NotSupportedException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            // the address that was called holds the secret: the exception's own words do not
            throw new DeliveryFailed($"政务微信没有回应：{(e is TaskCanceledException ? "超时" : e.Message)}", cause: e);
        }
    }

    private static DeliveryFailed Refused(Answer answer) => new($"政务微信答复 {answer.Code}：{Cut(answer.Words ?? "", MostTitle)}", ForGood.Contains(answer.Code));

    private static string[] Names(string? list) => (list ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries);

    // the interface counts bytes of UTF-8, and cuts a character in the middle
    private static string Cut(string text, int bytes)
    {
        while (Encoding.UTF8.GetByteCount(text) > bytes)
        {
            text = text[..(text.Length - (text.Length > 1 && char.IsLowSurrogate(text[^1]) ? 2 : 1))];
        }

        return text;
    }

    private sealed record Answer(
        [property: JsonPropertyName("errcode")] int Code, [property: JsonPropertyName("errmsg")] string? Words, [property: JsonPropertyName("access_token")] string? Token,
        [property: JsonPropertyName("expires_in")] int Seconds, [property: JsonPropertyName("invaliduser")] string? InvalidUser, [property: JsonPropertyName("unlicenseduser")] string? UnlicensedUser);
}
