using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.City;
using Yimen.Hotline.City.StandIn;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Delivery;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>The city's platform as the other party, both ways: its stand-in of tools/CityPlatform on a loopback port, which signs by its own reading of the document.</summary>
public sealed class CityTests(Town town) : IClassFixture<Town>, IAsyncLifetime
{
    private const string Secret = "演示用共享密钥-0123456789-abcdefghij-ABCDEFGHIJ";

    private readonly CityStandIn city = new(Secret, time: town.Time);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await town.Restart(null, ("Hotline:City:Secret", Secret), ("Hotline:City:Url", city.Url));

    public ValueTask DisposeAsync()
    {
        city.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_batch_is_taken_order_by_order_and_sent_twice_it_is_one()
    {
        var batch = new { orders = new object[] { Order("S100"), Order("S101", content: ""), Order("S102", due: "2020-11-06"), Order("", content: "没有编号") } };

        var (status, first) = await Send("orders", batch);
        var (_, second) = await Send("orders", batch);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["accepted", "content-missing", "accepted", "source-number"], Codes(first));
        Assert.Equal(["known", "content-missing", "known", "source-number"], Codes(second));
        var rows = await town.Rows(db => db.Orders.AsNoTracking().Where(o => o.SourceNumber == "S100" || o.SourceNumber == "S102").OrderBy(o => o.SourceNumber).ToListAsync());
        Assert.Equal([OrderSource.City, OrderSource.City], rows.Select(r => r.Source));
        Assert.Equal(new DateOnly(2020, 11, 5), rows[1].Due); // a working day before the city's own, though 求助 has five
        Assert.DoesNotContain("13900139000", rows[0].Requester.Phone.Text);
    }

    [Fact]
    public async Task A_platform_that_died_in_the_middle_sends_again_and_loses_nothing()
    {
        await Send("orders", new { orders = new[] { Order("S200"), Order("S201") } });

        var (_, answer) = await Send("orders", new { orders = new[] { Order("S200"), Order("S201"), Order("S202") } });

        Assert.Equal(["known", "known", "accepted"], Codes(answer));
        Assert.Equal(3, await town.Rows(db => db.Orders.CountAsync(o => o.SourceNumber!.StartsWith("S20"))));
    }

