using System.Net;
using System.Text.Json;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Open311;

/// <summary>The exact shape of each answer in both formats, against documents written by hand from GeoReport v2.</summary>
public sealed class DocumentTests(Town town) : IClassFixture<Town>
{
    private const string Xml = "text/xml; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";
    private const string Head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    [Theory]
    [InlineData("/open311/discovery")]
    [InlineData("/open311/v2/discovery")]
    public async Task Discovery_names_the_endpoint_and_its_formats(string at)
    {
        var (_, type, xml) = await town.Get(at + ".xml");
        var (_, other, json) = await town.Get(at + ".json");

        Assert.Equal((Xml, Json), (type, other));
        const string changed = "2019-01-01T00:00:00+08:00";
        Assert.Equal(
            $"{Head}<discovery><changeset>{changed}</changeset><contact>乐昌市 12345 热线办，http://localhost/orders</contact><key_service>密钥由乐昌市 12345 热线办发放：请以单位名义书面申请，写明单位名称、联系人和电话、用途。</key_service>"
            + $"<endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification><url>http://localhost/open311/v2</url><changeset>{changed}</changeset><type>test</type>"
            + "<formats><format>text/xml</format><format>application/json</format></formats></endpoint></endpoints></discovery>", xml);
        Assert.Equal(
            $$"""{"changeset":"{{changed}}","contact":"乐昌市 12345 热线办，http://localhost/orders","key_service":"密钥由乐昌市 12345 热线办发放：请以单位名义书面申请，写明单位名称、联系人和电话、用途。","endpoints":[{"specification":"http://wiki.open311.org/GeoReport_v2","url":"http://localhost/open311/v2","changeset":"{{changed}}","type":"test","formats":["text/xml","application/json"]}]}""", Plain(json));
    }

    [Fact]
    public async Task Services_are_the_public_classes_with_group_and_keywords()
    {
        var (_, type, xml) = await town.Get("services.xml");
        var (_, other, json) = await town.Get("services.json");

        Assert.Equal((Xml, Json), (type, other));
        Assert.StartsWith($"{Head}<services><service><service_code>010101</service_code><service_name>道路破损和井盖</service_name><description>路面坑洼、塌陷，井盖缺失、破损或者响动。</description><metadata>true</metadata><type>realtime</type><keywords>坑洼,路面,井盖,人行道</keywords><group>市政设施</group></service><service>", xml);
        Assert.StartsWith("""[{"service_code":"010101","service_name":"道路破损和井盖","description":"路面坑洼、塌陷，井盖缺失、破损或者响动。","metadata":true,"type":"realtime","keywords":"坑洼,路面,井盖,人行道","group":"市政设施"},{""", Plain(json));
        Assert.Contains("<service><service_code>030102</service_code><service_name>占道经营</service_name><description>占用道路、人行道经营。</description><metadata>false</metadata>", xml);
        Assert.DoesNotContain("050301", xml); // 低保和救助
        Assert.Equal((await town.Xml("services.xml")).Elements().Count(), (await town.Json("services.json")).GetArrayLength());
    }

