using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Platform.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>What is handed in with an application: taken one by one, refused in words, opened by whom it concerns.</summary>
public sealed class MaterialTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task An_uploaded_file_is_kept_named_and_opened_again_by_its_applicant()
    {
        var id = await town.BeginOnline(TownCatalogue.Food);

        var answer = await town.Upload(id, 1, name: "申请书.pdf");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var material = (await town.CaseOf(id)).Materials.First(m => m.Order == 1);
        Assert.Equal("申请书.pdf", material.FileName);
        var browser = await town.SignedIn("citizen1");
        var file = await browser.GetAsync($"/my/cases/{id}/materials/{material.Id}", TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", file.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_says_is_refused_beside_its_field_and_nothing_is_kept()
    {
        var id = await town.BeginOnline(TownCatalogue.Food);
        await town.Upload(id, 1);

        var answer = await town.Upload(id, 2, [.. "MZ this is a program"u8], "照片.pdf");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains("不能接收这种文件", page.QuerySelector("#f-file-2-error")!.TextContent);
        Assert.Contains("材料.pdf", page.Body!.TextContent); // what was there before stays
        Assert.Null((await town.CaseOf(id)).Materials.First(m => m.Order == 2).FileId);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_in_words()
    {
        var id = await town.BeginOnline(TownCatalogue.Food);
        var large = new byte[FileLimits.Material.MostBytes + 1];
        "%PDF-1.4"u8.CopyTo(large);

        var answer = await town.Upload(id, 1, large);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("20 MB", (await Town.PageOf(answer)).QuerySelector("#f-file-1-error")!.TextContent);
    }

    [Fact]
    public async Task Without_a_file_the_upload_asks_for_one()
    {
        var id = await town.BeginOnline(TownCatalogue.Food);

        var answer = await town.Upload(id, 1, [], "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请先选择", (await Town.PageOf(answer)).QuerySelector("#f-file-1-error")!.TextContent);
    }

    [Fact]
    public async Task A_removed_material_is_gone_with_its_row()
    {
        var id = await town.BeginOnline(TownCatalogue.Food);
        await town.Upload(id, 1);
        var material = (await town.CaseOf(id)).Materials.First(m => m.Order == 1);
        var browser = await town.SignedIn("citizen1");

        var answer = await town.PostForm(browser, $"/my/cases/{id}/materials", $"/my/cases/{id}/materials/{material.Id}/removal");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Null((await town.CaseOf(id)).Materials.First(m => m.Order == 1).FileId);
        Assert.Equal(0, await town.Rows(db => db.Set<StoredFile>().CountAsync(f => f.MatterId == id)));
    }

    [Fact]
    public async Task The_unit_opens_it_once_it_is_filed_and_others_do_not()
    {
        var id = await town.FileOnline(TownCatalogue.Food, "citizen2");
        var material = (await town.CaseOf(id)).Materials.First(m => m.FileId is not null);
        var href = $"/desk/cases/{id}/materials/{material.Id}";

        var unit = await (await town.SignedIn("market-approver")).GetAsync(href, TestContext.Current.CancellationToken);
        var other = await (await town.SignedIn("civil-approver")).GetAsync(href, TestContext.Current.CancellationToken);
        var stranger = await (await town.SignedIn("citizen1")).GetAsync($"/my/cases/{id}/materials/{material.Id}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, unit.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task A_filed_case_takes_no_more_files()
    {
        var id = await town.FileOnline(TownCatalogue.FoodRenewal, "citizen2");
        var draft = await town.BeginOnline(TownCatalogue.Catering, "citizen2");
        var material = (await town.CaseOf(id)).Materials.First(m => m.FileId is not null);
        var browser = await town.SignedIn("citizen2");
        var hidden = await town.HiddenFields(browser, $"/my/cases/{draft}/edit", $"/my/cases/{draft}/edit");

        var answer = await TownDoor.Post(browser, $"/my/cases/{id}/materials/{material.Id}/removal", hidden);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotNull((await town.CaseOf(id)).Materials.First(m => m.Id == material.Id).FileId);
    }
}
