using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Yimen.DeviceBridge;

namespace Yimen.Tests.Devices;

/// <summary>设备桥: on this computer only, for named pages only, by the protocol of docs/devices.md.</summary>
public sealed class BridgeTests : IAsyncLifetime
{
    private const string Centre = "https://yimen.test";

    private readonly WebApplication bridge = Bridge.Build(new Settings(0, [Centre], Simulate: true));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Uri Address => new(bridge.Urls.Single());

    public async ValueTask InitializeAsync() => await bridge.StartAsync(Ct);

    public async ValueTask DisposeAsync() => await bridge.DisposeAsync();

    [Fact]
    public void It_listens_on_this_computer_alone() => Assert.Equal("127.0.0.1", Address.Host);

    [Theory]
    [InlineData("https://elsewhere.test")]
    [InlineData(null)]
    public async Task A_page_that_is_not_named_stays_outside(string? origin)
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => Open(origin));

        Assert.Contains("403", refused.Message);
    }

    [Fact]
    public async Task It_greets_with_its_devices()
    {
        using var page = await Open(Centre);

        var told = await Ask(page, new { id = 1, @do = "hello" });

        Assert.Equal(["card-reader", "camera", "scanner", "signature-pad", "printer", "evaluator"], told["devices"]!.AsArray().Select(d => (string)d!["kind"]!));
        Assert.Equal(1, (int)told["id"]!);
    }

    [Theory]
    [InlineData("capture", "camera")]
    [InlineData("capture", "scanner")]
    [InlineData("sign", null)]
    public async Task Camera_scanner_and_pad_give_a_picture(string what, string? device)
    {
        using var page = await Open(Centre);

        var told = await Ask(page, new { id = 2, @do = what, device });

        Assert.Equal("image/png", (string?)told["file"]!["type"]);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], Convert.FromBase64String((string)told["file"]!["base64"]!)[..4]);
    }

    [Fact]
    public async Task The_printer_prints_what_it_is_given_and_the_evaluator_answers()
    {
        using var page = await Open(Centre);

        await Ask(page, new { id = 3, @do = "print", lines = new[] { "收件凭证", "202011020001" } });
        var rated = await Ask(page, new { id = 4, @do = "rate", text = "请评价" });

        using var http = new HttpClient { BaseAddress = Address };
        Assert.Equal(["收件凭证", "202011020001"], await http.GetFromJsonAsync<List<string>>("/simulate/printed", Ct) ?? []);
        Assert.Equal(5, (int)rated["score"]!);
    }

    [Fact]
    public async Task A_card_on_the_reader_is_told_to_the_page()
    {
        using var page = await Open(Centre);
        await Ask(page, new { id = 1, @do = "hello" });
        using var http = new HttpClient { BaseAddress = Address };

        await http.PostAsJsonAsync("/simulate/card", new { name = "演示乙", number = "440281195510019988", address = "" }, Ct);

        var told = await Next(page);
        Assert.Equal(("card", "演示乙"), ((string)told["event"]!, (string)told["card"]!["name"]!));
        Assert.Null(told["id"]);
    }

    [Fact]
    public async Task A_device_that_was_unplugged_says_so_and_what_is_not_understood_too()
    {
        using var page = await Open(Centre);
        using var http = new HttpClient { BaseAddress = Address };
        await http.PostAsJsonAsync("/simulate/plug", new { kind = "camera", name = "", ready = false }, Ct);

        var away = await Ask(page, new { id = 5, @do = "capture", device = "camera" });
        var unknown = await Ask(page, new { id = 6, @do = "dance" });

        Assert.Equal((false, "device-away"), ((bool)away["ok"]!, (string)away["error"]!));
        Assert.Contains("手工", (string)away["message"]!);
        Assert.Equal("unknown", (string)unknown["error"]!);
    }

    [Fact]
    public async Task The_simulator_s_doors_are_closed_in_daily_work()
    {
        await using var daily = Bridge.Build(new Settings(0, [Centre], Simulate: false));
        await daily.StartAsync(Ct);
        using var http = new HttpClient { BaseAddress = new Uri(daily.Urls.Single()) };

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/simulate/printed", Ct)).StatusCode);
    }

    [Theory]
    [InlineData("--port", "24681")]
    [InlineData("--origin", "nowhere")]
    [InlineData("--dance", "")]
    public void A_line_without_a_page_that_may_enter_is_not_taken(string first, string second) => Assert.Null(Settings.Read([first, second]));

    private async Task<ClientWebSocket> Open(string? origin)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws" }.Uri, Ct);
        return socket;
    }

    private static async Task<JsonNode> Ask(ClientWebSocket page, object ask)
    {
        await page.SendAsync(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(ask), WebSocketMessageType.Text, true, Ct);
        return await Next(page);
    }

    private static async Task<JsonNode> Next(ClientWebSocket page)
    {
        var buffer = new byte[65536];
        var got = await page.ReceiveAsync(buffer, Ct);
        return JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, got.Count))!;
    }
}
