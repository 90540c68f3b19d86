using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.City;
using Yimen.Hotline.City.StandIn;
using Yimen.Hotline.Contracts;
using Yimen.Tests.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>Bad input and faults at every door of the hotline: a clear answer each, nothing taken by half.</summary>
public sealed class BadInputTests(Town town) : IClassFixture<Town>, IAsyncLifetime
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

    [Theory]
    [InlineData("", "不少于 5 个字")]
    [InlineData("   \n  ", "不少于 5 个字")]
    [InlineData("LONG", "现有 20,001 个字")]
    [InlineData("路灯坏了\u0007真的坏了", "不能显示的控制字符")]
    public async Task In_the_office_s_form_and_on_the_portal_the_content_s_fault_is_named_at_its_field(string content, string says)
    {
        var (before, sent) = (await Orders(), content == "LONG" ? new string('灯', 20_001) : content);
        foreach (var (browser, door) in new[] { (await town.SignedIn("hotline1"), "/desk/orders/new"), (town.Anybody(), "/orders/new"), (town.Anybody(), "/orders/mailbox") })
        {
            using var answer = await town.PostForm(browser, door, door, ("type", "Help"), ("content", sent), ("name", "演示甲"), ("phone", "13800138021"));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await Town.PageOf(answer);
            Assert.Contains(says, page.QuerySelector("#f-content-error")!.TextContent);
            Assert.Equal("演示甲", page.QuerySelector("input[name=name]")!.GetAttribute("value"));
        }

        Assert.Equal(before, await Orders());
    }

    [Fact]
    public async Task The_longest_story_is_taken_through_every_door_and_read_back_whole()
    {
        var story = string.Concat(Enumerable.Repeat("路灯坏了一盏又一盏。", 2000));
        var office = await town.Recorded(("content", story));
        await city.Send(new("http://localhost/"), "orders", new { orders = new[] { new { sourceNumber = "LONG-1", type = "Help", content = story } } }, town.Anybody());
        var sent = await town.Rows(db => db.Orders.AsNoTracking().SingleAsync(o => o.SourceNumber == "LONG-1"));

        Assert.Equal((20_000, story, story), (story.Length, (await town.Order(office)).Content, sent.Content));
        Assert.Contains("路灯坏了一盏又一盏", await town.TextOf("hotline1", $"/desk/orders/{office}"));
    }

    [Fact]
    public async Task A_title_taken_from_the_story_never_cuts_a_character_through()
    {
        var id = await town.Recorded(("title", ""), ("content", new string('灯', 39) + "😀😀 的路灯坏了。"));

        Assert.Equal(new string('灯', 39) + "…", (await town.Order(id)).Title);
    }

    [Theory]
    [InlineData(null, "content")]
    [InlineData("坏了", "content")]
    [InlineData("LONG", "content")]
    [InlineData("路灯坏了\0真的坏了", "content")]
    public async Task A_program_is_told_the_same(string? content, string field)
    {
        var before = await Orders();
        var browser = await town.SignedIn("hotline1");
        using var answer = await browser.PostAsJsonAsync("/api/v1/orders", new { source = "Letter", type = "Help", content = content == "LONG" ? new string('灯', 20_001) : content, name = "演示甲", phone = "13800138021" }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(before, await Orders());
    }

    [Fact]
    public async Task The_city_s_batch_with_bad_orders_among_good_ones_takes_the_good_and_names_each_fault()
    {
        object[] orders =
        [
            new { sourceNumber = "B-1", type = "Help", content = "门口的路灯坏了一个星期。" }, new { sourceNumber = "B-2", type = "Help", content = "   " }, new { sourceNumber = "B-3", type = "Help", content = new string('灯', 20_001) },
            new { sourceNumber = "B-4", type = "Help", content = "坏字符\u0000在中间的一件。" }, new { sourceNumber = "B-5", content = "没有类型的一件工单。" }, new { sourceNumber = "B-6", type = "Help", content = "巷子里的路灯也坏了。" }, null!,
        ];

        var (status, answer) = await city.Send(new("http://localhost/"), "orders", new { orders }, town.Anybody());

        Assert.Equal(HttpStatusCode.OK, status);
        using var json = System.Text.Json.JsonDocument.Parse(answer);
        Assert.Equal(["accepted", "content-missing", "content-too-long", "characters", "type", "accepted", "source-number"], json.RootElement.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("code").GetString()));
        Assert.Equal(["B-1", "B-6"], await town.Rows(db => db.Orders.Where(o => o.SourceNumber!.StartsWith("B-")).OrderBy(o => o.SourceNumber).Select(o => o.SourceNumber!).ToListAsync()));
    }

    [Fact]
    public async Task A_batch_that_breaks_off_in_the_middle_leaves_nothing_and_sent_again_is_taken_whole()
    {
        var body = "{\"orders\":[{\"sourceNumber\":\"C-1\",\"type\":\"Help\",\"content\":\"断线以前的一件工单。\"},{\"sourceNumber\":\"C-2\",\"type\":\"Help\",\"content\":\"断线以后的一件工单。\"}]}"u8.ToArray();
        var timestamp = town.Time.GetUtcNow().ToUnixTimeSeconds().ToString();
        var signature = CitySignature.Of(Secret, timestamp, "nonce-broken-off", body);

        var broken = await Raw(body[..(body.Length / 2)], timestamp, "nonce-broken-off", signature);
        Assert.Equal((HttpStatusCode.Unauthorized, 0), (broken, await town.Rows(db => db.Orders.CountAsync(o => o.SourceNumber!.StartsWith("C-")))));
        var again = await Raw(body, timestamp, "nonce-broken-off", signature); // nothing was used up

        Assert.Equal((HttpStatusCode.OK, 2), (again, await town.Rows(db => db.Orders.CountAsync(o => o.SourceNumber!.StartsWith("C-")))));
    }

    public static TheoryData<string, byte[]> Lies => new() { { "现场.jpg", Specimens.Html }, { "现场.png", Specimens.Pdf }, { "现场.jpg", [.. "MZ this is a program"u8] }, { "现场.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") }, { "现场.jpg", [0] } };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_photo_that_lies_about_what_it_is_is_refused_and_the_order_stands_as_it_stood(string name, byte[] bytes)
    {
        var id = await town.Signed();

        using var answer = await town.PostFile("market-liaison", $"/desk/orders/{id}/photos", "photos", bytes, name, []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEqual("", (await Town.PageOf(answer)).QuerySelector("#f-photos-error")!.TextContent.Trim());
        var row = await town.Order(id);
        Assert.Equal((OrderState.Signed, 0), (row.State, row.Files.Count));
    }

    [Fact]
    public async Task To_a_closed_order_nobody_replies_adds_photographs_or_signs_and_the_answer_says_where_it_stands()
    {
        var id = await town.Signed();
        var (browser, reply) = (await town.SignedIn("market-liaison"), $"/desk/orders/{id}/reply");
        var (opened, photos) = (await town.HiddenFields(browser, reply, reply), await town.HiddenFields(browser, $"/desk/orders/{id}/photos", $"/desk/orders/{id}/photos"));
        await town.Finish(id);
        await town.Step("hotline1", id, "visits", ("reached", "yes"), ("attitude", "Satisfied"), ("result", "Solved"));
        await town.Step("hotline1", id, "closure");
        Assert.Equal(OrderState.Closed, (await town.Order(id)).State);
        var before = (await town.Order(id)).Trail.Count;

        foreach (var noun in new[] { "reply", "photos", "signature", "handling" })
        {
            using var page = await browser.GetAsync($"/desk/orders/{id}/{noun}", Ct);
            Assert.Equal((noun, HttpStatusCode.Conflict), (noun, page.StatusCode));
            Assert.Contains("已办结", (await Town.PageOf(page)).Body!.TextContent);
        }

        // the forms were open before it was closed, and are sent all the same
        foreach (var (door, file, hidden) in new[] { (reply, "scan", opened), ($"/desk/orders/{id}/photos", "photos", photos) })
        {
            using var body = new MultipartFormDataContent();
            foreach (var (name, value) in hidden)
            {
                body.Add(new StringContent(value), name);
            }

            body.Add(new ByteArrayContent(file == "scan" ? Specimens.Pdf : Specimens.Jpeg), file, file == "scan" ? "答复.pdf" : "现场.jpg");
            using var late = await browser.PostAsync(door, body, Ct);
            Assert.True((int)late.StatusCode is 409 or 422, $"{door}: {late.StatusCode}");
        }

        Assert.Equal(before, (await town.Order(id)).Trail.Count);
    }

    [Fact]
    public async Task Two_replies_at_once_are_one_reply()
    {
        var id = await town.Signed();

        var forms = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => town.ReplyForm(id)));

        var answers = await Task.WhenAll(forms.Select(send => send()));

        Assert.Single((await town.Order(id)).Replies);
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
    }

    private Task<int> Orders() => town.Rows(db => db.Orders.CountAsync());

    private async Task<HttpStatusCode> Raw(byte[] body, string timestamp, string nonce, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/hotline/city/orders") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(CitySignature.Timestamp, timestamp);
        request.Headers.Add(CitySignature.Nonce, nonce);
        request.Headers.Add(CitySignature.Signature, signature);
        using var answer = await town.Anybody().SendAsync(request, Ct);
        return answer.StatusCode;
    }
}
