using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

public sealed class ItemsApiTests(Town town) : IClassFixture<Town>
{
    private static readonly string Workshop = $"/api/v1/items/{TownCatalogue.Workshop}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_there_is_401_and_what_is_not_yours_is_not_there()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Anybody().GetAsync("/api/v1/items", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-editor")).GetAsync(Workshop, Ct)).StatusCode);
    }

    [Fact]
    public async Task The_list_filters_and_pages()
    {
        var list = await (await town.SignedIn("catalogue1")).GetFromJsonAsync<JsonElement>("/api/v1/items?level=5&size=20", Ct);

        Assert.Equal((2, 20), (list.GetProperty("total").GetInt32(), list.GetProperty("size").GetInt32()));
    }

    [Fact]
    public async Task An_edit_needs_the_version_that_was_read_and_an_old_one_conflicts()
    {
        var editor = await town.SignedIn("market-editor");
        var read = await editor.GetAsync(Workshop, Ct);
        var draft = await DraftOf(read);

        var blind = await Put(editor, draft, null);
        var first = await Put(editor, draft, read.Headers.ETag!.Tag);
        var second = await Put(editor, draft, read.Headers.ETag!.Tag);

        Assert.Equal((HttpStatusCode.PreconditionRequired, HttpStatusCode.OK, HttpStatusCode.Conflict), (blind.StatusCode, first.StatusCode, second.StatusCode));
        Assert.NotEqual(read.Headers.ETag!.Tag, first.Headers.ETag!.Tag);
        Assert.Equal("0751-1", (await town.Rows(db => db.ItemsWhole.AsNoTracking().FirstAsync(i => i.Id == TownCatalogue.Workshop, Ct))).Working!.Content.ConsultPhone);
    }

    [Fact]
    public async Task A_bad_draft_names_each_field()
    {
        var editor = await town.SignedIn("market-editor");
        var read = await editor.GetAsync(Workshop, Ct);
        var draft = (await DraftOf(read)).Replace("\"食品小作坊登记\"", "\"<i>登记</i>\"");

        var answer = await Put(editor, draft, read.Headers.ETag!.Tag);
        var empty = await editor.PutAsync(Workshop + "/draft", JsonContent.Create(new { }), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("网页代码", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty("name")[0].GetString());
        Assert.Equal(HttpStatusCode.PreconditionRequired, empty.StatusCode);
    }

    [Fact]
    public async Task A_change_goes_its_way_by_programs_too()
    {
        var item = $"/api/v1/items/{TownCatalogue.Catering}";
        var (editor, reviewer, centre) = (await town.SignedIn("market-editor"), await town.SignedIn("market-reviewer"), await town.SignedIn("catalogue1"));

        var published = new { provincialId = "4402812020110203", provincialVersion = 2 };
        foreach (var (who, noun) in new[] { (editor, "change"), (editor, "submission"), (reviewer, "approval"), (centre, "publication") })
        {
            var answer = await who.PostAsync($"{item}/{noun}", JsonContent.Create(noun == "publication" ? published : new object()), Ct);
            Assert.True(answer.IsSuccessStatusCode, $"{noun} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Ct)}");
        }

        var again = await centre.PostAsync($"{item}/publication", JsonContent.Create(published), Ct);
        var nowhere = await centre.PostAsync($"{item}/publication", JsonContent.Create(new { }), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, nowhere.StatusCode);
        var silent = await centre.PostAsync($"{item}/suspension", JsonContent.Create(new { }), Ct);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (again.StatusCode, silent.StatusCode));
        Assert.Equal("reason", (await silent.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());
        Assert.Equal(2, (await editor.GetFromJsonAsync<JsonElement>($"{item}/versions", Ct)).GetArrayLength());
    }

    [Fact]
    public async Task A_batch_by_json_is_offered_once_whatever_is_retried_and_claimed()
    {
        var (centre, editor) = (await town.SignedIn("catalogue1"), await town.SignedIn("civil-editor"));
        var body = new { batch = 7, lines = new[] { new { basicCode = "442111088000", handling = "01", name = "殡葬补贴", unit = "MZJ" } } };
        centre.DefaultRequestHeaders.Add("Idempotency-Key", "batch-7");

        var first = await centre.PostAsJsonAsync("/api/v1/offers", body, Ct);
        var second = await centre.PostAsJsonAsync("/api/v1/offers", body, Ct);
        var offer = await town.Rows(db => db.Offers.Where(o => o.Batch == 7).Select(o => o.Id).SingleAsync(Ct));
        var claim = await editor.PostAsJsonAsync("/api/v1/items", new { offer }, Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(HttpStatusCode.Created, claim.StatusCode);
        Assert.StartsWith("/api/v1/items/", claim.Headers.Location!.ToString());
    }

    private static async Task<string> DraftOf(HttpResponseMessage read) =>
        (await read.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("draft").GetRawText()
            .Replace("\"content\":{", "\"content\":{\"consultPhone\":\"0751-1\",\"supervisePhone\":\"12345\",")
            .Replace("\"consultPhone\":\"\",", "").Replace("\"supervisePhone\":\"\",", "");

    private static Task<HttpResponseMessage> Put(HttpClient browser, string draft, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Workshop + "/draft") { Content = new StringContent(draft, null, "application/json") };
        if (tag is not null)
        {
            request.Headers.Add("If-Match", tag);
        }

        return browser.SendAsync(request, Ct);
    }
}
