using System.Net;
using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Documents;
using Yimen.Tests.Delivery;
using Yimen.Tests.Documents;
using Yimen.Tests.World;

namespace Yimen.Tests.Web;

/// <summary>A demo world says so on every page and on everything that leaves it, and stays one.</summary>
public sealed class DemoStampTests : IAsyncLifetime
{
    private readonly Town town = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task Every_page_is_stamped_on_the_screen_and_on_paper()
    {
        var bare = new List<string>();
        foreach (var user in new string?[] { null, "citizen1", "director", "clerk1", "market-head", "auditor", "admin" })
        {
            using var browser = user is null ? town.Anybody() : await town.SignedIn(user);
            foreach (var path in Pages())
            {
                using var answer = await browser.GetAsync(path, Ct);
                if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html" && !Stamped(await Town.PageOf(answer)))
                {
                    bare.Add($"{path} for {user ?? "anybody"}");
                }
            }
        }

        Assert.Empty(bare);
    }

    [Fact]
    public async Task A_county_of_its_own_has_no_stamp()
    {
        await town.Restart(house => house.Counties.ExecuteUpdateAsync(u => u.SetProperty(c => c.Demo, false), Ct));

        var page = await Town.PageOf(await town.Anybody().GetAsync("/login", Ct));
        var book = await (await town.SignedIn("clerk1")).GetAsync("/desk/units.xlsx", Ct);

        Assert.False(Stamped(page));
        Assert.DoesNotContain("演示", Uri.UnescapeDataString(book.Content.Headers.ContentDisposition!.FileNameStar!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_paper_is_stamped_as_page_for_the_printer_and_on_every_page_of_the_word_file(bool demo)
    {
        var issued = await town.Issued();
        var view = new DocumentView(issued, Papers.Content, "http://localhost/verify/x", demo);

        var html = await town.InCounty((_, services) => services.GetRequiredService<DocumentHtml>().Of(view));
        using var word = WordprocessingDocument.Open(new MemoryStream(DocumentDocx.Of(view)), false);

        Assert.Equal(demo, html.Contains("<p class=\"demo-print\">演示</p>", StringComparison.Ordinal));
        Assert.Equal(demo, html.Contains("演示文书，不具法律效力", StringComparison.Ordinal));
        Assert.Equal(demo, html.Contains("样章·仅演示", StringComparison.Ordinal));
        Assert.Equal(demo ? ["演示文书，不具法律效力"] : Array.Empty<string>(), word.MainDocumentPart!.HeaderParts.Select(h => h.Header!.InnerText));
    }

    [Theory]
    [InlineData("admin", "/desk/units.xlsx")]
    [InlineData("catalogue1", "/desk/basic-items.xlsx")]
    [InlineData("director", "/desk/figures/C11/export")]
    public async Task A_workbook_is_stamped_in_its_name_and_on_its_last_sheet(string user, string path)
    {
        using var answer = await (await town.SignedIn(user)).GetAsync(path, Ct);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct));

        Assert.StartsWith("演示-", Uri.UnescapeDataString(answer.Content.Headers.ContentDisposition!.FileNameStar!));
        Assert.Equal("演示", file.GetSheetNames()[^1]);
        Assert.Contains("不具法律效力", (string)file.Query(useHeaderRow: true, sheetName: "演示").Single().说明);
    }

    [Fact]
    public async Task A_letter_that_leaves_the_house_says_that_it_is_a_demonstration()
    {
        await using var sink = new SmtpSink();
        await using var office = await PostOffice.WithMail(sink);
        await office.Mail(1);

        await office.Send(Ct);

        var mail = MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(sink.Mails))), Ct);
        Assert.StartsWith("【演示】", mail.Subject);
        Assert.StartsWith("【演示】", mail.TextBody);
    }

    [Fact]
    public async Task The_flag_has_no_setter_and_entering_the_county_again_does_not_clear_it()
    {
        foreach (var type in new[] { typeof(County), typeof(CountyRow) })
        {
            var setter = type.GetProperty(nameof(County.Demo))!.SetMethod!;
            Assert.Contains(typeof(IsExternalInit), setter.ReturnParameter.GetRequiredCustomModifiers());
        }

        await town.Host.Services.GetRequiredService<Provisioning>().AddCounty(new CountyRow { Code = "440281", Name = "乐昌市", Demo = false }, Ct);

        Assert.True(town.Host.Services.GetRequiredService<CountyDirectory>().ByCode("440281")!.Demo);
    }

    [Fact]
    public void No_source_of_ours_writes_the_flag_but_where_a_county_is_entered_or_carried_over()
    {
        var writes = Directory.EnumerateFiles(Path.Combine(Architecture.Rooms.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains("Migrations.", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Where(l => WritesDemo(l)).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}")).ToList();

        Assert.Equal(["Demo = row.Demo", "Demo = row.Demo", "Demo = about.Demo", "Demo = county.Demo"], writes.Select(w => System.Text.RegularExpressions.Regex.Match(w, "Demo = [a-z.A-Z]+").Value).OrderBy(w => w.Length).ThenBy(w => w, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("row.Demo = false;", true)]
    [InlineData("u.SetProperty(c => c.Demo, false)", true)]
    [InlineData("if (row.Demo == false)", false)]
    public void A_line_that_writes_the_flag_is_seen(string line, bool writes) => Assert.Equal(writes, WritesDemo(line));

    private static bool WritesDemo(string line) => System.Text.RegularExpressions.Regex.IsMatch(line, @"\bDemo = |SetProperty\(\w+ => \w+\.Demo\b");

    private static bool Stamped(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll(".stamp").Any(s => s.TextContent.Contains("演示", StringComparison.Ordinal)) && page.QuerySelector("body > .demo-print") is not null;

    /// <summary>Addresses without a parameter in their path.</summary>
    private IEnumerable<string> Pages() =>
        from door in town.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where door.RoutePattern.Parameters.Count == 0 && door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        let path = "/" + door.RoutePattern.RawText!.Trim('/')
        where !path.StartsWith("/api", StringComparison.Ordinal) && path != "/view"
        select path;
}
