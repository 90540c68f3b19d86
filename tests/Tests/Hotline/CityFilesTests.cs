using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.City;
using Yimen.Hotline.City.StandIn;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Delivery;
using Yimen.Platform.Files;
using Yimen.Platform.Journal;
using Yimen.Tests.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>附件 in the exchange with the city: named in the messages, fetched afterwards over a loopback port, both ways.</summary>
public sealed class CityFilesTests(Town town) : IClassFixture<Town>, IAsyncLifetime
{
    private const string Secret = "演示用共享密钥-0123456789-abcdefghij-ABCDEFGHIJ";

    private readonly CityStandIn city = new(Secret, time: town.Time);
    private readonly Dictionary<string, byte[]> held = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        city.FileOf = key => held.GetValueOrDefault(key);
        await town.Restart(null, ("Hotline:City:Secret", Secret), ("Hotline:City:Url", city.Url));
    }

    public ValueTask DisposeAsync()
    {
        city.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_caller_s_photographs_are_fetched_after_the_order_and_the_same_batch_again_brings_them_once()
    {
        object[] batch = [Order("F100", File("a-1", "现场.jpg", Specimens.Jpeg), File("a-2", "来信.pdf", Specimens.Pdf))];
        Assert.Equal("已接收", Message(await Send("orders", new { orders = batch })));
        var id = await IdOf("F100");
        Assert.Contains("正在向市平台取", await town.TextOf("hotline1", $"/desk/orders/{id}"));

        await Fetch();
        await Send("orders", new { orders = batch });
        await Fetch();

        Assert.Equal(["来信.pdf", "现场.jpg"], (await town.Order(id)).Files.Where(f => f.FromCaller).Select(f => f.Name).Order(StringComparer.Ordinal));
        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync($"/desk/orders/{id}", Ct));
        var links = page.QuerySelectorAll($"a[href^='/desk/orders/{id}/files/']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(2, links.Count);
        Assert.Contains(Specimens.Pdf, await Task.WhenAll(links.Select(async l => await (await town.SignedIn("hotline1")).GetByteArrayAsync(l, Ct))));
        Assert.Equal(["受理", "附件送达", "附件送达"], await Verbs(id));
        Assert.Contains("已取", await town.TextOf("hotline1", "/desk/orders/exchange"));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_told_at_sight_or_after_it_came_and_the_order_goes_on()
    {
        var big = new byte[(20 << 20) + 1];
        Specimens.Jpeg.CopyTo(big, 0);
        var (_, answer) = await Send("orders", new
        {
            orders = new[]
            {
                Order("F200", File("lie", "现场.jpg", Specimens.Html), File("png", "现场二.jpg", Specimens.Png), File("large", "很大.jpg", Specimens.Jpeg, told: big), File("exe", "程序.exe", Specimens.Pdf), null, new { name = "无标识.jpg" },
                    File("huge", "太大.jpg", Specimens.Jpeg, size: 30L << 20), new { key = "nodigest", name = "无摘要.jpg", size = 6 }, File("gone", "没有.jpg", Specimens.Jpeg, kept: false), File("good", "好的.jpg", Specimens.Jpeg)),
            },
        });
        var result = answer.GetProperty("results")[0];
        Assert.Equal((true, "已接收；附件 10 个中 5 个不能接收"), (result.GetProperty("accepted").GetBoolean(), result.GetProperty("message").GetString()));

        await Fetch();

        var id = await IdOf("F200");
        Assert.Equal(["好的.jpg"], (await town.Order(id)).Files.Select(f => f.Name));
        var missing = await Missing("F200");
        Assert.Equal(9, missing.Count);
        Assert.Equal("内容不是照片或 PDF，或者与文件名的后缀不符。", missing["lie"]);
        Assert.Equal("内容不是照片或 PDF，或者与文件名的后缀不符。", missing["png"]);
        Assert.Equal("文件超过 20 MB。", missing["large"]);
        Assert.Equal("文件超过 20 MB。", missing["huge"]);
        Assert.Equal("只接收照片和 PDF，文件名的后缀不符。", missing["exe"]);
        Assert.Equal("没有给出 SM3 摘要（64 位十六进制）。", missing["nodigest"]);
        Assert.Equal("市平台答 404。", missing["gone"]);
        Assert.Equal(9, (await Verbs(id)).Count(v => v == "附件未收到"));
        await town.Dispatch(id);
        Assert.Equal(OrderState.Dispatched, (await town.Order(id)).State);
        Assert.Contains("附件没有收到", await town.TextOf("hotline1", "/desk/orders/exchange"));
        Assert.Contains("没有收到：市平台答 404。", await town.TextOf("market-liaison", $"/desk/orders/{id}"));
    }

    [Fact]
    public async Task Other_bytes_than_were_told_are_asked_for_again_and_given_up_in_the_end()
    {
        await Send("orders", new { orders = new[] { Order("F300", File("changed", "现场.jpg", Specimens.Jpeg), File("never", "现场二.jpg", Specimens.Jpeg)) } });
        held["changed"] = held["never"] = [.. Specimens.Jpeg, 1];
        await Fetch();
        Assert.Empty((await town.Order(await IdOf("F300"))).Files);

        held["changed"] = Specimens.Jpeg;
        for (var day = 0; day < 31; day++)
        {
            town.Time.Advance(TimeSpan.FromHours(1));
            await Fetch();
        }

        Assert.Equal(["现场.jpg"], (await town.Order(await IdOf("F300"))).Files.Select(f => f.Name));
        Assert.Equal("内容与所报的 SM3 摘要不符。", (await Missing("F300"))["never"]);
    }

    [Fact]
    public async Task A_city_that_is_down_is_asked_again_and_what_was_given_up_can_be_asked_for_once_more()
    {
        await Send("orders", new { orders = new[] { Order("F400", File("later", "现场.jpg", Specimens.Jpeg), File("lost", "现场二.jpg", Specimens.Jpeg, kept: false)) } });
        var id = await IdOf("F400");
        city.Silent = true;
        await Fetch();
        await Fetch();
        Assert.Equal((0, 1), ((await town.Order(id)).Files.Count, await town.Rows(db => db.Set<CityFile>().Where(f => f.Key == "later").Select(f => f.Attempts).SingleAsync(Ct))));

        city.Silent = false;
        town.Time.Advance(TimeSpan.FromMinutes(1));
        await Fetch();
        Assert.Equal(["现场.jpg"], (await town.Order(id)).Files.Select(f => f.Name));

        held["lost"] = Specimens.Jpeg;
        var row = await town.Rows(db => db.Set<CityFile>().Where(f => f.Key == "lost").Select(f => f.Id).SingleAsync(Ct));
        var retry = $"/desk/orders/exchange/files/{row}/retry";
        using var refused = await TownDoor.Post(await town.SignedIn("market-liaison"), retry, new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        var browser = await town.SignedIn("hotline1");
        var hidden = await town.HiddenFields(browser, "/desk/orders/exchange", retry);
        using var again = await TownDoor.Post(browser, retry, hidden);
        using var twice = await TownDoor.Post(browser, retry, hidden);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (again.StatusCode, twice.StatusCode));
        await Fetch();
        Assert.Equal(2, (await town.Order(id)).Files.Count);
        Assert.Contains("再取附件", await Verbs(id));
    }

    [Fact]
    public async Task An_addition_brings_files_until_there_are_as_many_as_the_rule_allows()
    {
        await Send("orders", new { orders = new[] { Order("F500", [.. Enumerable.Range(1, 8).Select(n => File($"p{n}", $"{n}.jpg", Specimens.Jpeg))]) } });
        var addition = new { key = "fa-500", kind = "addition", sourceNumber = "F500", text = "又拍了两张。", attachments = new[] { File("p9", "9.jpg", Specimens.Jpeg), File("p10", "10.jpg", Specimens.Jpeg) } };
        Assert.Equal("已接收；附件 2 个中 1 个不能接收", (await Send("messages", addition)).Answer.GetProperty("message").GetString());
        await Send("messages", addition);
        var bare = await Send("messages", new { key = "fb-500", kind = "addition", sourceNumber = "F500", attachments = new[] { File("p11", "11.jpg", Specimens.Jpeg) } });
        var none = await Send("messages", new { key = "fc-500", kind = "addition", sourceNumber = "F500" });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (bare.Status, none.Status));
        await Fetch();

        var order = await town.Order(await IdOf("F500"));
        Assert.Equal((9, 2), (order.Files.Count, order.Supplements.Count));
        Assert.Equal("一件工单最多 9 个附件。", (await Missing("F500"))["p10"]);
    }

    [Fact]
    public async Task The_reply_names_scan_and_photographs_and_the_city_takes_those_and_nothing_else()
    {
        await Send("orders", new { orders = new[] { Order("F600", File("mine", "现场.jpg", Specimens.Jpeg)) } });
        await Fetch();
        var id = await IdOf("F600");
        await town.Dispatch(id);
        await town.Step("market-liaison", id, "signature");
        using var photo = await town.PostFile("market-liaison", $"/desk/orders/{id}/photos", "photos", Specimens.Png, "修好了.png", []);
        await town.Finish(id);
        await town.InCounty((_, s) => s.GetRequiredService<OutboxSender>().SendDue(Ct));

        var named = Assert.Single(city.Heard, m => m.GetProperty("sourceNumber").GetString() == "F600").GetProperty("body").GetProperty("attachments").EnumerateArray().ToList();
        Assert.Equal(["photo", "scan"], named.Select(n => n.GetProperty("kind").GetString()).Order(StringComparer.Ordinal));
        Assert.Contains("待市平台取", await town.TextOf("hotline1", "/desk/orders/exchange"));
        foreach (var file in named)
        {
            var (status, content) = await city.Fetch(new("http://localhost/"), file.GetProperty("key").GetString()!, town.Anybody());
            Assert.Equal((HttpStatusCode.OK, file.GetProperty("sm3").GetString(), file.GetProperty("size").GetInt64()), (status, CityStandIn.DigestOf(content), content.LongLength));
        }

        Assert.Contains("市平台已取", await town.TextOf("hotline1", "/desk/orders/exchange"));
        var callers = await town.Rows(db => db.Set<StoredFile>().Where(f => f.MatterId == id && f.Name == "现场.jpg").Select(f => f.Id).SingleAsync(Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await city.Fetch(new("http://localhost/"), callers.ToString("N"), town.Anybody())).Status);
        using var unsigned = await town.Anybody().GetAsync($"/api/v1/hotline/city/files/{named[0].GetProperty("key").GetString()}", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
    }

    [Fact]
    public async Task Under_secrecy_files_from_the_city_are_named_and_shown_to_who_handles_it_alone()
    {
        await Send("orders", new { orders = new[] { Order("F700", secret: true, File("s1", "举报人某某.jpg", Specimens.Jpeg), File("s2", "某某的来信.pdf", Specimens.Pdf, kept: false)) } });
        await Fetch();
        var id = await IdOf("F700");
        await town.Dispatch(id);
        await town.Step("market-liaison", id, "signature");

        Assert.DoesNotContain("某某", await town.TextOf("hotline1", $"/desk/orders/{id}"));
        Assert.DoesNotContain("某某", await town.TextOf("hotline1", "/desk/orders/exchange"));
        var handler = await town.TextOf("market-liaison", $"/desk/orders/{id}");
        Assert.Contains("举报人某某.jpg", handler);
        Assert.Contains("某某的来信.pdf", handler);
    }

    private Task<bool> Fetch() => town.InCounty(async (_, s) =>
    {
        await s.GetRequiredService<FetchFiles>().Run(town.Time.Now(), Ct);
        return true;
    });

    private Task<Guid> IdOf(string number) => town.Rows(db => db.Orders.Where(o => o.SourceNumber == number).Select(o => o.Id).SingleAsync(Ct));

    private Task<List<string>> Verbs(Guid id) => town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync(Ct));

    private Task<Dictionary<string, string>> Missing(string number) =>
        town.Rows(db => db.Set<CityFile>().Where(f => f.SourceNumber == number && f.State == CityFileState.Missing).ToDictionaryAsync(f => f.Key, f => f.Trouble, Ct));

    private static string? Message((HttpStatusCode, JsonElement Answer) sent) => sent.Answer.GetProperty("results")[0].GetProperty("message").GetString();

    private object File(string key, string name, byte[] content, byte[]? told = null, long? size = null, bool kept = true)
    {
        var sent = told ?? content;
        if (kept)
        {
            held[key] = sent;
        }

        // what is too large is told as small, and found out
        return new { key, name, size = size ?? Math.Min(sent.LongLength, 1 << 20), mediaType = "image/jpeg", sm3 = CityStandIn.DigestOf(sent) };
    }

    private static object Order(string number, params object?[] attachments) => Order(number, secret: false, attachments);

    private static object Order(string number, bool secret, params object?[] attachments) => new
    {
        sourceNumber = number, type = "Help", title = "垃圾没有清运", content = "小区门口垃圾三天没有清运，味道很大。", area = "440281102000", name = "演示甲", phone = "13900139000", secret, attachments,
    };

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Send(string door, object body)
    {
        var (status, answer) = await city.Send(new("http://localhost/"), door, body, town.Anybody());
        using var json = JsonDocument.Parse(answer);
        return (status, json.RootElement.Clone());
    }
}