    [Fact]
    public async Task A_definition_lists_what_is_asked_in_order_with_its_values()
    {
        var (_, type, xml) = await town.Get("services/010102.xml");
        var (_, _, json) = await town.Get("services/010102.json");

        Assert.Equal(Xml, type);
        Assert.Equal(
            $"{Head}<service_definition><service_code>010102</service_code><attributes>"
            + "<attribute><variable>true</variable><code>LAMPNO</code><datatype>string</datatype><required>false</required><datatype_description>灯杆上的号牌，如 RM-0123；没有号牌的不用填</datatype_description><order>1</order><description>路灯编号</description></attribute>"
            + "<attribute><variable>true</variable><code>LAMPFAULT</code><datatype>singlevaluelist</datatype><required>false</required><datatype_description /><order>2</order><description>故障</description><values>"
            + "<value><key>dark</key><name>不亮</name></value><value><key>flicker</key><name>闪烁</name></value><value><key>daylight</key><name>白天长明</name></value><value><key>leaning</key><name>灯杆倾斜</name></value><value><key>live</key><name>疑似漏电</name></value></values></attribute>"
            + "<attribute><variable>true</variable><code>LAMPS</code><datatype>number</datatype><required>false</required><datatype_description /><order>3</order><description>大约几盏</description></attribute>"
            + "</attributes></service_definition>", xml);
        Assert.StartsWith("""{"service_code":"010102","attributes":[{"variable":true,"code":"LAMPNO","datatype":"string","required":false,"datatype_description":"灯杆上的号牌，如 RM-0123；没有号牌的不用填","order":1,"description":"路灯编号"},{"variable":true,"code":"LAMPFAULT","datatype":"singlevaluelist","required":false,"datatype_description":null,"order":2,"description":"故障","values":[{"key":"dark","name":"不亮"},""", Plain(json));
        Assert.Equal($"{Head}<service_definition><service_code>030102</service_code><attributes /></service_definition>", (await town.Get("services/030102.xml")).Text);
        Assert.Equal("""{"service_code":"030102","attributes":[]}""", Plain((await town.Get("services/030102.json")).Text));
    }

    [Fact]
    public async Task One_request_has_every_field_of_the_specification_in_its_order()
    {
        var number = await town.Lamp(await town.Key(), ("lat", "25.130400"), ("long", "113.347500"), ("address_id", "A-17"), ("media_url", "https://example.org/lamp.jpg?a=1&b=2"));

        var (_, type, xml) = await town.Get($"requests/{number}.xml");
        var (_, other, json) = await town.Get($"requests/{number}.json");

        Assert.Equal((Xml, Json), (type, other));
        Assert.Equal(
            $"{Head}<service_requests><request><service_request_id>{number}</service_request_id><status>open</status><status_notes>已受理</status_notes><service_name>路灯照明</service_name><service_code>010102</service_code>"
            + $"<description>{OrderTown.Story}</description><agency_responsible>12345 热线办</agency_responsible><service_notice /><requested_datetime>2020-11-02T10:00:00+08:00</requested_datetime><updated_datetime>2020-11-02T10:00:00+08:00</updated_datetime>"
            + "<expected_datetime>2020-11-09T23:59:59+08:00</expected_datetime><address>人民南路第三个路口</address><address_id>A-17</address_id><zipcode /><lat>25.1304</lat><long>113.3475</long><media_url>https://example.org/lamp.jpg?a=1&amp;b=2</media_url></request></service_requests>", xml);
        Assert.Equal(
            $$"""[{"service_request_id":"{{number}}","status":"open","status_notes":"已受理","service_name":"路灯照明","service_code":"010102","description":"{{OrderTown.Story}}","agency_responsible":"12345 热线办","service_notice":null,"requested_datetime":"2020-11-02T10:00:00+08:00","updated_datetime":"2020-11-02T10:00:00+08:00","expected_datetime":"2020-11-09T23:59:59+08:00","address":"人民南路第三个路口","address_id":"A-17","zipcode":null,"lat":25.1304,"long":113.3475,"media_url":"https://example.org/lamp.jpg?a=1&b=2"}]""", Plain(json));
    }

