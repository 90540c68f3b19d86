using System.Net;
using System.Text.RegularExpressions;

namespace Yimen.Bench;

/// <summary>Somebody who signed in at the sign-in page and posts forms, as a browser does: with a cookie and the token against forged forms.</summary>
internal sealed partial class FormBrowser(HttpClient http)
{
    private readonly Dictionary<string, string> cookies = [];
    private string token = "";

    /// <param name="at">A page of theirs with a form on it, for its token.</param>
    public static async Task<FormBrowser> SignIn(HttpClient http, string user, string at = "/desk/handovers")
    {
        var browser = new FormBrowser(http);
        await browser.Open("/login");
        _ = await browser.Post("/login", ("user", user), ("password", "yimen-demo")) ?? throw new InvalidOperationException($"{user} could not sign in.");
        await browser.Open(at);
        return browser;
    }

    /// <summary>Posts a form with a new idempotency key.</summary>
    /// <returns>Where the answer leads to; null when it was refused.</returns>
    public async Task<string?> Post(string path, params IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("idempotencyKey", $"{Written.Fresh():N}"), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]),
        };
        return await Led(request);
    }

    /// <summary>Posts a form with a file.</summary>
    public async Task<string?> Post(string path, (string Field, byte[] Bytes, string Name) file, params IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Form(file, [.. fields, ("__RequestVerificationToken", token), ("idempotencyKey", $"{Written.Fresh():N}")]) };
        return await Led(request);
    }

    public static MultipartFormDataContent Form((string Field, byte[] Bytes, string Name) file, params IEnumerable<(string Name, string Value)> fields)
    {
        var body = new MultipartFormDataContent { { new ByteArrayContent(file.Bytes), file.Field, file.Name } };
        foreach (var (name, value) in fields)
        {
            body.Add(new StringContent(value), name);
        }

        return body;
    }

    private async Task<string?> Led(HttpRequestMessage request)
    {
        using var answer = await Send(request);
        return answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Found ? answer.Headers.Location!.OriginalString.Split('?')[0] : null;
    }

    private async Task Open(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await Send(request);
        token = Token().Match(await answer.Content.ReadAsStringAsync()) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : throw new InvalidOperationException($"{path} has no form.");
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
