using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog;
using Yimen.Catalog.Contracts;
using Yimen.Catalog.Offers;
using Yimen.Catalog.Sheets;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

public sealed class OfferTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_becomes_offers_and_tasks_and_a_claim_becomes_an_item_with_its_codes()
    {
        var offer = await Offered(1, "442031091000", "SCJG", "食品摊贩登记");
        var editor = await town.SignedIn("market-editor");
        Assert.Equal("claim", await Task(offer));

        var answer = await town.PostForm(editor, $"/desk/offers/{offer}", $"/desk/offers/{offer}/claim");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var item = await town.Rows(db => db.ItemsWhole.FirstAsync(i => i.Name == "食品摊贩登记", Ct));
        Assert.Equal("11440281YM0000198K444203109100001", item.HandlingCode);
        Assert.Equal((VersionState.Editing, "《食品安全法》第三十六条"), (item.Working!.State, item.Working.Content.LegalBases.Single().Law));
        Assert.StartsWith($"/desk/items/{item.Id}/edit", answer.Headers.Location!.ToString());
        Assert.Null(await Task(offer));
    }

    [Fact]
    public async Task Another_unit_does_not_find_the_offer()
    {
        var offer = await Offered(2, "442031092000", "SCJG", "小作坊备案");

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-editor")).GetAsync($"/desk/offers/{offer}", Ct)).StatusCode);
        Assert.Null((await Town.PageOf(await (await town.SignedIn("market-reviewer")).GetAsync($"/desk/offers/{offer}", Ct))).QuerySelector("form[action$='/claim']"));
    }

    [Fact]
    public async Task Declining_needs_a_reason_and_can_be_thought_over()
    {
        var offer = await Offered(3, "442031093000", "SCJG", "食品经营备案");
        var editor = await town.SignedIn("market-editor");
        var (page, refusal) = ($"/desk/offers/{offer}", $"/desk/offers/{offer}/refusal");

        var silent = await town.PostForm(editor, page, refusal, ("reason", ""));
        var spoken = await town.PostForm(editor, page, refusal, ("reason", "权限在市级"));
        var claimed = await town.PostForm(editor, page, page + "/claim");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (silent.StatusCode, spoken.StatusCode, claimed.StatusCode));
        Assert.Contains("权限在市级", (await Town.PageOf(await editor.GetAsync(page, Ct))).QuerySelector(".timeline")!.TextContent);
    }

    [Fact]
    public async Task A_code_that_is_taken_cannot_be_claimed_again()
    {
        var offer = await Offered(4, "000131020001", "SCJG", "食品经营许可（新办）");

        var answer = await town.PostForm(await town.SignedIn("market-editor"), $"/desk/offers/{offer}", $"/desk/offers/{offer}/claim");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("已被事项", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task A_batch_with_faults_names_each_row_and_offers_nothing()
    {
        var centre = await town.SignedIn("catalogue1");
        var file = await Books.Write(new Sheet("下发事项", OfferBatch.Heads,
        [
            ["44203109000", "01", "短了一位", "SCJG", "", "", ""], ["442031094000", "1x", "序号不对", "SCJG", "", "", ""],
            ["442031095000", "01", "没有单位", "XXJ", "", "", ""], ["442031096000", "01", "<b>粗体</b>", "SCJG", "", "", ""],
        ]));

        var answer = await town.Upload(centre, "/desk/offers/batch", file, ("batch", "9"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var text = (await Town.PageOf(answer)).QuerySelector(".error-summary")!.TextContent;
        Assert.Contains("第2行：基本编码应为12位，现为11位", text);
        Assert.Contains("第3行：办理项序号", text);
        Assert.Contains("第4行：单位代码“XXJ”", text);
        Assert.Contains("第5行：事项名称中含有网页代码", text);
        Assert.Equal(0, await town.Rows(db => db.Offers.CountAsync(o => o.Batch == 9, Ct)));
    }

    [Fact]
    public async Task A_program_s_lines_are_counted_from_one()
    {
        var centre = await Yimen.Tests.Cases.CaseProgram.Program(town, "catalogue1");

        using var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(centre, "/api/v1/offers", new { batch = 9, lines = new[] { new { basicCode = "1", handling = "01", name = "短", unit = "SCJG" } } }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("第1行：", System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync(Ct)));
    }

    [Fact]
    public async Task What_is_no_workbook_is_named_as_such()
    {
        var answer = await town.Upload(await town.SignedIn("catalogue1"), "/desk/offers/batch", "not a workbook"u8.ToArray(), ("batch", "8"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("无法读取", (await Town.PageOf(answer)).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task Only_the_centre_offers() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-editor")).GetAsync("/desk/offers/batch", Ct)).StatusCode);

    private async Task<Guid> Offered(int batch, string code, string unit, string name)
    {
        var file = await Books.Write(new Sheet("下发事项", OfferBatch.Heads, [[code, "01", name, unit, name, "《食品安全法》第三十六条", "市场监督管理局"]]));
        var answer = await town.Upload(await town.SignedIn("catalogue1"), "/desk/offers/batch", file, ("batch", $"{batch}"));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, (await Town.PageOf(answer)).Body!.TextContent);
        return await town.Rows(db => db.Offers.Where(o => o.Batch == batch).Select(o => o.Id).SingleAsync(Ct));
    }

    private Task<string?> Task(Guid id) => town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id && t.ClosedAt == null).Select(t => (string?)t.Code).FirstOrDefaultAsync(Ct));
}
