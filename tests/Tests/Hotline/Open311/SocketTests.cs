using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Open311;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Open311;

/// <summary>The whole way over a real socket, as an application like FixMyStreet goes it: discovery, services, form post, parse, poll, update, error.</summary>
public sealed class SocketTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_application_finds_its_way_from_the_discovery_to_its_update()
    {
        await using var host = new TownHost(town.Directory, town.Database, town.Time);
        host.UseKestrel(o => o.Listen(IPAddress.Loopback, 0));
        host.StartServer();
        using var http = new HttpClient { BaseAddress = host.ClientOptions.BaseAddress };
        Assert.NotEqual(80, http.BaseAddress!.Port);
        var key = await Key(host);

        var endpoint = (await Read(http, "/open311/discovery.xml")).Element("endpoints")!.Element("endpoint")!.Element("url")!.Value;
        Assert.StartsWith(http.BaseAddress.ToString(), endpoint);
        var asking = (await Read(http, endpoint + "/services.xml")).Elements("service").First(s => s.Element("metadata")!.Value == "true" && s.Element("group")!.Value == "市政设施" && s.Element("service_name")!.Value == "路灯照明");
        var code = asking.Element("service_code")!.Value;
        var list = (await Read(http, $"{endpoint}/services/{code}.xml")).Element("attributes")!.Elements("attribute").First(a => a.Element("datatype")!.Value == "singlevaluelist");
        var (question, answer) = (list.Element("code")!.Value, list.Element("values")!.Element("value")!.Element("key")!.Value);

        var posted = await Post(http, endpoint + "/requests.xml", key, ("service_code", code), ("lat", "25.1304"), ("long", "113.3475"), ("description", "title: 路灯不亮\n\ndetail: 三盏都不亮 <&>\n\nurl: https://example.org/report/1"), ($"attribute[{question}]", answer), ("first_name", "Ann"), ("last_name", "Other"));
        var number = posted.Element("request")!.Element("service_request_id")!.Value;
        var read = Assert.Single((await Read(http, $"{endpoint}/requests.xml?service_request_id={number}")).Elements("request"));
        Assert.Equal("title: 路灯不亮\n\ndetail: 三盏都不亮 <&>\n\nurl: https://example.org/report/1", read.Element("description")!.Value);

        var told = await Post(http, endpoint + "/servicerequestupdates.xml", key, ("service_request_id", number), ("update_id", "7"), ("updated_datetime", "2020-11-02T10:00:00+08:00"), ("status", "OPEN"), ("description", "还是不亮"), ("first_name", "Ann"), ("last_name", "Other"));
        var mine = told.Element("request_update")!.Element("update_id")!.Value;
        var polled = await Read(http, endpoint + "/servicerequestupdates.xml?start_date=2020-11-02T00:00:00Z&end_date=2020-11-02T04:00:00Z&api_key=" + key);
        Assert.Contains(polled.Elements("request_update"), u => u.Element("update_id")!.Value == mine && u.Element("description")!.Value == "还是不亮");
        Assert.Equal("403", (await Post(http, endpoint + "/requests.xml", "o311_wrong", ("service_code", code))).Element("error")!.Element("code")!.Value);
    }

    private static async Task<XElement> Read(HttpClient http, string address) => XDocument.Parse(await http.GetStringAsync(address, Ct)).Root!;

    private static async Task<XElement> Post(HttpClient http, string address, string key, params IEnumerable<(string Name, string Value)> fields)
    {
        using var body = new FormUrlEncodedContent(fields.Append(("api_key", key)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await http.PostAsync(address, body, Ct);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).Root!;
    }

    private static async Task<string> Key(TownHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(host.Services.GetRequiredService<CountyDirectory>().Sole!);
        var (db, ids) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<IdSource>());
        var (key, act) = (Open311Key.NewKey(ids), new Act(Actor.System, host.Services.GetRequiredService<TimeProvider>().Now()));
        await scope.ServiceProvider.GetRequiredService<Writer>().Write(act, () =>
        {
            db.Add(Open311Key.Issue(ids.NewId(act.Now), key, "演示应用", "演示甲 0751-0000011", act));
            return Task.CompletedTask;
        }, Ct);
        return key;
    }
}