    [Fact]
    public async Task A_post_is_answered_with_number_notice_and_account_and_its_number_serves_as_token()
    {
        var key = await town.Key();
        var (status, xml) = await town.Post("requests.xml", key, ("service_code", "030101"), ("address_string", "菜市场后门"), ("description", "垃圾三天没有清运。"), ("account_id", "u-7"));

        Assert.Equal((HttpStatusCode.OK, "service_requests"), (status, xml.Name.LocalName));
        var request = Assert.Single(xml.Elements());
        Assert.Equal("request", request.Name.LocalName);
        Assert.Equal(["service_request_id", "service_notice", "account_id"], request.Elements().Select(e => e.Name.LocalName));
        Assert.Equal("u-7", request.Element("account_id")!.Value);
        var number = request.Element("service_request_id")!.Value;
        Assert.Matches(@"^GD20201102\d{4}$", number);
        Assert.Equal($"{Head}<service_requests><request><service_request_id>{number}</service_request_id><token>{number}</token></request></service_requests>", (await town.Get($"tokens/{number}.xml")).Text);
        Assert.Equal($$"""[{"service_request_id":"{{number}}","token":"{{number}}"}]""", (await town.Get($"tokens/{number}.json")).Text);
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_list_and_not_an_error()
    {
        Assert.Equal($"{Head}<service_requests />", (await town.Get("requests.xml?service_code=999999")).Text);
        Assert.Equal("[]", (await town.Get("requests.json?service_request_id=GD209901010001")).Text);
        Assert.Equal($"{Head}<service_request_updates />", (await town.Get("servicerequestupdates.xml?start_date=2019-01-01T00:00:00Z&end_date=2019-01-02T00:00:00Z")).Text);
        Assert.Equal("[]", (await town.Get("servicerequestupdates.json?start_date=2019-01-01T00:00:00Z&end_date=2019-01-02T00:00:00Z")).Text);
    }

    [Theory]
    [InlineData("services/999999", 404, "service_code")]
    [InlineData("services/050301", 404, "service_code")] // a class that is not public looks like one that is not there
    [InlineData("services.xml?jurisdiction_id=city.gov", 404, "jurisdiction_id")]
    [InlineData("requests?jurisdiction_id=city.gov", 404, "jurisdiction_id")]
    [InlineData("requests/GD209901010001", 404, "service_request_id")]
    [InlineData("tokens/12345", 404, "token")]
    [InlineData("requests?start_date=2020-10-01", 400, "start_date")]
    [InlineData("requests?status=half", 400, "status")]
    [InlineData("requests?page=0", 400, "page")]
    [InlineData("requests?page_size=x", 400, "page_size")]
    [InlineData("requests.html", 404, "format")]
    [InlineData("nothing/here", 404, "")]
    public async Task What_is_wrong_is_an_error_document_under_its_status(string path, int status, string names)
    {
        var (code, type, text) = await town.Get(path);

        Assert.Equal((status, Xml), ((int)code, type));
        var error = Assert.Single(System.Xml.Linq.XDocument.Parse(text).Root!.Errors());
        Assert.Equal($"{status}", error.Code);
        Assert.StartsWith(names, error.Text);
    }

    [Fact]
    public async Task An_error_in_json_is_a_list_with_a_number_as_code()
    {
        var (code, type, text) = await town.Get("requests/GD209901010001.json");

        Assert.Equal((HttpStatusCode.NotFound, Json), (code, type));
        Assert.Equal("""[{"code":404,"description":"service_request_id: 没有找到。"}]""", Plain(text));
    }

    [Theory]
    [InlineData("/open311")]
    [InlineData("/open311/v2")]
    [InlineData("/open311/v2/")]
    public async Task Who_opens_the_root_is_shown_the_discovery(string root) => Assert.Equal(await town.Get("/open311/discovery.xml"), await town.Get(root));

    [Fact]
    public async Task Another_method_is_refused_in_a_document_too()
    {
        using var answer = await town.Anybody().DeleteAsync("/open311/v2/requests.json", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, Json), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.StartsWith("[{\"code\":405,", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("440281")]
    [InlineData("")]
    public async Task The_county_s_own_jurisdiction_and_an_empty_one_are_taken(string id) =>
        Assert.Equal(HttpStatusCode.OK, (await town.Get($"services.json?jurisdiction_id={id}")).Status);

    [Fact]
    public async Task Without_a_suffix_the_accept_header_decides_and_else_it_is_xml()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/open311/v2/services");
        asked.Headers.Accept.ParseAdd("application/json");
        using var json = await town.Anybody().SendAsync(asked, TestContext.Current.CancellationToken);

        Assert.Equal((Json, Xml), (json.Content.Headers.ContentType?.ToString(), (await town.Get("services")).Type));
        Assert.Equal("*", Assert.Single(json.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(json.Headers.Contains("Set-Cookie"));
    }

    // JSON may write a character by its number: what is compared is what a client reads
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Plain(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Relaxed);
}
