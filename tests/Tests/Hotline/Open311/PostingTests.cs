using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Open311;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Open311;

/// <summary>POST requests: what is taken, what is refused and in which words, and that nothing is taken twice.</summary>
public sealed class PostingTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_becomes_an_order_of_the_door_open311_for_the_dispatcher()
    {
        var key = await town.Key("演示随手拍");
        var number = await town.Lamp(key, ("lat", "25.1304"), ("long", "113.3475"), ("first_name", "三"), ("last_name", "张"), ("phone", "13800138041"), ("email", "a@example.org"), ("device_id", "d-1"),
            ("attribute[LAMPNO]", "RM-0123"), ("attribute[LAMPFAULT]", "dark"), ("media_url", "https://example.org/1.jpg"), ("media_url", "https://example.org/2.jpg"));

        var id = await town.IdOf(number);
        var row = await town.Order(id);
        Assert.Equal((OrderSource.Open311, OrderState.Received, OrderType.Help, "010102"), (row.Source, row.State, row.Type, row.ContentClass));
        Assert.Equal(((double?)25.1304, (double?)113.3475, "人民南路第三个路口"), (row.Latitude, row.Longitude, row.Address));
        Assert.Equal(["dispatch"], (await town.TasksOf(id)).Select(t => t.Code));
        Assert.Equal("Open311：演示随手拍", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).Select(j => j.ActorName).FirstAsync()));
        Assert.Equal(("张三", "13800138041", "a@example.org"), await town.InCounty((_, s) => Task.FromResult(Opened(row, ((CountyScope)s.GetService(typeof(CountyScope))!).County.Keys))));
        var page = await town.TextOf("hotline1", $"/desk/orders/{id}");
        Assert.All(["演示随手拍经 Open311 提交", "RM-0123", "不亮", "https://example.org/2.jpg", "纬度 25.1304，经度 113.3475"], said => Assert.Contains(said, page));
        Assert.DoesNotContain("13800138041", page);
    }

    [Fact]
    public async Task Many_values_come_repeated_or_with_brackets_and_what_is_not_asked_is_kept()
    {
        var number = await town.Lamp(await town.Key(), ("service_code", "010101"), ("description", "学校门口的路面坏了一大片。"), ("attribute[DAMAGE][]", "pothole"), ("attribute[DAMAGE][]", "sunk"), ("attribute[COVER]", ""), ("attribute[easting]", "4711"));

        var sent = await town.Rows(async db => await db.Set<Open311Request>().AsNoTracking().SingleAsync(r => r.OrderId == db.Set<WorkOrder>().Single(o => o.Number == number).Id));
        Assert.Equal(["DAMAGE", "easting"], sent.Replies.Select(r => r.Code));
        Assert.Equal(("路面坑洼、下沉或者凸起", "4711"), (sent.Replies[0].Words, sent.Replies[1].Words));
    }

    public static TheoryData<int, string, string, string> Wrong => new()
    {
        { 400, "service_code", "service_code", "" },
        { 404, "service_code", "service_code", "999999" },
        { 404, "service_code", "service_code", "050301" },
        { 404, "jurisdiction_id", "jurisdiction_id", "city.gov" },
        { 400, "lat", "address_string", "" },
        { 400, "long", "lat", "25.1" },
        { 400, "long", "lat", "x" },
        { 400, "attribute[LAMPFAULT]", "attribute[LAMPFAULT]", "broken" },
        { 400, "attribute[LAMPS]", "attribute[LAMPS]", "三盏" },
        { 400, "attribute[LAMPNO]", "attribute[LAMPNO]", "a\nb" },
        { 400, "media_url", "media_url", "file:///etc/passwd" },
        { 400, "media_url", "media_url", "data:image/png;base64,AAAA" },
        { 400, "description", "description", "你们这些王八蛋，路灯坏了也不修。" },
        { 400, "description", "description", "着火了快来人，三楼冒烟了！" },
        { 400, "description", "description", new string('灯', 20_001) },
        { 400, "description", "description", "路灯坏了\u0001真的坏了" },
        { 400, "first_name", "first_name", new string('名', 51) },
        { 400, "address_string", "address_string", new string('路', 201) },
        { 400, "account_id", "account_id", new string('a', 201) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_named_at_its_field_and_nothing_is_taken(int status, string named, string field, string value)
    {
        var (key, before) = (await town.Key(), await town.Orders());
        IEnumerable<(string Name, string Value)> usual = [("service_code", "010102"), ("address_string", "人民南路"), ("description", OrderTown.Story)];

        var (code, xml) = await town.Post("requests.xml", key, [.. usual.Where(u => u.Name != field), (field, value)]);

        Assert.Equal(status, (int)code);
        Assert.Contains(xml.Errors(), e => e.Code == $"{status}" && e.Text.StartsWith(named + ":", StringComparison.Ordinal));
        Assert.Equal(before, await town.Orders());
    }

    [Fact]
    public async Task What_a_service_demands_is_named_and_several_faults_are_told_at_once()
    {
        var (code, xml) = await town.Post("requests.xml", await town.Key(), ("service_code", "040101"), ("description", "买的手机坏了商家不给退。"), ("attribute[AMOUNT]", "many"));

        Assert.Equal(HttpStatusCode.BadRequest, code);
        var texts = xml.Errors().Select(e => e.Text).ToList();
        Assert.Equal(3, texts.Count);
        Assert.Contains("attribute[SHOP]: required: 缺少必填项“商家名称”。", texts);
    }

    [Fact]
    public async Task Without_a_key_with_a_wrong_one_and_with_one_revoked_it_is_403_and_reading_stays_open()
    {
        var key = await town.Key("要撤销的单位");
        (string, string)[] fields = [("service_code", "010102"), ("address_string", "人民南路"), ("description", OrderTown.Story)];
        var id = await town.Rows(db => db.Set<Open311Key>().Where(k => k.Organisation == "要撤销的单位").Select(k => k.Id).SingleAsync());
        using var revoked = await town.PostForm(await town.SignedIn("hotline1"), $"/desk/open311/{id}/revocation", $"/desk/open311/{id}/revocation", ("reason", "单位已经撤销"));
        Assert.Equal(HttpStatusCode.SeeOther, revoked.StatusCode);

        foreach (var wrong in new[] { null, "", "o311_nonsense", key })
        {
            var (code, xml) = await town.Post("requests.xml", wrong, fields);
            Assert.Equal((HttpStatusCode.Forbidden, "403"), (code, Assert.Single(xml.Errors()).Code));
            Assert.Equal(HttpStatusCode.Forbidden, (await town.Post("servicerequestupdates.xml", wrong, ("service_request_id", "GD202011020001"), ("update_id", "1"), ("status", "OPEN"))).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await town.Get("requests.xml")).Status);
    }

    [Fact]
    public async Task Nothing_but_service_and_place_is_demanded()
    {
        var key = await town.Key();
        var bare = await town.Lamp(key, ("description", ""), ("attribute[LAMPNO]", "RM-9"));
        var brief = await town.Lamp(key, ("description", "坏了"), ("address_string", ""), ("address_id", "X-1"));

        var (first, second) = (await town.Xml($"requests/{bare}.xml"), await town.Xml($"requests/{brief}.xml"));
        Assert.Equal(("", "坏了"), (first.Element("request")!.Element("description")!.Value, second.Element("request")!.Element("description")!.Value));
        var row = await town.Order(await town.IdOf(bare));
        Assert.Equal(("路灯照明：；路灯编号：RM-9（经 Open311 提交）", true), (row.Content, row.Requester.Anonymous));
    }

    [Fact]
    public async Task The_same_within_a_minute_is_the_first_and_later_it_is_another()
    {
        var (key, other) = (await town.Key("甲单位"), await town.Key("乙单位"));
        (string, string)[] same = [("description", "南街口的路灯一闪一闪的。")];
        var first = await town.Lamp(key, same);

        Assert.Equal(first, await town.Lamp(key, same));
        Assert.NotEqual(first, await town.Lamp(other, same));
        Assert.NotEqual(first, await town.Lamp(key, ("description", "北街口的路灯一闪一闪的。")));
        town.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.NotEqual(first, await town.Lamp(key, same));
    }

    [Fact]
    public async Task Ten_at_once_make_one()
    {
        var (key, before) = (await town.Key(), await town.Orders());

        var numbers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => town.Lamp(key, ("description", "十个请求同时到达的同一盏灯。"))));

        Assert.Single(numbers.Distinct());
        Assert.Equal(before + 1, await town.Orders());
    }

    [Fact]
    public async Task An_idempotency_key_says_more_than_the_content()
    {
        var key = await town.Key();

        var (first, again, other) = (await Keyed(key, "k-1"), await Keyed(key, "k-1"), await Keyed(key, "k-2"));

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task Files_and_what_is_no_form_are_refused_in_words()
    {
        var key = await town.Key();
        using var parts = new MultipartFormDataContent { { new StringContent(key), "api_key" }, { new StringContent("010102"), "service_code" }, { new ByteArrayContent([1, 2, 3]), "media", "a.jpg" } };
        using var files = await town.Anybody().PostAsync(Client.Root + "requests.json", parts, Ct);
        using var json = await town.Anybody().PostAsync(Client.Root + "requests.json", new StringContent("{}", null, "application/json"), Ct);
        using var many = await town.Anybody().PostAsync(Client.Root + "requests.json", new FormUrlEncodedContent(Enumerable.Range(0, 3000).Select(n => KeyValuePair.Create($"f{n}", "x"))), Ct);

        foreach (var (answer, says) in new[] { (files, "media"), (json, "request"), (many, "request") })
        {
            Assert.Equal((HttpStatusCode.BadRequest, "application/json; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
            Assert.Contains($"\"description\":\"{says}: ", await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    [Fact]
    public async Task A_browser_s_cookie_opens_nothing_here()
    {
        var browser = await town.SignedIn("hotline1");
        using var answer = await browser.PostAsync(Client.Root + "requests.xml", new FormUrlEncodedContent([KeyValuePair.Create("api_key", await town.Key())]), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<errors><error><code>400</code>", await answer.Content.ReadAsStringAsync(Ct));
    }

    private async Task<string> Keyed(string key, string said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Client.Root + "requests.xml");
        request.Headers.Add("Idempotency-Key", said);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["api_key"] = key, ["service_code"] = "010102", ["address_string"] = "东街", ["description"] = "东街的路灯坏了两盏。" });
        using var answer = await town.Anybody().SendAsync(request, Ct);
        return System.Xml.Linq.XDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).Root!.Element("request")!.Element("service_request_id")!.Value;
    }

    private static (string?, string?, string?) Opened(WorkOrder o, CountyKeys keys) => (keys.Open(o.Requester.Name), keys.Open(o.Requester.Phone), keys.Open(o.Requester.Callback));
}
