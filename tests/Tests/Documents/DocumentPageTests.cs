using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Yimen.Kernel;
using Yimen.Platform.Documents;
using Yimen.Tests.World;

namespace Yimen.Tests.Documents;

public sealed class DocumentPageTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_door_or_before_a_closed_one_there_is_nothing()
    {
        var issued = await town.Issued();
        Assert.Equal(HttpStatusCode.NotFound, (await town.Anybody().GetAsync($"/documents/{issued.Id}", Ct)).StatusCode);
        using var closed = Reader(mayRead: false);
        Assert.Equal(HttpStatusCode.NotFound, (await closed.CreateClient().GetAsync($"/documents/{issued.Id}", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_page_shows_the_paper_with_its_number_code_and_seal()
    {
        var issued = await town.Issued();
        using var open = Reader();
        var html = await Town.PageOf(await open.CreateClient().GetAsync($"/documents/{issued.Id}", Ct));
        var paper = html.QuerySelector("article.doc")!;
        Assert.Contains(issued.Number, paper.TextContent);
        Assert.Contains("二、承诺时限五个工作日。", paper.TextContent);
        Assert.Contains("申请书 <b>", paper.QuerySelector("td:nth-child(2)")!.TextContent);
        Assert.NotNull(paper.QuerySelector(".doc-code svg path"));
        Assert.Contains("样章·仅演示", paper.QuerySelector("svg.doc-seal")!.TextContent);
        Assert.Contains($"/verify/{issued.Code}", paper.TextContent);
        Assert.Empty(html.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task A_browser_on_this_machine_prints_the_pdf()
    {
        var issued = await town.Issued();
        using var open = Reader();
        var answer = await open.CreateClient().GetAsync($"/documents/{issued.Id}/pdf", Ct);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        var pdf = await answer.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
        Assert.True(pdf.Length > 5000, $"{pdf.Length} bytes");
        Assert.Contains("受理通知书", answer.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task Without_a_browser_the_reader_is_told_what_to_do()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("YIMEN_CHROMIUM", "/nonexistent")]).Build();
        using var printer = new PdfPrinter(settings, NullLogger<PdfPrinter>.Instance);
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => printer.Print("<p>", Ct));
        Assert.Equal("no-chromium", refused.Code);
    }

    [Fact]
    public async Task A_browser_that_fails_leaves_a_clear_message()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("YIMEN_CHROMIUM", "/bin/false")]).Build();
        using var printer = new PdfPrinter(settings, NullLogger<PdfPrinter>.Instance);
        Assert.Equal("pdf-failed", (await Assert.ThrowsAsync<RuleViolation>(() => printer.Print("<p>", Ct))).Code);
    }

    [Fact]
    public async Task The_word_file_is_valid_and_says_the_same()
    {
        var issued = await town.Issued();
        await town.Revoked(issued.Id);
        using var open = Reader();
        await using var bytes = await (await open.CreateClient().GetAsync($"/documents/{issued.Id}/docx", Ct)).Content.ReadAsStreamAsync(Ct);
        using var file = WordprocessingDocument.Open(bytes, false);
        Assert.Empty(new OpenXmlValidator().Validate(file, Ct).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var text = file.MainDocumentPart!.Document!.InnerText;
        Assert.All([issued.Number, "演示甲：", "二、承诺时限五个工作日。", "申请书 <b>", "本文书已撤销", "2020年11月2日"], s => Assert.Contains(s, text));
    }

    [Fact]
    public async Task A_stranger_verifies_a_paper_and_learns_no_name()
    {
        var issued = await town.Issued();
        var page = await Town.PageOf(await town.Anybody().GetAsync($"/verify/{issued.Code}", Ct));
        Assert.All([issued.Number, "受理通知书", "乐昌市市场监督管理局", "2020年11月2日", "有效", "演*甲"], s => Assert.Contains(s, page.Body!.TextContent));
        Assert.DoesNotContain("演示甲", page.Body!.TextContent);
        await town.Revoked(issued.Id);
        Assert.Contains("已撤销", (await Town.PageOf(await town.Anybody().GetAsync($"/verify/{issued.Code}", Ct))).Body!.TextContent);
    }

    [Theory]
    [InlineData("ABCDEFGHJKMN")]
    [InlineData("' OR 1=1 --")]
    [InlineData("一二三")]
    public async Task A_code_that_was_never_given_is_answered_plainly(string code)
    {
        var answer = await town.Anybody().GetAsync("/verify/" + Uri.EscapeDataString(code), Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有找到这份文书", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task A_typed_code_leads_to_its_own_address()
    {
        Assert.Equal(HttpStatusCode.OK, (await town.Anybody().GetAsync("/verify", Ct)).StatusCode);
        var answer = await town.Anybody().GetAsync("/verify?code=%20abcd-efgh%20", Ct);
        Assert.Equal("/verify/abcd-efgh", answer.Headers.Location?.ToString());
    }

    private WebApplicationFactory<Program> Reader(bool mayRead = true) => town.Host.WithWebHostBuilder(b => b.ConfigureTestServices(s =>
        s.AddDocumentDoor(new DocumentDoor(Papers.Matter.Kind, (_, id) => Task.FromResult(mayRead && id == Papers.Matter.Id)))));
}
