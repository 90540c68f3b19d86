using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Open311;

/// <summary>A client of the interface, written from the specification and not from our code: forms out, documents in.</summary>
internal static class Client
{
    public const string Root = "/open311/v2/";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    extension(Town town)
    {
        /// <summary>A key as the desk page shows it, once.</summary>
        public async Task<string> Key(string organisation = "演示城市随手拍运营单位")
        {
            using var answer = await town.PostForm(await town.SignedIn("hotline1"), "/desk/open311", "/desk/open311", ("organisation", organisation), ("contact", "演示甲 0751-0000011"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await Town.PageOf(answer)).QuerySelector("#key")!.TextContent;
        }

        public async Task<(HttpStatusCode Status, string? Type, string Text)> Get(string path)
        {
            using var answer = await town.Anybody().GetAsync(path.StartsWith('/') ? path : Root + path, Ct);
            return (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync(Ct));
        }

        public async Task<XElement> Xml(string path) => XDocument.Parse((await town.Get(path)).Text).Root!;

        public async Task<JsonElement> Json(string path) => JsonDocument.Parse((await town.Get(path)).Text).RootElement.Clone();

        public async Task<(HttpStatusCode Status, XElement Xml)> Post(string path, string? key, params IEnumerable<(string Name, string Value)> fields)
        {
            using var body = new FormUrlEncodedContent(fields.Concat(key is null ? [] : [("api_key", key)]).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
            using var answer = await town.Anybody().PostAsync(Root + path, body, Ct);
            return (answer.StatusCode, XDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).Root!);
        }

        /// <summary>A lamp that does not burn, posted; its number.</summary>
        public async Task<string> Lamp(string key, params IEnumerable<(string Name, string Value)> fields)
        {
            var given = fields.ToList();
            IEnumerable<(string, string)> usual = [("service_code", "010102"), ("address_string", "人民南路第三个路口"), ("description", OrderTown.Story)];
            var (status, xml) = await town.Post("requests.xml", key, [.. usual.Where(u => given.All(g => g.Name != u.Item1)), .. given]);
            Assert.True(status == HttpStatusCode.OK, xml.ToString());
            return xml.Element("request")!.Element("service_request_id")!.Value;
        }

        public Task<Guid> IdOf(string number) => town.Rows(db => db.Orders.Where(o => o.Number == number).Select(o => o.Id).SingleAsync());

        public Task<int> Orders() => town.Rows(db => db.Orders.CountAsync());
    }

    /// <summary>The codes and words of an error document; fails on anything else.</summary>
    public static IReadOnlyList<(string Code, string Text)> Errors(this XElement root)
    {
        Assert.Equal("errors", root.Name.LocalName);
        return [.. root.Elements().Select(e =>
        {
            Assert.Equal("error", e.Name.LocalName);
            Assert.Equal(["code", "description"], e.Elements().Select(c => c.Name.LocalName));
            return (e.Element("code")!.Value, e.Element("description")!.Value);
        })];
    }
}
