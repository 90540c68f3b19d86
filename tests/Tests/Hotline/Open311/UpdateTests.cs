using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Open311;
using Yimen.Hotline.Visits;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Open311;

/// <summary>servicerequestupdates: the way of an order as a FixMyStreet-like client follows it, and what it tells us later.</summary>
public sealed class UpdateTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_client_posts_polls_and_sees_each_public_step_with_ids_that_stay()
    {
        var number = await town.Lamp(await town.Key());
        var (id, seen) = (await town.IdOf(number), new Dictionary<string, XElement>());
        async Task Poll()
        {
            var at = town.Time.GetUtcNow();
            var xml = await town.Xml($"servicerequestupdates.xml?start_date={Z(at.AddHours(-2))}&end_date={Z(at)}");
            Assert.Equal("service_request_updates", xml.Name.LocalName);
            foreach (var update in xml.Elements("request_update").Where(u => u.Element("service_request_id")!.Value == number))
            {
                Assert.Equal(["update_id", "service_request_id", "status", "updated_datetime", "description", "media_url"], update.Elements().Select(e => e.Name.LocalName));
                Assert.True(seen.TryAdd(update.Element("update_id")!.Value, update) || XNode.DeepEquals(seen[update.Element("update_id")!.Value], update));
            }

            town.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await Poll();
        await town.Dispatch(id);
        await Poll();
        await town.Step("market-liaison", id, "signature");
        await town.Finish(id);
        await Poll();
        await town.Step("hotline1", id, "rehandling", ("text", "诉求人说又不亮了"));
        await Poll();
        town.Time.Advance(TimeSpan.FromMinutes(1)); // what was contacted at 8:30 lies behind
        await town.Finish(id);
        await Poll();
        await CloseUnreached(id);
        await Poll();

        Assert.Equal(["已受理。", "已转交乐昌市市场监督管理局办理。", Told, "已退回承办单位重新办理。", Told, "已办结。"], seen.Values.OrderBy(u => u.Element("updated_datetime")!.Value).Select(u => u.Element("description")!.Value));
        Assert.Equal(["open", "open", "open", "open", "open", "closed"], seen.Values.OrderBy(u => u.Element("updated_datetime")!.Value).Select(u => u.Element("status")!.Value));
        Assert.All(seen.Keys, key => Assert.StartsWith(number + "-", key));
        var request = (await town.Xml($"requests/{number}.xml")).Element("request")!;
        Assert.Equal(("closed", Told), (request.Element("status")!.Value, request.Element("status_notes")!.Value));
        Assert.Equal(seen.Values.Max(u => u.Element("updated_datetime")!.Value), request.Element("updated_datetime")!.Value);
        var json = await town.Json($"servicerequestupdates.json?service_request_id={number}");
        Assert.Equal(seen.Keys.Order(), json.EnumerateArray().Select(u => u.GetProperty("update_id").GetString()!).Order());
    }

    [Fact]
    public async Task An_update_is_an_addition_once_and_is_read_back_under_the_id_that_was_answered()
    {
        var key = await town.Key();
        var number = await town.Lamp(key);
        (string, string)[] update = [("service_request_id", number), ("update_id", "1007"), ("updated_datetime", "2020-11-02T01:59:00Z"), ("status", "OPEN"), ("description", "昨天又有人摔倒。"), ("first_name", "甲"), ("last_name", "-"), ("media_url", "https://example.org/u.jpg")];

        var (status, first) = await town.Post("servicerequestupdates.xml", key, update);
        var (_, again) = await town.Post("servicerequestupdates.xml", key, update);

        Assert.Equal((HttpStatusCode.OK, "service_request_updates"), (status, first.Name.LocalName));
        var given = first.Element("request_update")!.Element("update_id")!.Value;
        Assert.Equal(given, again.Element("request_update")!.Element("update_id")!.Value);
        var row = await town.Order(await town.IdOf(number));
        Assert.Contains("昨天又有人摔倒。", Assert.Single(row.Supplements).Text);
        Assert.Contains("未解决", row.Supplements[0].Text);
        var read = (await town.Xml($"servicerequestupdates.xml?service_request_id={number}")).Elements().Single(u => u.Element("update_id")!.Value == given);
        Assert.Equal(("昨天又有人摔倒。", "https://example.org/u.jpg", "open"), (read.Element("description")!.Value, read.Element("media_url")!.Value, read.Element("status")!.Value));
        Assert.Contains("https://example.org/u.jpg", await town.TextOf("hotline1", $"/desk/orders/{row.Id}"));
    }

    [Fact]
    public async Task With_both_verdicts_it_is_the_caller_s_word_once_and_what_the_unit_said_stays()
    {
        var key = await town.Key();
        var number = await town.Lamp(key);
        var id = await town.IdOf(number);
        await town.Dispatch(id);
        await town.Step("market-liaison", id, "signature");
        await town.Finish(id);

        (string, string)[] verdict = [("service_request_id", number), ("update_id", "v1"), ("status", "REOPEN"), ("description", "当晚又灭了"), ("attribute[attitude]", "Dissatisfied"), ("attribute[result]", "NotSolved")];
        Assert.Equal(HttpStatusCode.OK, (await town.Post("servicerequestupdates.xml", key, verdict)).Status);
        Assert.Equal(HttpStatusCode.OK, (await town.Post("servicerequestupdates.xml", key, verdict)).Status);

        var row = await town.Order(id);
        Assert.Equal((VisitBy.Caller, (CallerResult?)CallerResult.NotSolved, (UnitOutcome?)UnitOutcome.Solved), (Assert.Single(row.Visits).By, row.Result, row.Visits[0].Said));
        var half = await town.Post("servicerequestupdates.xml", key, ("service_request_id", number), ("update_id", "v2"), ("status", "FIXED"), ("attribute[result]", "Solved"));
        Assert.Equal((HttpStatusCode.BadRequest, true), (half.Status, half.Xml.Errors()[0].Text.StartsWith("attribute[attitude]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_verdict_on_what_was_not_answered_is_refused_and_not_lost_in_an_addition()
    {
        var key = await town.Key();
        var number = await town.Lamp(key);

        var (status, xml) = await town.Post("servicerequestupdates.xml", key, ("service_request_id", number), ("update_id", "early"), ("description", "还是不亮"), ("attribute[attitude]", "Satisfied"), ("attribute[result]", "Solved"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("还没有答复", Assert.Single(xml.Errors()).Text);
        Assert.Empty((await town.Order(await town.IdOf(number))).Supplements);
    }

    [Fact]
    public async Task To_a_closed_order_nothing_is_added_and_the_answer_says_what_can_be_done()
    {
        var key = await town.Key();
        var number = await town.Lamp(key);
        var id = await town.IdOf(number);
        await town.Step("hotline1", id, "direct-answer", ("text", "已转路灯所，预计今晚修好，请留意。"));

        var (status, xml) = await town.Post("servicerequestupdates.xml", key, ("service_request_id", number), ("update_id", "c1"), ("status", "OPEN"), ("description", "还是不亮"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("已办结，不能再补充", Assert.Single(xml.Errors()).Text);
        Assert.Equal(0, await town.Rows(db => db.Set<Open311Update>().CountAsync(u => u.OrderId == id)));
        var closed = (await town.Xml($"requests/{number}.xml")).Element("request")!;
        Assert.Equal(("closed", "已转路灯所，预计今晚修好，请留意。"), (closed.Element("status")!.Value, closed.Element("status_notes")!.Value));
    }

    [Fact]
    public async Task Whose_order_it_is_not_does_not_find_it()
    {
        var number = await town.Lamp(await town.Key("甲单位"));
        var walkIn = (await town.Order(await town.Recorded())).Number;
        var other = await town.Key("乙单位");

        foreach (var wanted in new[] { number, walkIn, "GD209901010001" })
        {
            var (status, xml) = await town.Post("servicerequestupdates.xml", other, ("service_request_id", wanted), ("update_id", "1"), ("status", "OPEN"), ("description", "补充一句"));
            Assert.Equal((HttpStatusCode.NotFound, "404"), (status, Assert.Single(xml.Errors()).Code));
        }
    }

    [Theory]
    [InlineData("update_id", "", "update_id")]
    [InlineData("status", "HALF", "status")]
    [InlineData("updated_datetime", "yesterday", "updated_datetime")]
    [InlineData("description", "你们这些王八蛋", "description")]
    [InlineData("media_url", "ftp://example.org/x", "media_url")]
    public async Task A_wrong_field_is_named(string field, string value, string named)
    {
        var key = await town.Key();
        var number = await town.Lamp(key, ("description", $"为 {field} 而提交的路灯。"));
        IEnumerable<(string Name, string Value)> usual = [("service_request_id", number), ("update_id", "1"), ("status", "OPEN"), ("description", "补充一句")];

        var (status, xml) = await town.Post("servicerequestupdates.xml", key, [.. usual.Where(u => u.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith(named + ":", Assert.Single(xml.Errors()).Text);
        Assert.Empty((await town.Order(await town.IdOf(number))).Supplements);
    }

    private const string Told = "已更换线路和灯头，当晚恢复照明，感谢您的反映。";

    private async Task CloseUnreached(Guid id)
    {
        for (var n = 0; n < 3; n++)
        {
            await town.Step("hotline1", id, "visits", ("reached", "false"), ("note", "无人接听"));
        }

        await town.Step("hotline1", id, "closure");
        Assert.Equal(OrderState.Closed, (await town.Order(id)).State);
    }

    private static string Z(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