    [Theory]
    [InlineData("signature")]
    [InlineData("timestamp")]
    [InlineData("nonce")]
    [InlineData("body")]
    public async Task What_is_not_signed_now_and_once_is_not_let_in(string wrong)
    {
        var number = $"S3{wrong}";
        var body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { orders = new[] { Order(number) } }));
        var (timestamp, nonce) = (town.Time.GetUtcNow().AddMinutes(wrong == "timestamp" ? -6 : 0).ToUnixTimeSeconds().ToString(), $"nonce-{wrong}-1234");
        var signature = wrong == "signature" ? new string('0', 64) : CitySignature.Of(Secret, timestamp, nonce, body);
        var sent = wrong == "body" ? Encoding.UTF8.GetBytes("{\"orders\":[]}") : body;
        if (wrong == "nonce")
        {
            Assert.Equal(HttpStatusCode.OK, await Raw(sent, timestamp, nonce, signature));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await Raw(sent, timestamp, nonce, signature));
        Assert.Equal(wrong == "nonce" ? 1 : 0, await town.Rows(db => db.Orders.CountAsync(o => o.SourceNumber == number)));
    }

    [Fact]
    public async Task More_than_a_thousand_and_what_is_no_json_are_refused_clearly()
    {
        var (many, _) = await Send("orders", new { orders = Enumerable.Range(0, 1001).Select(n => Order($"X{n}")) });
        var (none, _) = await Send("orders", new { });
        var body = "{"u8.ToArray();
        var timestamp = town.Time.GetUtcNow().ToUnixTimeSeconds().ToString();

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest), (many, none));
        Assert.Equal(HttpStatusCode.BadRequest, await Raw(body, timestamp, "nonce-of-no-json", CitySignature.Of(Secret, timestamp, "nonce-of-no-json", body)));
    }

    [Fact]
    public async Task The_reply_leaves_signed_with_the_commit_and_once_and_the_city_s_visit_closes_it()
    {
        var id = await Taken("S400");
        await town.Dispatch(id);
        await town.Step("market-liaison", id, "signature");
        await town.Finish(id);
        Assert.Empty(await town.TasksOf(id)); // the city asks its callers itself

        await SendDue();
        await SendDue();
        var message = Assert.Single(city.Heard, m => m.GetProperty("sourceNumber").GetString() == "S400");
        Assert.Equal(("reply", "Solved"), (message.GetProperty("kind").GetString(), message.GetProperty("body").GetProperty("outcome").GetString()));
        Assert.DoesNotContain("13900139000", message.GetRawText());

        var visit = new { key = "v-400", kind = "visit", sourceNumber = "S400", reached = true, attitude = "Satisfied", result = "Solved", text = "满意" };
        Assert.Equal("accepted", (await Send("messages", visit)).Answer.GetProperty("code").GetString());
        Assert.Equal("known", (await Send("messages", visit)).Answer.GetProperty("code").GetString());
        var row = await town.Order(id);
        Assert.Equal((OrderState.Closed, 1), (row.State, row.Visits.Count));
        var late = await Send("messages", visit with { key = "v-400-late" });
        Assert.Equal((HttpStatusCode.Conflict, "wrong-state"), (late.Status, late.Answer.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_city_sends_a_closed_one_back_to_be_handled_again_with_a_day_of_its_own()
    {
        var id = await Taken("S450");
        await town.Dispatch(id);
        await town.Step("market-liaison", id, "signature");
        await town.Finish(id);
        await Send("messages", new { key = "v-450", kind = "visit", sourceNumber = "S450", reached = true, attitude = "Satisfied", result = "Solved" });

        var (status, _) = await Send("messages", new { key = "r-450", kind = "rehandling", sourceNumber = "S450", text = "诉求人来电称没有修好", cityDue = "2020-11-06" });

        var row = await town.Order(id);
        Assert.Equal((HttpStatusCode.OK, OrderState.Handling, 1, (DateOnly?)new DateOnly(2020, 11, 5)), (status, row.State, row.Rehandlings, row.Due));
    }

    [Fact]
    public async Task Additions_and_answers_to_an_extension_reach_the_order_and_an_unknown_one_is_said_so()
    {
        var id = await Taken("S500", due: "2020-11-06");
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Step("hotline1", id, "city-extension", ("until", "2020-11-12"), ("why", "需要采购"))).StatusCode);
        await SendDue();
        Assert.Contains(city.Heard, m => m.GetProperty("kind").GetString() == "extension" && m.GetProperty("body").GetProperty("until").GetString() == "2020-11-12");

        await Send("messages", new { key = "a-500", kind = "addition", sourceNumber = "S500", text = "诉求人补充：在学校门口。" });
        await Send("messages", new { key = "e-500", kind = "extension-answer", sourceNumber = "S500", granted = true, cityDue = "2020-11-12" });
        var unknown = await Send("messages", new { key = "u-500", kind = "addition", sourceNumber = "NOPE", text = "没有" });

        var row = await town.Order(id);
        Assert.Equal(("诉求人补充：在学校门口。", (DateOnly?)new DateOnly(2020, 11, 9)), (Assert.Single(row.Supplements).Text, row.Due)); // five working days now come first
        Assert.Contains("诉求人补充：在学校门口。", await town.TextOf("hotline1", $"/desk/orders/{id}")); // whoever handles it reads it
        Assert.Equal((HttpStatusCode.NotFound, "unknown-order"), (unknown.Status, unknown.Answer.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_is_not_ours_goes_back_and_a_city_that_does_not_answer_hears_it_later()
    {
        var id = await Taken("S600");
        city.Silent = true;
        await town.Step("hotline1", id, "city-return", ("text", "事发地在乳源县，不属于本市。"));
        await SendDue();
        Assert.DoesNotContain(city.Heard, m => m.GetProperty("sourceNumber").GetString() == "S600");

        city.Silent = false;
        town.Time.Advance(TimeSpan.FromMinutes(3));
        await SendDue();

        Assert.Equal("return", Assert.Single(city.Heard, m => m.GetProperty("sourceNumber").GetString() == "S600").GetProperty("kind").GetString());
        Assert.Equal(OrderState.ReturnedToCity, (await town.Order(id)).State);
    }

    [Fact]
    public async Task The_day_s_lists_are_held_against_each_other_and_each_difference_is_named()
    {
        var day = ChinaTime.DateOf(town.Time.GetUtcNow());
        await Taken("S700");
        var ours = await town.Rows(db => db.Set<CityMessage>().Where(m => m.On == day && m.Direction == CityDirection.In && m.Kind == "order").Select(m => m.SourceNumber).ToListAsync());
        await Send("counts", new { on = $"{day:yyyy-MM-dd}", sent = ours.Where(n => n != "S700").Append("S701").ToArray(), heard = Array.Empty<string>() });

        var text = await town.TextOf("hotline1", "/desk/orders/exchange");

        Assert.Contains("市平台已派，我方没有收到", text);
        Assert.Contains("S701", text);
        Assert.Contains("我方已收，市平台清单里没有", text);
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", "/desk/orders/exchange"));
    }

    private async Task<Guid> Taken(string number, string? due = null)
    {
        await Send("orders", new { orders = new[] { Order(number, due: due) } });
        return await town.Rows(db => db.Orders.Where(o => o.SourceNumber == number).Select(o => o.Id).FirstAsync());
    }

    private static object Order(string number, string content = "小区门口垃圾三天没有清运，味道很大。", string? due = null) => new
    {
        sourceNumber = number, type = "Help", title = "垃圾没有清运", content, area = "440281102000", name = "演示甲", phone = "13900139000", cityDue = due,
    };

    private Task<int> SendDue() => town.InCounty((_, services) => services.GetRequiredService<OutboxSender>().SendDue(Ct));

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Send(string door, object body)
    {
        var (status, answer) = await city.Send(new("http://localhost/"), door, body, town.Anybody());
        using var json = JsonDocument.Parse(answer);
        return (status, json.RootElement.Clone());
    }

    private async Task<HttpStatusCode> Raw(byte[] body, string timestamp, string nonce, string signature)
    {
        using var request = Request("orders", body, timestamp, nonce, signature);
        using var answer = await town.Anybody().SendAsync(request, Ct);
        return answer.StatusCode;
    }

    private static HttpRequestMessage Request(string door, byte[] body, string timestamp, string nonce, string signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/hotline/city/{door}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(CitySignature.Timestamp, timestamp);
        request.Headers.Add(CitySignature.Nonce, nonce);
        request.Headers.Add(CitySignature.Signature, signature);
        return request;
    }

    private static IEnumerable<string> Codes(JsonElement answer) => answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("code").GetString()!);
}
