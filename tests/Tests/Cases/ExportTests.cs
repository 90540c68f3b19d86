using System.Net;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Yimen.Platform.Files;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>导出办件: the filtered list, masked, with its purpose in the list of exports.</summary>
public sealed class ExportTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task The_filtered_rows_come_masked_and_the_export_is_entered()
    {
        var food = await town.CaseOf(await town.Receive(TownCatalogue.Food));
        await town.Receive(TownCatalogue.Disability, window: "A03");
        var browser = await town.SignedIn("market-head");

        var answer = await Export(browser, "?unit=SCJG", "三季度质量分析");

        Assert.Equal(Sheet.ContentType, answer.Content.Headers.ContentType?.MediaType);
        var rows = (await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Contains(rows, r => (string)r["受理编号"] == food.Number);
        Assert.All(rows, r => Assert.Equal("SCJG", r["部门"]));
        Assert.All(rows, r => Assert.Contains("*", (string)r["申请人"]));
        var record = await town.Rows(db => db.Set<ExportRecord>().OrderByDescending(r => r.At).FirstAsync());
        Assert.Equal(("办件", "三季度质量分析", rows.Count), (record.What, record.Purpose, record.Rows));
    }

    [Fact]
    public async Task Without_a_purpose_nothing_leaves()
    {
        var browser = await town.SignedIn("director");

        var answer = await Export(browser, "", "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("导出用途", (await Town.PageOf(answer)).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task A_head_exports_only_the_own_unit_s_cases()
    {
        await town.Receive(TownCatalogue.Disability, window: "A03");
        var browser = await town.SignedIn("market-head");

        var page = await Town.PageOf(await browser.GetAsync("/desk/cases/export?unit=CLH", TestContext.Current.CancellationToken));

        Assert.Contains("共 0 件", page.QuerySelector(".lead")!.TextContent);
    }

    [Fact]
    public async Task A_clerk_does_not_export()
    {
        var browser = await town.SignedIn("clerk1");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/desk/cases/export", TestContext.Current.CancellationToken)).StatusCode);
    }

    private Task<HttpResponseMessage> Export(HttpClient browser, string query, string purpose) =>
        town.PostForm(browser, "/desk/cases/export" + query, "/desk/cases/export" + query, ("purpose", purpose));
}
