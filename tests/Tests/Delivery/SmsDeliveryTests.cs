using System.Text.Json;
using Yimen.Platform.Crypto;
using Yimen.Platform.Delivery;

namespace Yimen.Tests.Delivery;

public sealed class SmsDeliveryTests
{
    private const string Text = "您的“食品经营许可”已受理\n{phone} 查询码：A\\B";

    [Fact]
    public async Task A_gateway_is_spoken_to_as_it_is_set_up()
    {
        await using var sink = await GatewaySink.Start();
        await using var office = await Open(sink);
        await office.Write(Sms);
        await office.Send(TestContext.Current.CancellationToken);
        var (key, body, query, auth) = Assert.Single(sink.Requests);
        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal(("13800138001", "【演示】" + Text), (json.GetProperty("phone").GetString(), json.GetProperty("text").GetString()));
        Assert.Equal(("?to=13800138001", "Bearer geheim"), (query, auth));
        var row = Assert.Single(await office.Rows());
        Assert.Equal((OutboxState.Sent, row.Id.ToString("N")), (row.State, key));
    }

    [Theory]
    [InlineData(200, """{"result":{"code":7}}""", OutboxState.Waiting)]
    [InlineData(200, "busy", OutboxState.Waiting)]
    [InlineData(500, "", OutboxState.Waiting)]
    [InlineData(429, "", OutboxState.Waiting)]
    [InlineData(422, "bad number", OutboxState.Dead)]
    public async Task An_answer_that_is_no_success_is_none(int status, string answer, OutboxState expected)
    {
        await using var sink = await GatewaySink.Start();
        (sink.Status, sink.Answer) = (status, answer);
        await using var office = await Open(sink);
        await office.Write(Sms);
        await office.Send(TestContext.Current.CancellationToken);
        var row = Assert.Single(await office.Rows());
        Assert.Equal((expected, 1), (row.State, row.Attempts));
    }

    [Fact]
    public async Task A_repetition_carries_the_key_of_the_first()
    {
        await using var sink = await GatewaySink.Start();
        sink.Status = 500;
        await using var office = await Open(sink);
        await office.Write(Sms);
        await office.Send(TestContext.Current.CancellationToken);
        office.Wait(TimeSpan.FromMinutes(1));
        sink.Status = 200;
        await office.Send(TestContext.Current.CancellationToken);
        Assert.Equal(2, sink.Requests.Count);
        Assert.Single(sink.Requests.Select(r => r.Key).Distinct());
    }

    [Fact]
    public async Task Without_a_gateway_letters_wait()
    {
        await using var office = await PostOffice.Open();
        await office.Write(Sms);
        Assert.Equal(0, await office.Send(TestContext.Current.CancellationToken));
        Assert.Equal((OutboxState.Waiting, 0), (await office.Rows()).Select(r => (r.State, r.Attempts)).Single());
    }

    [Fact]
    public async Task A_letter_with_the_same_key_is_written_once()
    {
        await using var office = await PostOffice.Open();
        await office.Write(Keyed, Keyed);
        await office.Write(Keyed);
        Assert.Single(await office.Rows());
    }

    private static Letter Sms(CountyKeys keys) => Letter.Sms(keys.Seal("13800138001"), "受理通知", Text);

    private static Letter Keyed(CountyKeys keys) => Sms(keys) with { DedupeKey = "case/1/accepted" };

    private static Task<PostOffice> Open(GatewaySink sink) => PostOffice.Open(
        ("Delivery:440281:Sms:Url", sink.Url + "?to={phone}"), ("Delivery:440281:Sms:Headers:Authorization", "Bearer geheim"), ("Delivery:440281:Sms:Success", "result.code=0"));
}
