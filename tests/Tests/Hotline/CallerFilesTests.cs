using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Files;
using Yimen.Tests.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>附件 and the further details of a caller: what they send along, who sees it, and what is refused.</summary>
public sealed class CallerFilesTests(Town town) : IClassFixture<Town>
{
    private const string Progress = "/orders/progress";
    private static readonly (string, byte[])[] Both = [("现场.jpg", Specimens.Jpeg), ("来信.pdf", Specimens.Pdf)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/orders/new")]
    [InlineData("/orders/mailbox")]
    public async Task What_is_sent_along_is_read_by_the_office_and_the_unit_and_named_to_the_caller(string door)
    {
        var id = await Filed(door, Both);
        Assert.Equal(1, (await town.Order(id)).Trail.Count); // in the act that took it in
        await town.Dispatch(id);

        foreach (var user in new[] { "hotline1", "market-liaison" })
        {
            var links = await Links(user, id);
            Assert.Equal(["来信.pdf", "现场.jpg"], links.Select(l => l.Name).Order(StringComparer.Ordinal));
            Assert.All(links, l => Assert.Equal(HttpStatusCode.OK, town.StatusOf(user, l.Href).GetAwaiter().GetResult()));
        }

        var order = await town.Order(id);
        Assert.Contains("来信.pdf、现场.jpg", await town.Anybody().GetStringAsync($"{Progress}?number={order.Number}&code={order.QueryCode}", Ct));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("civil-liaison", (await Links("hotline1", id))[0].Href));
    }

