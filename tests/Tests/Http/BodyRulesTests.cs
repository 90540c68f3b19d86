using System.Net;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

/// <summary>The rules of records inside a JSON body are told with the path of their field.</summary>
public sealed class BodyRulesTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task What_is_wrong_in_a_list_of_records_is_told_at_its_place_in_the_body()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var program = await town.Program("market-approver");

        var answer = await program.Send($"/api/v1/cases/{id}/corrections", new { flaws = new object[] { new { material = 1, name = "申请书", what = "缺签名" }, new { material = 999, name = "图", what = "" } } }, match: "*");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await answer.Json()).GetProperty("errors");
        Assert.Equal(["flaws[1].material", "flaws[1].what"], errors.EnumerateObject().Select(e => e.Name).Order());
        Assert.Equal("请写明需要补正什么 what。", errors.GetProperty("flaws[1].what")[0].GetString());
        Assert.Empty((await town.CaseOf(id)).Corrections);
    }

    [Fact]
    public async Task A_body_s_own_fields_are_named_as_the_body_writes_them_and_a_right_one_passes()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var program = await town.Program("market-approver");

        var wrong = await program.Send($"/api/v1/cases/{id}/materials", new { materials = new object[] { new { order = 1, how = "Copy", copies = 2 }, new { order = 2, how = "Copy", copies = 500, note = new string('长', 201) } } }, match: "*");
        var own = await program.Send($"/api/v1/cases/{id}/archive", new { leaves = -1 }, match: "*");
        var right = await program.Send($"/api/v1/cases/{id}/materials", new { materials = new object[] { new { order = 1, how = "Copy", copies = 2 } } }, match: $"\"{(await town.CaseOf(id)).Trail.Count}\"");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK), (wrong.StatusCode, own.StatusCode, right.StatusCode));
        Assert.Equal(["materials[1].copies", "materials[1].note"], (await wrong.Json()).GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
        Assert.Equal(["fileNumber", "leaves", "place"], (await own.Json()).GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
    }
}
