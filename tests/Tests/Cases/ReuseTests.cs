using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Platform.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>What the same applicant handed in before is offered again, and to nobody else.</summary>
public sealed class ReuseTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Page => $"/desk/reception/{TownCatalogue.FoodRenewal}";

    [Fact]
    public async Task A_known_number_brings_name_and_phone_and_what_may_be_used_again()
    {
        await town.ReceiveWith(TownCatalogue.Food, ("number", CaseAtCounter.Resident(550)), ("how-3", "Copy"), ("copies-3", "2"));
        var browser = await town.SignedIn("clerk1");
        var before = await town.Rows(db => db.Cases.CountAsync());

        var known = await town.PostForm(browser, Page, Page, ("step", "known"), ("kind", "Person"), ("number", CaseAtCounter.Resident(550)));
        var unknown = await town.PostForm(browser, Page, Page, ("step", "known"), ("kind", "Person"), ("number", "4402"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (known.StatusCode, unknown.StatusCode));
        var page = await Town.PageOf(known);
        Assert.Equal("演示丁", page.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Equal("13800138003", page.QuerySelector("input[name=phone]")!.GetAttribute("value"));
        Assert.Contains("沿用2020年11月2日的收复印件", page.QuerySelector("select[name=how-3]")!.TextContent);
        Assert.Equal(before, await town.Rows(db => db.Cases.CountAsync())); // nothing was received by looking
    }

    [Fact]
    public async Task Paper_that_lies_here_is_used_again_and_the_note_names_the_case()
    {
        var first = await town.ReceiveWith(TownCatalogue.Food, ("number", CaseAtCounter.Resident(551)), ("how-3", "Copy"), ("copies-3", "2"));
        var before = await town.CaseOf(first);

        var second = await town.ReceiveWith(TownCatalogue.FoodRenewal, ("number", CaseAtCounter.Resident(551)), ("how-3", $"again-{before.Materials.First(m => m.Order == 3).Id}"));

        var material = (await town.CaseOf(second)).Materials.First(m => m.Order == 3);
        Assert.Equal((MaterialHow.Copy, 2, $"沿用办件 {before.Number}"), (material.How, material.Copies, material.Note));
    }

    [Fact]
    public async Task Another_applicant_s_material_is_refused()
    {
        var first = await town.CaseOf(await town.ReceiveWith(TownCatalogue.Food, ("number", CaseAtCounter.Resident(552)), ("how-3", "Copy"), ("copies-3", "1")));
        var browser = await town.SignedIn("clerk1");

        var answer = await town.PostForm(browser, Page, Page, ("window", "A01"), ("kind", "Person"), ("name", "演示戊"), ("number", CaseAtCounter.Resident(553)), ("phone", "13800138003"), ("how-3", $"again-{first.Materials.First(m => m.Order == 3).Id}"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("不能沿用", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task Online_one_touch_uses_the_same_bytes_with_a_row_of_its_own()
    {
        var filed = await town.CaseOf(await town.FileOnline(TownCatalogue.Food, "citizen1"));
        var draft = await town.BeginOnline(TownCatalogue.Catering, "citizen1");
        await town.FillIn(draft, "citizen1");
        var (from, into) = (filed.Materials.First(m => m.Order == 2), (await town.CaseOf(draft)).Materials.First(m => m.Order == 2));
        var browser = await town.SignedIn("citizen1");

        var answer = await town.PostForm(browser, $"/my/cases/{draft}/materials", $"/my/cases/{draft}/materials/{into.Id}/reuse", ("from", $"{from.Id}"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var material = (await town.CaseOf(draft)).Materials.First(m => m.Order == 2);
        Assert.NotEqual(from.FileId, material.FileId);
        var files = await town.Rows(db => db.Set<StoredFile>().Where(f => f.Id == from.FileId || f.Id == material.FileId).ToListAsync());
        Assert.Single(files.Select(f => f.Hash).Distinct());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/my/cases/{draft}/materials/{into.Id}", Ct)).StatusCode);
    }
}
