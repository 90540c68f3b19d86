using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Yimen.Tests.Delivery;

/// <summary>A 政务微信 of our own on the loopback: it hands out tokens, forgets them when told to, and knows some users.</summary>
internal sealed class WeComSink : IAsyncDisposable
{
    public const string Corp = "ww-demo";
    public const string Secret = "geheim-4711";

    private readonly WebApplication app;
    private readonly List<JsonElement> cards = [];
    private readonly HashSet<string> tokens = [];

    private WeComSink(WebApplication app) => this.app = app;

    /// <summary>Users it does not know: alone they are refused, as the real one does.</summary>
    public HashSet<string> Unknown { get; } = [];

    /// <summary>What it answers to a card instead of taking it: a code, or a text that is no JSON.</summary>
    public string? Answer { get; set; }

    public int Status { get; set; } = 200;

    public int TokensGiven { get; private set; }

    public string Url => app.Urls.Single();

    public IReadOnlyList<JsonElement> Cards
    {
        get
        {
            lock (cards)
            {
                return [.. cards];
            }
        }
    }

    public static async Task<WeComSink> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new WeComSink(builder.Build());
        sink.app.MapGet("/cgi-bin/gettoken", sink.Token);
        sink.app.MapPost("/cgi-bin/message/send", sink.Take);
        await sink.app.StartAsync();
        return sink;
    }

    /// <summary>As when somebody renews the secret there: every token is worth nothing.</summary>
    public void ForgetTokens()
    {
        lock (cards)
        {
            tokens.Clear();
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private object Token(string corpid, string corpsecret)
    {
        if (corpid != Corp || corpsecret != Secret)
        {
            return new { errcode = 40001, errmsg = "invalid credential" };
        }

        lock (cards)
        {
            var token = $"token-{++TokensGiven}";
            tokens.Add(token);
            return new { errcode = 0, errmsg = "ok", access_token = token, expires_in = 7200 };
        }
    }

    private async Task Take(HttpContext http)
    {
        var card = await http.Request.ReadFromJsonAsync<JsonElement>();
        http.Response.StatusCode = Status;
        await http.Response.WriteAsync(Said(http.Request.Query["access_token"].ToString(), card));
    }

    private string Said(string token, JsonElement card)
    {
        lock (cards)
        {
            if (!tokens.Contains(token))
            {
                return """{"errcode":42001,"errmsg":"access_token expired"}""";
            }

            var user = card.GetProperty("touser").GetString()!;
            if (Answer is not null || Status != 200 || Unknown.Contains(user))
            {
                return Answer ?? """{"errcode":81013,"errmsg":"user & party & tag all invalid"}""";
            }

            cards.Add(card);
            return """{"errcode":0,"errmsg":"ok","invaliduser":"","msgid":"m1"}""";
        }
    }
}
