using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>Each material is met in one of eight ways, and every paper says in which.</summary>
public sealed class MaterialWayTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Page => $"/desk/reception/{TownCatalogue.Food}";

    private static readonly (string, string?)[] Someone = [("window", "A01"), ("kind", "Person"), ("name", "演示丁"), ("number", CaseAtCounter.Resident(531)), ("phone", "13800138003")];

    [Fact]
    public async Task The_form_offers_the_ways_with_the_usual_one_chosen()
    {
        var browser = await town.SignedIn("clerk1");

        var page = await Town.PageOf(await browser.GetAsync(Page, Ct));

        Assert.Equal("OriginalKept", page.QuerySelector("select[name=how-1] option[selected]")!.GetAttribute("value"));
        Assert.Equal("OriginalSeen", page.QuerySelector("select[name=how-2] option[selected]")!.GetAttribute("value"));
        Assert.Equal("Copy", page.QuerySelector("select[name=how-3] option[selected]") is { } third ? third.GetAttribute("value") : null);
        Assert.Equal("None", page.QuerySelector("select[name=how-5] option[selected]")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll("select[name=how-1] option"), o => Assert.StartsWith($"{(int)Enum.Parse<MaterialHow>(o.GetAttribute("value")!)} ", o.TextContent));
        Assert.Null(page.QuerySelector("select[name=how-1] option[value=Later]"));
        Assert.NotNull(page.QuerySelector("select[name=how-4] option[value=Later]"));
    }

    [Fact]
    public async Task Receipt_case_page_api_and_journal_say_how_each_was_met()
    {
        var id = await Received(("how-1", "OriginalKept"), ("how-2", "ElectronicLicence"), ("note-2", "证照号 9144"), ("how-3", "Copy"), ("copies-3", "2"), ("how-4", "CheckedByUnit"), ("how-5", "NotApplicable"), ("note-5", "本人办理"));
        var browser = await town.SignedIn("clerk1");

        var receipt = (await Town.PageOf(await browser.GetAsync($"/desk/cases/{id}/receipt", Ct))).QuerySelector(".receipt")!.TextContent;
        var page = (await Town.PageOf(await browser.GetAsync($"/desk/cases/{id}", Ct))).Body!.TextContent;
        var told = (await (await (await town.Program("clerk1")).GetAsync($"/api/v1/cases/{id}", Ct)).Json()).GetProperty("materials").EnumerateArray().ToList();

        Assert.All(["收原件", "电子证照免提交（证照号 9144）", "收复印件 2 份", "部门核验", "不适用（本人办理）"], w => Assert.Contains(w, receipt));
        Assert.Contains("收复印件 2 份", page);
        Assert.Equal(["originalKept", "electronicLicence", "copy", "checkedByUnit", "notApplicable"], told.Select(m => m.GetProperty("how").GetString()));
        Assert.Equal([true, false, true, false, false], told.Select(m => m.GetProperty("onPaper").GetBoolean()));
        Assert.Equal(2, told[2].GetProperty("copies").GetInt32());
        var journal = await town.Rows(db => db.Set<JournalEntry>().FirstAsync(j => j.MatterId == id && j.Verb == "收件"));
        Assert.Contains("收复印件 2 份", JsonDocument.Parse(journal.Changes).RootElement.ToString());
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Accept(id)).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_named_at_its_field_and_what_was_chosen_stays()
    {
        var browser = await town.SignedIn("clerk1");

        var answer = await town.PostForm(browser, Page, Page, [.. Someone, ("how-1", "Copy"), ("copies-1", "0"), ("how-2", "NotApplicable"), ("how-3", "Uploaded")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains("复印件份数应为 1 至 99", page.Body!.TextContent);
        Assert.Contains("为什么不适用", page.Body!.TextContent);
        Assert.Equal("true", page.QuerySelector("[name=how-3]")!.GetAttribute("aria-invalid"));
        Assert.Equal("NotApplicable", page.QuerySelector("select[name=how-2] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_required_material_may_not_come_later()
    {
        var browser = await town.SignedIn("clerk1");

        var answer = await town.PostForm(browser, Page, Page, [.. Someone, ("how-1", "Later")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("不能容缺后补", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task Without_a_word_on_what_may_come_later_the_case_is_not_accepted()
    {
        var id = await Received(("how-1", "OriginalKept"), ("how-2", "OriginalSeen"), ("how-3", "Copy"), ("copies-3", "1"), ("how-4", "None"));

        var answer = await town.Accept(id);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("食品安全管理制度", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task Until_acceptance_the_unit_states_the_ways_and_afterwards_not()
    {
        var id = await Received(("how-1", "OriginalKept"), ("how-2", "None"), ("how-3", "Copy"), ("copies-3", "1"), ("how-4", "Copy"), ("copies-4", "1"));

        var done = await town.Do("market-approver", id, "materials", ("how-2", "ElectronicLicence"), ("how-1", "OriginalKept"));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        var material = (await town.CaseOf(id)).Materials.First(m => m.Order == 2);
        Assert.Equal(MaterialHow.ElectronicLicence, material.How);
        Assert.Equal(["收件", "登记材料"], await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync()));
        var program = await town.Program("market-approver");
        Assert.Equal(HttpStatusCode.OK, (await program.Send($"/api/v1/cases/{id}/materials", new { materials = new[] { new { order = 5, how = "notApplicable", note = "本人办理" } } })).StatusCode);
        await town.Accept(id);
        Assert.Equal(HttpStatusCode.Conflict, (await program.Send($"/api/v1/cases/{id}/materials", new { materials = new[] { new { order = 5, how = "copy" } } })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-approver")).GetAsync($"/desk/cases/{id}/materials", Ct)).StatusCode);
    }

    [Fact]
    public async Task Papers_by_their_number_are_received_in_the_usual_way()
    {
        var id = await town.Receive(TownCatalogue.Food);

        var ways = (await town.CaseOf(id)).Materials.OrderBy(m => m.Order).Select(m => m.How);

        Assert.Equal([MaterialHow.OriginalKept, MaterialHow.OriginalSeen, MaterialHow.Copy, MaterialHow.Copy, MaterialHow.Copy], ways);
    }

    private async Task<Guid> Received(params (string, string?)[] ways)
    {
        var browser = await town.SignedIn("clerk1");
        using var answer = await town.PostForm(browser, Page, Page, [.. Someone, .. ways]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^2]);
    }
}
