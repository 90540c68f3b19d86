using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;
using Yimen.Tests.World;

namespace Yimen.Tests.Knowledge;

public sealed class KnowledgeApiTests(Town town) : IClassFixture<Town>
{
    private const string Here = "/api/v1/knowledge";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_there_is_401_and_who_may_not_write_finds_nothing()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Anybody().GetAsync(Here, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("clerk1")).PostAsJsonAsync(Here, Entry("不许写？"), Ct)).StatusCode);
    }

    [Fact]
    public async Task A_program_writes_edits_and_submits_an_entry()
    {
        var liaison = await town.SignedIn("market-liaison");
        var made = await liaison.PostAsJsonAsync(Here, Entry("程序写的问题？"), Ct);
        var body = await made.Content.ReadFromJsonAsync<JsonElement>(Ct);
        var path = $"{Here}/{body.GetProperty("id").GetGuid()}";

        Assert.Equal((HttpStatusCode.Created, "editing"), (made.StatusCode, body.GetProperty("workingState").GetString()));
        var blind = await liaison.PutAsJsonAsync(path + "/draft", Entry("程序改的问题？"), Ct);
        var first = await Put(liaison, path, "程序改的问题？", made.Headers.ETag!.Tag);
        var late = await Put(liaison, path, "太晚了的问题？", made.Headers.ETag!.Tag);
        Assert.Equal((HttpStatusCode.PreconditionRequired, HttpStatusCode.OK, HttpStatusCode.Conflict), (blind.StatusCode, first.StatusCode, late.StatusCode));

        var submitted = await liaison.PostAsJsonAsync(path + "/submission", new { }, Ct);
        Assert.Equal("unitReview", (await submitted.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("workingState").GetString());
        var reviewer = await town.SignedIn("market-reviewer");
        Assert.Equal(HttpStatusCode.BadRequest, (await reviewer.PostAsJsonAsync(path + "/approval", new { }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reviewer.PostAsJsonAsync(path + "/approval", new { secrecy = true }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.PostAsJsonAsync(path + "/publication", new { }, Ct)).StatusCode);
        var published = await (await (await town.SignedIn("hotline1")).PostAsJsonAsync(path + "/publication", new { }, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(("live", true), (published.GetProperty("state").GetString(), published.GetProperty("answers").GetBoolean()));
    }

    [Fact]
    public async Task A_retried_request_makes_one_entry()
    {
        var liaison = await town.SignedIn("market-liaison");
        var made = new List<Guid>();
        foreach (var _ in new[] { 1, 2 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Here) { Content = JsonContent.Create(Entry("重试的问题？")), Headers = { { "Idempotency-Key", "retried-1" } } };
            made.Add((await (await liaison.SendAsync(request, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid());
        }

        Assert.Equal(made[0], made[1]);
    }

    [Fact]
    public async Task A_bad_body_names_each_field()
    {
        var liaison = await town.SignedIn("market-liaison");
        var empty = await liaison.PostAsJsonAsync(Here, new { }, Ct);
        var bad = await liaison.PostAsJsonAsync(Here, new { unit = "SCJG", title = "有错的问题？", answer = "<b>粗</b>", @class = "" }, Ct);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (empty.StatusCode, bad.StatusCode));
        var errors = (await bad.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors");
        Assert.Contains("网页代码", errors.GetProperty("answer")[0].GetString());
        Assert.Contains("内容分类", errors.GetProperty("class")[0].GetString());
    }

    [Fact]
    public async Task The_list_searches_and_suggestions_come_with_a_score()
    {
        await town.Publish(new ArticleDraft { Title = "电梯困人怎么办？", Answer = "按紧急呼叫按钮。" });
        var clerk = await town.SignedIn("clerk1");
        var list = await clerk.GetFromJsonAsync<JsonElement>(Here + "?q=电梯困人", Ct);
        var suggestions = await clerk.GetFromJsonAsync<JsonElement>(Here + "/suggestions?text=小区电梯困人没有人管&take=3", Ct);

        Assert.Equal(1, list.GetProperty("total").GetInt32());
        Assert.Equal("电梯困人怎么办？", suggestions[0].GetProperty("title").GetString());
        Assert.True(suggestions[0].GetProperty("score").GetDouble() > KnowledgeSearch.Likely);
    }

    private static object Entry(string title) => new { unit = "SCJG", title, variants = new[] { "还有人这样问" }, answer = "第一段。\n第二段。", @class = "市场监管", visibility = "public" };

    private static async Task<HttpResponseMessage> Put(HttpClient browser, string path, string title, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path + "/draft") { Content = JsonContent.Create(Entry(title)), Headers = { { "If-Match", tag } } };
        return await browser.SendAsync(request, Ct);
    }
}
