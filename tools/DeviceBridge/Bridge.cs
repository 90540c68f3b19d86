using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Yimen.DeviceBridge;

/// <summary>
/// 设备桥 — stands between the pages of the desk and the devices of one counter: one WebSocket on 127.0.0.1. Only pages of the named origins are let
/// in; nothing of what passes is kept. docs/devices.md has the protocol.
/// </summary>
internal static class Bridge
{
    private const int WrongUsage = 2;

    public static async Task<int> Main(string[] args)
    {
        if (Settings.Read(args) is not { } settings)
        {
            await Console.Error.WriteLineAsync(Settings.Usage);
            return WrongUsage;
        }

        await Build(settings).RunAsync();
        return 0;
    }

    public static WebApplication Build(Settings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, settings.Port));
        var (app, devices, pages) = (builder.Build(), new Devices(), new Pages());
        app.UseWebSockets();
        app.Map("/", http => Enter(http, settings, devices, pages));
        if (settings.Simulate)
        {
            MapSimulator(app, devices, pages);
        }

        return app;
    }

    private static async Task Enter(HttpContext http, Settings settings, Devices devices, Pages pages)
    {
        // a browser says truthfully from which page a socket is opened; whoever is not named stays outside
        if (!http.WebSockets.IsWebSocketRequest || !settings.Origins.Contains(http.Request.Headers.Origin.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await pages.Serve(socket, devices.Answer, http.RequestAborted);
    }

    // not for pages: a browser cannot post JSON here across origins without leave, which is never given
    private static void MapSimulator(WebApplication app, Devices devices, Pages pages)
    {
        app.MapPost("/simulate/card", async (CardRead card, CancellationToken ct) => Results.Ok(await pages.Tell(new() { Event = "card", Card = card }, ct)));
        app.MapPost("/simulate/code", async (JsonObject body, CancellationToken ct) => Results.Ok(await pages.Tell(new() { Event = "code", Code = (string?)body["code"] }, ct)));
        app.MapPost("/simulate/plug", (DeviceLine line) =>
        {
            devices.Plug(line.Kind, line.Ready);
            return Results.NoContent();
        });
        app.MapGet("/simulate/printed", () => devices.Printed);
    }
}
