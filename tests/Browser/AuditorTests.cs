using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>The auditor's round: what looks wrong, who explained it, what every figure leaves out, who took data away and what for.</summary>
public sealed partial class AuditorTests(Hall hall)
{
    // 收件, of this year and the last
    private static readonly string Received = $"/desk/figures/C11?from={Office.Today.Year - 1}-01-01&to={Office.Today:yyyy-MM-dd}";

    [Fact]
    public async Task What_looks_wrong_is_explained_by_the_unit_left_out_by_the_centre_and_missing_in_the_figure()
    {
        var auditor = await hall.SignedIn("auditor");
        var before = await Counted(auditor);
        await auditor.Go("/desk/anomalies?state=Found&rule=SharedPhone&unit=SCJG");
        var address = (await auditor.Page.Locator("tbody a[href*='/desk/anomalies/']").First.GetAttributeAsync("href"))!;
        await auditor.Go(address);
        await Assertions.Expect(auditor.Page.Locator("main form[method=post]")).ToHaveCountAsync(0); // who audits changes nothing

        var unit = await hall.SignedIn("scjg-head");
        await unit.Go(address);
        await unit.Type("怎么会这样", "店主们都留了会计的电话。");
        await unit.Press("提交说明");

        var centre = await hall.SignedIn("coordination1");
        await centre.Go(address);
        await centre.Shows("店主们都留了会计的电话");
        await centre.Type(centre.Page.Locator("form[action$='/exclusion'] input[type=text]"), "一个电话多名申请人，无法回访。");
        await centre.Press("剔除统计");

        await auditor.Go(address);
        await auditor.Shows("一个电话多名申请人，无法回访。");
        Assert.Equal(before - 1, await Counted(auditor));
        await Assertions.Expect(auditor.Page.Locator("aside dt:text-is('剔除') + dd")).ToContainTextAsync("1");
    }

    [Fact]
    public async Task Who_takes_data_away_says_what_for_and_the_auditor_reads_it()
    {
        const string Purpose = "月度窗口工作分析";
        var director = await hall.SignedIn("director");
        await director.Go("/desk/cases/export");
        await director.Press("导出 Excel");
        await Assertions.Expect(director.Page.GetByLabel("导出用途")).ToHaveAttributeAsync("aria-invalid", "true");
        await director.Type("导出用途", Purpose);
        await director.Page.RunAndWaitForDownloadAsync(() => director.PressInVain("导出 Excel"));

        var auditor = await hall.SignedIn("auditor");
        await auditor.Go("/desk/journal/exports?what=" + Uri.EscapeDataString(Purpose));
        await Assertions.Expect(auditor.Page.Locator("tbody")).ToContainTextAsync(Purpose);
    }

    [Fact]
    public async Task A_figure_opens_exactly_the_rows_that_it_counts()
    {
        var auditor = await hall.SignedIn("auditor");
        var rows = await Counted(auditor);
        var value = await auditor.Page.Locator("aside dt:text-is('计算值') + dd b").InnerTextAsync();
        Assert.Equal(int.Parse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), rows);
        Assert.True(rows > 0);
        await Assertions.Expect(auditor.Page.Locator("aside")).ToContainTextAsync("记录来源");
    }

    [Fact]
    public async Task Who_signs_in_again_is_told_of_the_last_time_and_the_page_bears_name_and_time()
    {
        await hall.SignedIn("auditor");
        var auditor = await hall.SignedIn("auditor");
        await auditor.Page.Locator("details.desk-user summary").ClickAsync();
        await Assertions.Expect(auditor.Page.Locator("details.desk-user")).ToContainTextAsync("上次登录");
        await Assertions.Expect(auditor.Page.Locator("svg.watermark text").First).ToContainTextAsync(NameAndTime());
    }

    /// <summary>How many rows the figure lists.</summary>
    private static async Task<int> Counted(Person auditor)
    {
        await auditor.Go(Received);
        var words = await auditor.Page.Locator("nav.pager p b").First.InnerTextAsync();
        return int.Parse(words, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^[一-鿿]+ .*[0-9]{2}:[0-9]{2}$")]
    private static partial Regex NameAndTime();
}
