using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Bulletins;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>通报, 年度分析: the page, the Word file and the workbook tell the same, and every count opens its rows. The town's day is Monday, 2 November 2020.</summary>
public sealed class BulletinTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_month_s_bulletin_counts_what_the_figures_count_and_every_count_opens_its_rows()
    {
        var id = await town.Answered(("phone", "13800138061"));
        await town.Step("hotline1", id, "visits", ("reached", "yes"), ("attitude", "Dissatisfied"), ("result", "NotSolved"));

        var page = await Town.PageOf(await (await town.SignedIn("director")).GetAsync("/desk/bulletins/2020-11", Ct));

        var (received, displeased) = await town.Rows(async db => (await Count(db, "H01"), await Count(db, "H20")));
        var line = page.QuerySelectorAll("table tr").First(r => r.TextContent.Contains("诉求量"));
        Assert.Contains($"{received} 件", line.TextContent);
        Assert.Contains("不适用", line.TextContent); // nothing a year ago to hold it against
        Assert.True(displeased > 0);
        Assert.Contains((await town.Order(id)).Number, page.Body!.TextContent);
        foreach (var link in page.QuerySelectorAll("main a[href^='/desk/figures/'], main a[href*='/rows?']").Select(a => a.GetAttribute("href")!).Distinct())
        {
            Assert.Equal(HttpStatusCode.OK, await town.StatusOf("director", link));
        }
    }

    [Fact]
    public async Task The_office_opens_the_figures_behind_its_bulletin_and_no_others()
    {
        await town.Recorded(("phone", "13800138067"));
        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync("/desk/bulletins/2020-11", Ct));
        var links = page.QuerySelectorAll("main a[href*='/desk/figures/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, await town.StatusOf("hotline1", link));
        }

        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", "/desk/figures"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", "/desk/figures/C11"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", "/desk/figures/C11/export"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", "/api/v1/figures/C11/rows"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", "/desk/figures/H01"));
        Assert.Equal(HttpStatusCode.OK, await town.StatusOf("hotline1", "/desk/figures/H01/export"));
    }

    [Fact]
    public async Task A_part_lists_exactly_the_orders_that_it_counts()
    {
        await town.Recorded(("phone", "13800138062"));
        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync("/desk/bulletins/2020-11", Ct));
        var link = page.QuerySelector("main a[href*='rows?class=']")!;

        Assert.Contains($"共 {link.TextContent.Trim()} 件", (await town.TextOf("hotline1", link.GetAttribute("href")!)).Replace("\n", ""));
    }

    [Fact]
    public async Task The_ranking_s_grouped_counts_equal_the_book_s_for_every_unit()
    {
        await town.Answered(("phone", "13800138063"));
        await town.Step("hotline1", await town.Answered(("phone", "13800138064")), "visits", ("reached", "yes"), ("attitude", "Satisfied"), ("result", "Solved"));

        await town.Rows(async db =>
        {
            var view = await new BulletinReading(db, town.Host.Services.GetRequiredService<FigureBook>()).Of(new(2020, 11), new(2020, 11, 2), Ct);
            Assert.NotEmpty(view.Units);
            foreach (var unit in view.Units)
            {
                foreach (var (figure, said) in new[] { ("H06", unit.Dispatched), ("H09", unit.Closed), ("H17", unit.Rated), ("H20", unit.Displeased) })
                {
                    Assert.Equal((unit.Code, figure, await Count(db, figure, unit.Code)), (unit.Code, figure, said));
                }
            }

            return true;
        });
    }

    [Fact]
    public async Task Word_and_workbook_carry_the_same_counts_and_mark_the_forecast_as_one()
    {
        await town.Recorded(("phone", "13800138065"));
        var browser = await town.SignedIn("director");
        var received = await town.Rows(db => Count(db, "H01"));

        var word = await Unzipped(await browser.GetByteArrayAsync("/desk/bulletins/2020-11/docx", Ct), "word/document.xml");
        var sheet = await browser.GetByteArrayAsync("/desk/bulletins/2020-11/xlsx", Ct);

        Assert.Contains("2020年11月热线工单通报", word);
        Assert.Contains($"{received}件", word);
        Assert.Contains("不作预测", word); // three whole months are not there
        Assert.Contains("主要指标", await Unzipped(sheet, "xl/workbook.xml"));
        Assert.Contains("不满意工单", await Unzipped(sheet, "xl/workbook.xml"));
    }

    [Fact]
    public async Task A_month_to_come_and_nonsense_are_not_there_and_a_unit_reads_no_bulletin()
    {
        await town.Recorded(("phone", "13800138066"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("director", "/desk/bulletins/2020-12"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("director", "/desk/bulletins/2020-13"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("director", "/desk/bulletins/abc"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", "/desk/bulletins/2020-11"));
        Assert.Equal(HttpStatusCode.OK, await town.StatusOf("director", "/desk/bulletins/2020"));
        Assert.Contains("2020年11月热线工单通报", await town.TextOf("director", "/desk/bulletins"));
    }

    [Fact]
    public void A_change_against_nothing_is_not_applicable_and_not_a_hundred_percent()
    {
        Assert.Equal("不适用", BulletinReading.Change(5, 0, false));
        Assert.Equal("+51.3%", BulletinReading.Change(59, 39, false)); // (59 − 39) ÷ 39, not ÷ 59
        Assert.Equal("-2.5 个百分点", BulletinReading.Change(87.5m, 90m, true));
        Assert.Equal("不适用", BulletinReading.Change(null, 90m, true));
    }

    [Fact]
    public void A_forecast_says_its_method_and_is_not_made_of_too_little()
    {
        var two = new Dictionary<DateOnly, long> { [new(2020, 9, 1)] = 10, [new(2020, 10, 1)] = 20 };
        var three = new Dictionary<DateOnly, long>(two) { [new(2020, 8, 1)] = 30 };
        var years = new Dictionary<DateOnly, long>(three) { [new(2019, 8, 1)] = 20, [new(2019, 9, 1)] = 10, [new(2019, 10, 1)] = 10, [new(2019, 11, 1)] = 12 };

        Assert.Null(Forecast.NextMonth(two, new(2020, 10, 1)).Value);
        Assert.Equal(20, Forecast.NextMonth(three, new(2020, 10, 1)).Value); // (10 + 20 + 30) ÷ 3
        Assert.Equal(("2020年11月", (long?)18), (Forecast.NextMonth(years, new(2020, 10, 1)).Of, Forecast.NextMonth(years, new(2020, 10, 1)).Value)); // 12 × 60 ÷ 40
        Assert.Null(Forecast.NextYear(2020, 100, 0, whole: true).Value);
        Assert.Equal(150, Forecast.NextYear(2020, 120, 96, whole: true).Value);
    }

    [Fact]
    public void An_unfinished_month_is_held_against_as_many_days()
    {
        var november = BulletinPeriod.Parse("2020-11", new(2020, 11, 12))!;

        Assert.Equal((new DateOnly(2020, 11, 1), new DateOnly(2020, 11, 13)), (november.Scope(new(2020, 11, 12)).From, november.Scope(new(2020, 11, 12)).To));
        Assert.Equal((new DateOnly(2019, 11, 1), new DateOnly(2019, 11, 13)), (november.YearBefore(new(2020, 11, 12)).From, november.YearBefore(new(2020, 11, 12)).To));
        Assert.Equal((new DateOnly(2020, 10, 1), new DateOnly(2020, 10, 13)), (november.MonthBefore(new(2020, 11, 12))!.From, november.MonthBefore(new(2020, 11, 12))!.To));
        Assert.Equal(new DateOnly(2020, 11, 1), november.MonthBefore(new(2021, 1, 1))!.To);
    }

    private async Task<long> Count(AppDb db, string figure, string? unit = null)
    {
        var book = town.Host.Services.GetRequiredService<FigureBook>();
        var scope = new FigureScope(new(2020, 11, 2), new(2020, 11, 1), new(2020, 11, 3)) { Unit = unit is null ? null : new(unit) };
        return (await book.Compute(db, book.Find(figure)!, scope, Ct)).Numerator;
    }

    private static async Task<string> Unzipped(byte[] file, string entry)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(entry)!.Open());
        return await reader.ReadToEndAsync(Ct);
    }
}