    [Fact]
    public async Task At_the_desk_a_walk_in_s_papers_are_taken_along_with_sex_callback_and_identity_number()
    {
        var browser = await town.SignedIn("hotline1");
        using var answer = await Post(browser, "/desk/orders/new", "/desk/orders/new", Both, [.. Typed, ("source", "Letter"), ("sex", "Female"), ("callback", "0751-5551234"), ("idNumber", "11010519491231002X")]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var id = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);

        using var shown = await town.Step("hotline1", id, "requester", ("reason", "核实来信人"));

        var text = (await Town.PageOf(shown)).QuerySelector("main")!.TextContent;
        Assert.All(["女", "0751-5551234", "11010519491231002X"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.DoesNotContain("11010519491231002X", await town.TextOf("hotline1", $"/desk/orders/{id}"), StringComparison.Ordinal);
        Assert.Equal(2, (await Links("hotline1", id)).Count);
    }

    [Theory]
    [InlineData("idNumber", "110105194912310021")]
    [InlineData("callback", "不是电话")]
    public async Task A_number_that_cannot_be_is_refused_at_its_field_with_what_was_typed(string field, string typed)
    {
        using var answer = await Post(await town.SignedIn("hotline1"), "/desk/orders/new", "/desk/orders/new", [], [.. Typed, (field, typed)]);

        var page = await Town.PageOf(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEqual("", page.QuerySelector($"#f-{field}-error")!.TextContent.Trim());
        Assert.Equal(typed, page.QuerySelector($"[name={field}]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("details.disclosure[open]"));
    }

    [Fact]
    public async Task Anonymous_keeps_no_identity_number()
    {
        using var answer = await Post(await town.SignedIn("hotline1"), "/desk/orders/new", "/desk/orders/new", [], [.. Typed, ("anonymous", "true"), ("idNumber", "11010519491231002X")]);

        var order = await town.Order(Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]));
        Assert.True(order.Requester.Anonymous && order.Requester.IdNumber.IsEmpty);
    }

    [Fact]
    public async Task Files_that_lie_or_are_too_many_leave_no_order_behind()
    {
        var before = await town.Rows(db => db.Orders.CountAsync());
        var ten = Enumerable.Range(1, 10).Select(n => ($"{n}.jpg", Specimens.Jpeg)).ToArray();

        foreach (var files in new[] { [("现场.jpg", Specimens.Html)], ten, [("空.pdf", [])], [Both[0], ("程序.pdf", [.. "MZ"u8])] })
        {
            using var answer = await Post(town.Anybody(), "/orders/new", "/orders/new", files, Typed);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.NotEqual("", (await Town.PageOf(answer)).QuerySelector("#f-files-error")!.TextContent.Trim());
        }

        Assert.Equal(before, await town.Rows(db => db.Orders.CountAsync()));
    }

    [Fact]
    public async Task An_addition_brings_more_until_there_are_as_many_as_the_rule_allows()
    {
        var id = await Filed("/orders/new", [.. Enumerable.Range(1, 8).Select(n => ($"{n}.jpg", Specimens.Jpeg))]);
        var (number, code) = (await town.Order(id)) is var o ? (o.Number, o.QueryCode) : default;
        (string, string?)[] added = [("number", number), ("code", code), ("text", "昨天又有人摔倒，照片见附件。")];
        var here = $"{Progress}?number={number}&code={code}";

        using var one = await Post(town.Anybody(), here, Progress + "/supplement", [("九.jpg", Specimens.Jpeg)], added);
        using var more = await Post(town.Anybody(), here, Progress + "/supplement", [("十.jpg", Specimens.Jpeg)], added);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (one.StatusCode, more.StatusCode));
        Assert.Contains("已经有 9 个", (await Town.PageOf(more)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var row = await town.Order(id);
        Assert.Equal((1, 9), (row.Supplements.Count, row.Files.Count(p => p.FromCaller)));
    }

    [Fact]
    public async Task Under_secrecy_they_are_shown_to_who_handles_it_alone_and_never_to_whom_it_speaks_of()
    {
        var id = await Filed("/orders/new", Both, ("secret", "true"), ("type", "Report"), ("reported", "MZJ"));
        var href = (await Links("hotline1", id))[0].Href;
        await town.Dispatch(id, "SCJG", ("assisting", "MZJ"));
        await town.Step("market-liaison", id, "signature");

        foreach (var (user, shown) in new[] { ("market-liaison", true), ("hotline1", false), ("market-head", false), ("civil-liaison", false), ("director", false) })
        {
            Assert.Equal(shown ? 2 : 0, (await Links(user, id)).Count);
            Assert.Equal(shown ? HttpStatusCode.OK : HttpStatusCode.NotFound, await town.StatusOf(user, href));
        }
    }

    [Fact]
    public async Task Who_follows_another_s_order_does_not_open_that_caller_s_files()
    {
        var (master, follower) = (await Filed("/orders/new", Both), await town.Recorded());
        var file = (await Links("hotline1", master))[0].Href.Split('/')[^1];
        await town.Step("hotline1", follower, "master", ("number", (await town.Order(master)).Number));

        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", $"/desk/orders/{follower}/files/{file}"));
    }

    private static IEnumerable<(string, string?)> Typed => [("type", "Help"), ("title", "路灯不亮"), ("content", OrderTown.Story), ("name", "演示甲"), ("phone", "13800138021")];

    private async Task<Guid> Filed(string door, (string, byte[])[] files, params (string Name, string? Value)[] fields)
    {
        using var answer = await Post(town.Anybody(), door, door, files, [.. Typed.Where(t => fields.All(f => f.Name != t.Item1)), .. fields]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var number = answer.Headers.Location!.ToString().Split("number=")[1].Split('&')[0];
        return await town.Rows(db => db.Orders.Where(o => o.Number == number).Select(o => o.Id).SingleAsync());
    }

    private async Task<IReadOnlyList<(string Name, string Href)>> Links(string user, Guid id)
    {
        var page = await Town.PageOf(await (await town.SignedIn(user)).GetAsync($"/desk/orders/{id}", Ct));
        return [.. page.QuerySelectorAll($"a[href^='/desk/orders/{id}/files/']").Select(a => (a.TextContent.Trim(), a.GetAttribute("href")!))];
    }

    private async Task<HttpResponseMessage> Post(HttpClient browser, string page, string action, (string Name, byte[] Bytes)[] files, IEnumerable<(string Name, string? Value)> fields)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in (await town.HiddenFields(browser, page, action)).Select(h => (h.Key, (string?)h.Value)).Where(h => fields.All(f => f.Name != h.Key)).Concat(fields))
        {
            body.Add(new StringContent(value!), name);
        }

        foreach (var (name, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            body.Add(file, CallerFiles.Field, name);
        }

        return await browser.PostAsync(action, body, Ct);
    }
}
