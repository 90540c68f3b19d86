using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Tests.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The cases' API: the same use cases as the pages, in JSON.</summary>
public sealed class CasesApiTests(Town town) : IClassFixture<Town>
{
    private const string Api = "/api/v1/cases";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_window_to_the_delivery_by_programs()
    {
        var (clerk, approver, head) = (await town.Program("clerk1"), await town.Program("market-approver"), await town.Program("market-head"));
        var filed = await clerk.Send(Api, CaseProgram.Filed(TownCatalogue.Food));
        var id = (await filed.Json()).GetProperty("id").GetGuid();

        var accepted = await approver.Send($"{Api}/{id}/acceptance", match: filed.Headers.ETag!.Tag);
        var reviewed = await approver.Send($"{Api}/{id}/review", new { grant = true, opinion = "符合条件。" }, accepted.Headers.ETag!.Tag);
        var decided = await head.Send($"{Api}/{id}/decision", new { granted = true }, reviewed.Headers.ETag!.Tag);
        var certified = await approver.Send($"{Api}/{id}/certificate", new { number = "JY24402810000002", validFrom = "2020-11-02", validUntil = "2025-11-01" }, decided.Headers.ETag!.Tag);
        var delivered = await clerk.Send($"{Api}/{id}/delivery", new { method = "Direct", recipient = "演示戊" }, certified.Headers.ETag!.Tag);

        Assert.Equal(HttpStatusCode.Created, filed.StatusCode);
        Assert.EndsWith($"{Api}/{id}", filed.Headers.Location!.ToString());
        Assert.All([accepted, reviewed, decided, certified, delivered], a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal("2020-11-09", (await accepted.Json()).GetProperty("due").GetString());
        var read = await (await clerk.GetAsync($"{Api}/{id}", Ct)).Json();
        Assert.Equal(("delivered", true), (read.GetProperty("state").GetString(), read.GetProperty("granted").GetBoolean()));
        Assert.Equal(CaseState.Delivered, (await town.CaseOf(id)).State);
    }

    [Fact]
    public async Task A_repeated_request_files_one_case()
    {
        var clerk = await town.Program("clerk1");

        var first = await clerk.Send(Api, CaseProgram.Filed(TownCatalogue.Food), key: "nightly-7");
        var second = await clerk.Send(Api, CaseProgram.Filed(TownCatalogue.Food), key: "nightly-7");

        Assert.Equal((await first.Json()).GetProperty("number").GetString(), (await second.Json()).GetProperty("number").GetString());
    }

    [Fact]
    public async Task A_stale_version_conflicts_and_changes_nothing()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var approver = await town.Program("market-approver");

        var answer = await approver.Send($"{Api}/{id}/acceptance", match: "\"7\"");
        var nonsense = await approver.Send($"{Api}/{id}/acceptance", match: "\"abc\"");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (answer.StatusCode, nonsense.StatusCode));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(CaseState.Received, (await town.CaseOf(id)).State);
    }

    [Fact]
    public async Task An_unchanged_case_is_not_sent_again_and_personal_values_are_masked()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var clerk = await town.Program("clerk1");
        var first = await clerk.GetAsync($"{Api}/{id}", Ct);

        var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}/{id}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var again = await clerk.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        var text = await first.Content.ReadAsStringAsync(Ct);
        Assert.DoesNotContain(CaseAtCounter.Resident(511), text);
        Assert.DoesNotContain("13800138003", text);
        Assert.Equal(5, (await first.Json()).GetProperty("materials").GetArrayLength());
    }

    [Theory]
    [InlineData("", "itemId")]
    [InlineData("{}", "ItemId")]
    public async Task An_empty_body_is_answered_400(string body, string field)
    {
        var clerk = await town.Program("clerk1");

        var answer = await clerk.PostAsync(Api, new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(body.Length == 0 || (await answer.Content.ReadAsStringAsync(Ct)).Contains(field, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("review", "审查意见")]
    [InlineData("decision", "granted")]
    [InlineData("delivery", "签收人")]
    [InlineData("sitting", "办理意见")]
    public async Task Every_verb_with_a_body_names_what_an_empty_one_lacks(string noun, string words)
    {
        var user = noun switch { "review" => "market-approver", "decision" => "market-head", _ => "clerk1" };
        var answer = await (await town.Program(user)).Send($"{Api}/{Guid.NewGuid()}/{noun}", new { });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task A_wrong_resident_id_is_named_at_its_field()
    {
        var answer = await (await town.Program("clerk1")).Send(Api, CaseProgram.Filed(TownCatalogue.Food, number: "440281198503170011"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("校验码", (await answer.Json()).GetProperty("errors").GetProperty("number")[0].GetString());
    }

    [Fact]
    public async Task A_citizen_s_program_begins_uploads_and_submits()
    {
        var citizen = await town.Program("citizen1");
        var begun = await citizen.Send(Api, CaseProgram.Filed(TownCatalogue.FoodRenewal, null, CaseOnline.NumberOf("citizen1")));
        var id = (await begun.Json()).GetProperty("id").GetGuid();
        foreach (var material in (await town.CaseOf(id)).Materials.Where(m => m.Required))
        {
            using var body = new MultipartFormDataContent { { new ByteArrayContent(Specimens.Pdf), "file", "材料.pdf" } };
            Assert.Equal(HttpStatusCode.NoContent, (await citizen.PostAsync($"{Api}/{id}/materials/{material.Id}", body, Ct)).StatusCode);
        }

        var submitted = await citizen.Send($"{Api}/{id}/submission");

        Assert.Equal(HttpStatusCode.OK, submitted.StatusCode);
        Assert.StartsWith("20201102", (await submitted.Json()).GetProperty("number").GetString());
        var timeline = await (await citizen.GetAsync($"{Api}/{id}/timeline", Ct)).Json();
        Assert.Equal("您提交了申请", timeline[0].GetProperty("what").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("citizen2")).GetAsync($"{Api}/{id}", Ct)).StatusCode);
    }

    [Fact]
    public async Task Without_a_token_401_and_out_of_scope_not_there()
    {
        var id = await town.Receive(TownCatalogue.Food);

        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Anybody().GetAsync($"{Api}/{id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("civil-approver")).GetAsync($"{Api}/{id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("market-approver")).Send(Api, CaseProgram.Filed(TownCatalogue.Food))).StatusCode);
    }

    [Fact]
    public async Task The_list_is_filtered_and_lies_within_the_scope()
    {
        await town.Receive(TownCatalogue.Disability, window: "A03");
        await town.Receive(TownCatalogue.Food);

        var seen = await (await town.Program("market-approver")).GetFromJsonAsync<System.Text.Json.JsonElement>($"{Api}?state=Received", Ct);

        Assert.True(seen.GetProperty("total").GetInt32() > 0);
        Assert.All(seen.GetProperty("cases").EnumerateArray(), c => Assert.Equal("SCJG", c.GetProperty("unit").GetString()));
        Assert.All(seen.GetProperty("cases").EnumerateArray(), c => Assert.Contains("*", c.GetProperty("applicant").GetString()));
    }

    [Fact]
    public async Task The_description_names_every_endpoint_of_cases()
    {
        var text = await town.Anybody().GetStringAsync("/openapi/v1.json", Ct);

        Assert.All(["/api/v1/cases", "/api/v1/cases/{id}", "/api/v1/cases/{id}/acceptance", "/api/v1/cases/{id}/sitting", "/api/v1/cases/{id}/timeline"], p => Assert.Contains($"\"{p}\"", text));
    }
}
