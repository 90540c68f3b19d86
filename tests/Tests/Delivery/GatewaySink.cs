using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Yimen.Tests.Delivery;

/// <summary>An SMS gateway of our own on the loopback that knows repetitions by their key, as good ones do.</summary>
internal sealed class GatewaySink : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<(string Key, string Body, string Query, string Auth)> requests = [];

    private GatewaySink(WebApplication app) => this.app = app;

    public int Status { get; set; } = 200;

    public string Answer { get; set; } = """{"result":{"code":0}}""";

    public string Url => app.Urls.Single() + "/send";

    public IReadOnlyList<(string Key, string Body, string Query, string Auth)> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    public static async Task<GatewaySink> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new GatewaySink(builder.Build());
        sink.app.MapPost("/send", sink.Take);
        await sink.app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        lock (requests)
        {
            requests.Add((http.Request.Headers["Idempotency-Key"].ToString(), body, http.Request.QueryString.Value ?? "", http.Request.Headers.Authorization.ToString()));
        }
        http.Response.StatusCode = Status;
        await http.Response.WriteAsync(Answer);
    }
}
