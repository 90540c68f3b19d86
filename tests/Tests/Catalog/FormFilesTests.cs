using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog;
using Yimen.Catalog.Contracts;
using Yimen.Catalog.Fields;
using Yimen.Catalog.Forms;
using Yimen.Platform.Files;
using Yimen.Platform.Journal;
using Yimen.Tests.Cases;
using Yimen.Tests.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

/// <summary>Blank forms and samples: laid beside a material by its editor, downloaded by everybody once the version is published.</summary>
public sealed class FormFilesTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("market-reviewer")]
    [InlineData("civil-editor")]
    [InlineData("catalogue1")]
    public async Task Only_the_units_editor_finds_the_page(string user) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn(user)).GetAsync($"/desk/items/{TownCatalogue.Workshop}/forms", Ct)).StatusCode);

    [Fact]
    public async Task A_published_version_takes_no_file()
    {
        var answer = await (await town.SignedIn("market-editor")).GetAsync($"/desk/items/{TownCatalogue.Food}/forms", Ct);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task An_uploaded_form_stands_in_the_version_its_file_row_and_the_journal()
    {
        var answer = await Lay(TownCatalogue.Workshop, 1, "blank-form", Specimens.Pdf, "登记申请表.pdf");

        Assert.Equal($"/desk/items/{TownCatalogue.Workshop}/forms", answer.Headers.Location!.ToString());
        var material = (await Item(TownCatalogue.Workshop)).Working!.Content.Materials[0];
        Assert.Equal(("登记申请表.pdf", true), (material.BlankForm!.Name, material.HasBlankForm));
        Assert.Equal(Specimens.Pdf.LongLength, (await town.Rows(db => db.Set<StoredFile>().FirstAsync(f => f.Id == material.BlankForm.Id, Ct))).Size);
        Assert.Contains("登记申请表.pdf", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == TownCatalogue.Workshop).OrderByDescending(j => j.Number).Select(j => j.Changes).FirstAsync(Ct)));
        var desk = await (await town.SignedIn("market-editor")).GetAsync($"/desk/items/{TownCatalogue.Workshop}/forms/{material.BlankForm.Id}", Ct);
        Assert.Equal(Specimens.Pdf, await desk.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_says_is_refused_beside_its_field()
    {
        var answer = await Lay(TownCatalogue.Workshop, 2, "sample", [.. "MZ a program"u8], "样表.pdf");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("不能接收这种文件", (await Town.PageOf(answer)).QuerySelector("#f-file-2-sample-error")!.TextContent);
        Assert.Null((await Item(TownCatalogue.Workshop)).Working!.Content.Materials[1].Sample);
    }

    [Fact]
    public async Task Without_a_file_the_upload_asks_for_one()
    {
        var answer = await Lay(TownCatalogue.Workshop, 2, "sample", [], "");

        Assert.Contains("请先选择", (await Town.PageOf(answer)).QuerySelector("#f-file-2-sample-error")!.TextContent);
    }

    [Theory]
    [InlineData("/99/sample")]
    [InlineData("/0/sample")]
    [InlineData("/1/picture")]
    public async Task A_place_that_there_is_not_takes_nothing(string place)
    {
        var editor = await town.SignedIn("market-editor");
        var page = $"/desk/items/{TownCatalogue.Workshop}/forms";
        var hidden = await town.HiddenFields(editor, page, $"{page}/2/sample");
        using var body = Body(hidden, Specimens.Pdf, "样表.pdf");

        Assert.Equal(HttpStatusCode.NotFound, (await editor.PostAsync(page + place, body, Ct)).StatusCode);
    }

    [Fact]
    public async Task The_public_takes_a_form_of_what_was_published_and_an_old_edition_keeps_its_own()
    {
        var item = TownCatalogue.Catering;
        await Change(item);
        await Lay(item, 1, "blank-form", Specimens.Pdf, "旧表.pdf");
        var old = (await Item(item)).Working!.Content.Materials[0].BlankForm!;
        Assert.Equal(HttpStatusCode.NotFound, (await town.Anybody().GetAsync($"/items/{item}/forms/{old.Id}", Ct)).StatusCode); // not before it is published
        await Forward(item);
        await Change(item);
        var editor = await town.SignedIn("market-editor");
        await town.PostForm(editor, $"/desk/items/{item}/forms", $"/desk/items/{item}/forms/1/blank-form/removal");
        await Lay(item, 1, "blank-form", Specimens.Of(".docx"), "新表.docx");
        await Forward(item);

        var now = await Town.PageOf(await town.Anybody().GetAsync($"/items/{item}", Ct));
        var before = await Town.PageOf(await town.Anybody().GetAsync($"/items/{item}/versions/2", Ct));

        var link = now.QuerySelector("#materials a[href*='/forms/']")!;
        Assert.Contains("DOCX", link.ParentElement!.TextContent);
        Assert.Equal($"/items/{item}/forms/{old.Id}", before.QuerySelector("#materials a[href*='/forms/']")!.GetAttribute("href"));
        var (taken, earlier) = (await town.Anybody().GetAsync(link.GetAttribute("href"), Ct), await town.Anybody().GetAsync($"/items/{item}/forms/{old.Id}", Ct));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (taken.StatusCode, earlier.StatusCode));
        Assert.Contains("attachment", taken.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(Specimens.Pdf, await earlier.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task A_program_uploads_a_form_and_cannot_name_a_file_of_another_item()
    {
        var item = TownCatalogue.Equipment;
        await Change(item);
        var editor = await town.Program("market-editor");
        using var body = new MultipartFormDataContent { { new ByteArrayContent(Specimens.Pdf), "file", "表.pdf" } };

        var laid = await editor.PostAsync($"/api/v1/items/{item}/forms/1/blank-form", body, Ct);

        Assert.Equal(HttpStatusCode.OK, laid.StatusCode);
        var draft = JsonNode.Parse(await laid.Content.ReadAsStringAsync(Ct))!["draft"]!;
        (draft["content"]!["conditions"], draft["content"]!["consultPhone"], draft["content"]!["supervisePhone"]) = ("设备检验合格。", "0751-1", "12345");
        Assert.Equal(HttpStatusCode.OK, (await Put(editor, item, laid.Headers.ETag!.Tag, draft)).StatusCode);
        draft["content"]!["materials"]![0]!["blankForm"]!["id"] = TownCatalogue.Food.ToString();
        var tag = (await editor.GetAsync($"/api/v1/items/{item}", Ct)).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.BadRequest, (await Put(editor, item, tag, draft)).StatusCode);
    }

    [Fact]
    public void Rows_that_are_written_as_text_keep_the_files_of_their_name_or_place()
    {
        var (form, sample) = (new MaterialFile(TownCatalogue.Food, "表.pdf", 1), new MaterialFile(TownCatalogue.Elder, "样.pdf", 2));
        var draft = new ItemDraft { Name = "甲", Content = new() { Materials = [new() { Name = "申请表", BlankForm = form }, new() { Name = "证明" }, new() { Name = "照片", Sample = sample }] } };
        var rows = ItemRows.Materials.Read(draft);

        var moved = ItemRows.Materials.Write(draft, [rows[2], rows[0]]).Content.Materials;
        var renamed = ItemRows.Materials.Write(draft, [["申请书", .. rows[0].Skip(1)], rows[1], rows[2]]).Content.Materials;
        var replaced = ItemRows.Materials.Write(draft, [rows[1], ["新材料", .. rows[1].Skip(1)], rows[2]]).Content.Materials;

        Assert.Equal([null, form], moved.Select(m => m.BlankForm));
        Assert.Equal(sample, moved[0].Sample);
        Assert.Equal((form, true), (renamed[0].BlankForm, renamed[0].HasBlankForm));
        Assert.All(replaced, m => Assert.Null(m.BlankForm));
    }

    private static Task<HttpResponseMessage> Put(HttpClient program, Guid item, string tag, JsonNode draft)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/items/{item}/draft") { Content = JsonContent.Create(draft) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return program.SendAsync(request, Ct);
    }

    private async Task Change(Guid item) => await town.PostForm(await town.SignedIn("market-editor"), $"/desk/items/{item}/change", $"/desk/items/{item}/change");

    private async Task Forward(Guid item)
    {
        await town.PostForm(await town.SignedIn("market-editor"), $"/desk/items/{item}/submission", $"/desk/items/{item}/submission");
        await town.PostForm(await town.SignedIn("market-reviewer"), $"/desk/items/{item}/approval", $"/desk/items/{item}/approval");
        var answer = await town.Publish(item);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, (await Town.PageOf(answer)).Body!.TextContent);
    }

    private async Task<HttpResponseMessage> Lay(Guid item, int order, string kind, byte[] bytes, string name)
    {
        var editor = await town.SignedIn("market-editor");
        var action = $"/desk/items/{item}/forms/{order}/{kind}";
        using var body = Body(await town.HiddenFields(editor, $"/desk/items/{item}/forms", action), bytes, name);
        return await editor.PostAsync(action, body, Ct);
    }

    private static MultipartFormDataContent Body(IReadOnlyDictionary<string, string> hidden, byte[] bytes, string name)
    {
        var body = new MultipartFormDataContent();
        foreach (var (field, value) in hidden)
        {
            body.Add(new StringContent(value), field);
        }

        if (name.Length > 0)
        {
            body.Add(new ByteArrayContent(bytes), "file", name);
        }

        return body;
    }

    private Task<Item> Item(Guid id) => town.Rows(db => db.ItemsWhole.AsNoTracking().FirstAsync(i => i.Id == id, Ct));
}
