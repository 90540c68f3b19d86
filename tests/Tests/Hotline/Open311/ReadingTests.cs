using System.Net;
using System.Xml.Linq;
using Yimen.Hotline.Contracts;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Open311;

/// <summary>GET requests: filters, dates, pages, and what is not told.</summary>
public sealed class ReadingTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task What_is_read_back_is_what_was_posted()
    {
        var key = await town.Key();
        var dice = new Random(311);
        for (var n = 0; n < 25; n++)
        {
            var (text, place) = (Text(dice, n), string.Concat(Text(dice, n + 100).EnumerateRunes().Take(20)));
            var (lat, lng) = (Math.Round(-90 + (dice.NextDouble() * 180), dice.Next(0, 9)), Math.Round(-180 + (dice.NextDouble() * 360), dice.Next(0, 9)));
            var url = $"https://example.org/{n}?q=<&>\"'%20{dice.Next()}";
            var number = await town.Lamp(key, ("description", text), ("address_string", place), ("lat", Of(lat)), ("long", Of(lng)), ("address_id", $"号 {n}"), ("media_url", url));

            var xml = (await town.Xml($"requests/{number}.xml")).Element("request")!;
            var json = (await town.Json($"requests/{number}.json"))[0];
            foreach (var (field, posted) in new[] { ("description", text), ("address", place.Trim()), ("address_id", $"号 {n}"), ("media_url", url), ("service_code", "010102") })
            {
                Assert.Equal(posted, xml.Element(field)!.Value);
                Assert.Equal(posted, json.GetProperty(field).GetString());
            }

            Assert.Equal((lat, lng), (Number(xml, "lat"), Number(xml, "long")));
            Assert.Equal((lat, lng), (json.GetProperty("lat").GetDouble(), json.GetProperty("long").GetDouble()));
        }
    }

    [Fact]
    public async Task Nothing_of_who_spoke_stands_in_any_document()
    {
        var number = await town.Lamp(await town.Key("不公开的单位名"), ("first_name", "李四光"), ("phone", "13800138042"), ("email", "who@example.org"), ("device_id", "dev-88"), ("account_id", "acc-99"));
        var id = await town.IdOf(number);
        await town.Dispatch(id);

        foreach (var path in new[] { $"requests/{number}.xml", "requests.json", "servicerequestupdates.xml" })
        {
            var text = (await town.Get(path)).Text;
            Assert.Contains(number, text);
            Assert.All(["李四光", "13800138042", "who@example.org", "dev-88", "acc-99", "不公开的单位名"], secret => Assert.DoesNotContain(secret, text));
        }
    }

    [Fact]
    public async Task From_a_door_that_is_not_open_only_service_and_progress_are_told()
    {
        var id = await town.Answered(("title", "谁家的路灯"), ("address", "幸福巷 7 号"));
        var number = (await town.Order(id)).Number;

        var request = (await town.Xml($"requests/{number}.xml")).Element("request")!;
        Assert.Equal(("010102", "已答复", "open"), (request.Element("service_code")!.Value, request.Element("status_notes")!.Value, request.Element("status")!.Value));
        Assert.All(["description", "address", "lat", "long", "media_url"], f => Assert.Equal("", request.Element(f)!.Value));
        var updates = (await town.Get($"servicerequestupdates.xml?service_request_id={number}")).Text;
        Assert.All(["谁家的路灯", "幸福巷", OrderTown.Story, "已更换线路"], hidden => Assert.DoesNotContain(hidden, request.ToString() + updates));
    }

    [Fact]
    public async Task Secret_ones_reports_and_classes_that_are_not_public_are_not_there()
    {
        var (secret, report, household, unread) = (await town.Recorded(("secret", "true")), await town.Recorded(), await town.Recorded(), await town.Recorded());
        await town.Dispatch(secret);
        await town.Dispatch(report, "SCJG", ("type", "Report"));
        await town.Dispatch(household, "SCJG", ("class", "050301"));

        var all = (await town.Get("requests.xml")).Text;
        foreach (var id in new[] { secret, report, household, unread })
        {
            var number = (await town.Order(id)).Number;
            Assert.DoesNotContain(number, all);
            Assert.Equal(HttpStatusCode.NotFound, (await town.Get($"requests/{number}.xml")).Status);
            Assert.Empty((await town.Xml($"requests.xml?service_request_id={number}")).Elements());
            Assert.Empty((await town.Xml($"servicerequestupdates.xml?service_request_id={number}")).Elements());
        }
    }

    [Fact]
    public async Task Posted_here_and_put_into_a_class_that_is_not_public_it_keeps_its_number_and_loses_its_content()
    {
        var number = await town.Lamp(await town.Key(), ("description", "邻居王某某家里没有饭吃，请帮帮他。"));
        await town.Dispatch(await town.IdOf(number), "SCJG", ("class", "050301"));

        var request = (await town.Xml($"requests/{number}.xml")).Element("request")!;
        Assert.Equal(("open", "", ""), (request.Element("status")!.Value, request.Element("description")!.Value, request.Element("address")!.Value));
    }

    [Fact]
    public async Task It_is_found_by_number_service_status_and_time_whatever_the_offset()
    {
        var key = await town.Key();
        var lamp = await town.Lamp(key, ("description", "找得到的路灯第一盏。"));
        town.Time.Advance(TimeSpan.FromMinutes(10));
        var waste = await town.Lamp(key, ("service_code", "030101"), ("description", "找得到的垃圾第一堆。"));
        var at = town.Time.GetUtcNow();

        Assert.Equal([waste, lamp], Numbers(await town.Xml($"requests.xml?service_request_id={lamp},{waste}&status=closed"))); // a number overrides all else
        Assert.Contains(waste, Numbers(await town.Xml("requests.xml?service_code=030101,010101")));
        Assert.DoesNotContain(lamp, Numbers(await town.Xml("requests.xml?service_code=030101,010101")));
        Assert.Equal([waste], Numbers(await town.Xml($"requests.xml?start_date={Z(at.AddSeconds(-1))}&end_date={Z(at)}")));
        Assert.Equal([waste], Numbers(await town.Xml($"requests.xml?start_date={Uri.EscapeDataString(China(at.AddSeconds(-1)))}&end_date={China(at)}"))); // also a plus that was not escaped
        Assert.DoesNotContain(waste, Numbers(await town.Xml($"requests.xml?end_date={Z(at.AddSeconds(-1))}")));
        Assert.Contains(waste, Numbers(await town.Xml("requests.xml?status=open")));
        Assert.Contains(waste, Numbers(await town.Xml("requests.xml?status=closed,open")));
        Assert.DoesNotContain(waste, Numbers(await town.Xml("requests.xml?status=closed")));
        Assert.Contains(waste, Numbers(await town.Xml("requests.xml?status=&service_code=&start_date=&end_date=&page=&jurisdiction_id="))); // empty is not given
    }

    [Theory]
    [InlineData("2020-08-01T00:00:00Z", "2020-10-30T00:00:00Z", 200)]
    [InlineData("2020-08-01T00:00:00+08:00", "2020-10-30T00:00:00+08:00", 200)]
    [InlineData("2020-08-01T00:00:00Z", "2020-10-30T00:00:01Z", 400)]
    [InlineData("2020-08-01T08:00:00+08:00", "2020-10-30T00:00:01Z", 400)]
    [InlineData("2020-10-30T00:00:00Z", "2020-10-29T00:00:00Z", 400)]
    [InlineData("2020-10-30T00:00:00", "2020-10-31T00:00:00", 400)]
    [InlineData("2020-02-30T00:00:00Z", "", 400)]
    [InlineData("10-30-2020", "", 400)]
    [InlineData("0001-01-01T00:00:00+08:00", "", 400)]
    [InlineData("", "9999-12-31T23:59:59-08:00", 400)]
    [InlineData("2020-10-30T00:00Z", "2020-10-30T00:00:00.5Z", 200)]
    public async Task A_span_is_of_ninety_days_at_most_and_says_its_offset(string start, string end, int status) =>
        Assert.Equal(status, (int)(await town.Get($"requests.xml?start_date={Uri.EscapeDataString(start)}&end_date={Uri.EscapeDataString(end)}")).Status);

    [Fact]
    public async Task Without_dates_the_last_ninety_days_are_told()
    {
        var number = await town.Lamp(await town.Key(), ("description", "九十天以前的那盏路灯。"));
        var posted = town.Time.GetUtcNow();
        town.Time.Advance(TimeSpan.FromDays(90));
        Assert.Contains(number, Numbers(await town.Xml("requests.xml")));
        town.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.DoesNotContain(number, Numbers(await town.Xml("requests.xml")));
        Assert.Contains(number, Numbers(await town.Xml($"requests.xml?start_date={Z(posted)}")));
        Assert.Contains(number, Numbers(await town.Xml($"requests.xml?service_request_id={number}")));
    }

    [Fact]
    public async Task Pages_together_are_the_whole_and_none_twice()
    {
        var key = await town.Key();
        for (var n = 0; n < 7; n++)
        {
            await town.Lamp(key, ("description", $"用来翻页的路灯第 {n} 盏。"));
        }

        var whole = Numbers(await town.Xml("requests.xml?service_code=010102"));
        var pages = new List<string>();
        for (var page = 1; pages.Count < whole.Count; page++)
        {
            var some = Numbers(await town.Xml($"requests.xml?service_code=010102&page={page}&page_size=3"));
            Assert.InRange(some.Count, 1, 3);
            pages.AddRange(some);
        }

        Assert.Equal(whole, pages);
        Assert.Empty(Numbers(await town.Xml($"requests.xml?service_code=010102&page=99&page_size=3")));
        Assert.Equal(whole, Numbers(await town.Xml("requests.xml?service_code=010102&page_size=50000"))); // at most a thousand, said in the docs
    }

    private static List<string> Numbers(XElement root) => [.. root.Elements("request").Select(r => r.Element("service_request_id")!.Value)];

    private static double Number(XElement request, string field) => double.Parse(request.Element(field)!.Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string Of(double degrees) => degrees.ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture);

    private static string Z(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static string China(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm:sszzz");

    // markup, entities, brackets that end a CDATA, astral characters, right-to-left, line breaks
    private static string Text(Random dice, int n)
    {
        string[] bits = ["路灯", "<b>&amp;</b>", "]]>", "\"'", "𠮷😀", "שלום", " ", "\n", "\t", "<!--", "&#0;", "{}", "%", "\\u0000", "é", "é", "￥", "<?xml?>"];
        return $"第{n}件" + string.Concat(Enumerable.Range(0, 30).Select(_ => bits[dice.Next(bits.Length)])) + "。";
    }
}
