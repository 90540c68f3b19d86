using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;

namespace Yimen.Tests.Delivery;

/// <summary>Cards into a unit's 政务微信, against a stand-in of its interface.</summary>
public sealed class WeComDeliveryTests
{
    private static readonly UnitId Market = new("SCJG");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_reaches_its_user_through_the_unit_s_own_application()
    {
        await using var sink = await WeComSink.Start();
        await using var office = await Open(sink);

        await office.Write(Card, k => Card(k) with { Link = null });
        await office.Send(Ct);

        Assert.Equal(2, sink.Cards.Count);
        var card = sink.Cards.Single(c => c.GetProperty("msgtype").GetString() == "textcard");
        Assert.Equal(("zhang.san", 1000002), (card.GetProperty("touser").GetString(), card.GetProperty("agentid").GetInt32()));
        var text = card.GetProperty("textcard");
        Assert.Equal(("【演示】紧急工单待签收", "https://desk.example.org/440281/desk/orders"), (text.GetProperty("title").GetString(), text.GetProperty("url").GetString()));
        Assert.Contains("紧急工单待签收", sink.Cards.Single(c => c.GetProperty("msgtype").GetString() == "text").GetProperty("text").GetProperty("content").GetString());
        Assert.Equal(1, sink.TokensGiven);
        Assert.All(await office.Rows(), r => Assert.Equal(OutboxState.Sent, r.State));
    }

    [Fact]
    public async Task A_token_that_is_no_longer_taken_is_fetched_anew_once_and_one_that_ran_out_is_not_used()
    {
        await using var sink = await WeComSink.Start();
        await using var office = await Open(sink);
        await office.Write(Card);
        await office.Send(Ct);

        sink.ForgetTokens();
        await office.Write(Card);
        await office.Send(Ct);
        Assert.Equal((2, 2), (sink.TokensGiven, sink.Cards.Count));

        office.Wait(TimeSpan.FromHours(2));
        await office.Write(Card);
        await office.Send(Ct);
        Assert.Equal((3, 3), (sink.TokensGiven, sink.Cards.Count));
    }

    [Theory]
    [InlineData(200, """{"errcode":81013,"errmsg":"all invalid"}""", OutboxState.Dead)]
    [InlineData(200, """{"errcode":0,"errmsg":"ok","invaliduser":"Zhang.San"}""", OutboxState.Dead)]
    [InlineData(200, """{"errcode":0,"errmsg":"ok","unlicenseduser":"zhang.san|li.si"}""", OutboxState.Dead)]
    [InlineData(200, """{"errcode":40056,"errmsg":"invalid agentid"}""", OutboxState.Dead)]
    [InlineData(200, """{"errcode":-1,"errmsg":"system busy"}""", OutboxState.Waiting)]
    [InlineData(200, """{"errcode":45009,"errmsg":"api freq out of limit"}""", OutboxState.Waiting)]
    [InlineData(200, "<html>", OutboxState.Waiting)]
    [InlineData(503, "", OutboxState.Waiting)]
    public async Task What_is_no_success_is_none(int status, string answer, OutboxState expected)
    {
        await using var sink = await WeComSink.Start();
        (sink.Status, sink.Answer) = (status, answer);
        await using var office = await Open(sink);

        await office.Write(Card);
        await office.Send(Ct);

        var row = Assert.Single(await office.Rows());
        Assert.Equal((expected, 1), (row.State, row.Attempts));
        Assert.NotNull(row.LastError);
    }

    [Fact]
    public async Task A_wrong_secret_a_server_that_is_down_and_a_unit_without_application_are_said_in_words_that_hold_no_secret()
    {
        var sink = await WeComSink.Start();
        await using var office = await Open(sink, "falsch-0815");
        await office.Write(Card);
        await office.Send(Ct);
        Assert.Contains("40001", Assert.Single(await office.Rows()).LastError);

        await sink.DisposeAsync();
        await office.Write(k => Card(k) with { Via = "MZJ" }, Card);
        await office.Send(Ct);

        var said = (await office.Rows()).Select(r => r.LastError!).ToList();
        Assert.Contains("单位没有设定政务微信应用。", said);
        Assert.Contains(said, s => s.StartsWith("政务微信没有回应", StringComparison.Ordinal));
        Assert.All(said, s => Assert.DoesNotContain("falsch-0815", s));
    }

    [Fact]
    public async Task A_long_title_is_cut_between_characters()
    {
        await using var sink = await WeComSink.Start();
        await using var office = await Open(sink);

        await office.Write(k => Letter.WeCom(Market, k.Seal("zhang.san"), new string('急', 100), new string('办', 400)) with { Link = "https://desk.example.org/" });
        await office.Send(Ct);

        var card = Assert.Single(sink.Cards).GetProperty("textcard");
        Assert.Equal("【演示】" + new string('急', 38), card.GetProperty("title").GetString());
        Assert.Equal("【演示】" + new string('办', 166), card.GetProperty("description").GetString());
    }

    [Fact]
    public async Task A_withdrawn_letter_is_not_sent_and_what_was_sent_stays_sent()
    {
        await using var sink = await WeComSink.Start();
        await using var office = await Open(sink);
        await office.Write(Card);
        await Withdraw(office);
        await office.Send(Ct);
        Assert.Empty(sink.Cards);
        var row = Assert.Single(await office.Rows());
        Assert.Equal(OutboxState.Withdrawn, row.State);
        Assert.Throws<RuleViolation>(() => row.Retry(new Act(Actor.System, row.CreatedAt)));

        office.Wait(TimeSpan.FromSeconds(1));
        await office.Write(Card);
        await office.Send(Ct);
        await Withdraw(office);
        Assert.Equal(OutboxState.Sent, (await office.Rows())[^1].State);
    }

    private static Task<bool> Withdraw(PostOffice office) => office.In(async services =>
    {
        var (db, now) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<TimeProvider>().Now());
        await services.GetRequiredService<Writer>().Write(new Act(Actor.System, now), async () => (await db.Set<OutboxMessage>().OrderBy(m => m.Id).LastAsync(Ct)).Withdraw(now), Ct);
        return true;
    });

    private static Letter Card(CountyKeys keys) => Letter.WeCom(Market, keys.Seal("zhang.san"), "紧急工单待签收", "请在十一点前签收。") with { Link = "https://desk.example.org/440281/desk/orders" };

    private static async Task<PostOffice> Open(WeComSink sink, string secret = WeComSink.Secret)
    {
        var office = await PostOffice.Open();
        await office.In(async services =>
        {
            var (db, keys) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CountyScope>().County.Keys);
            await services.GetRequiredService<Writer>().Write(new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now()), () =>
            {
                db.Add(new WeComApp { Unit = "SCJG", BaseUrl = sink.Url, CorpId = WeComSink.Corp, AgentId = 1000002, Secret = keys.Seal(secret) });
                return Task.CompletedTask;
            }, Ct);
            return true;
        });
        return office;
    }
}
