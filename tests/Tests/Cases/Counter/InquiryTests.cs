using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Yimen.Cases.Inquiries;
using Yimen.Platform.Figures;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases.Counter;

/// <summary>一次性告知单: who only asks is told everything at once, and it stands in the record.</summary>
public sealed class InquiryTests(Town town) : IClassFixture<Town>
{
    private static string Form(Guid item) => $"/desk/reception/{item}/inquiry";

    [Fact]
    public async Task Asking_takes_two_touches_from_the_chosen_item_to_the_printed_notice()
    {
        var browser = await town.SignedIn("clerk1");
        var list = await Town.PageOf(await browser.GetAsync("/desk/reception?q=食品经营许可", TestContext.Current.CancellationToken));
        Assert.Contains(list.QuerySelectorAll("main a"), a => a.GetAttribute("href") == Form(TownCatalogue.Food)); // the first touch

        var form = await Town.PageOf(await browser.GetAsync(Form(TownCatalogue.Food), TestContext.Current.CancellationToken));
        var chosen = form.QuerySelector("select[name=window] option[selected]")!.GetAttribute("value");
        var answer = await town.PostForm(browser, Form(TownCatalogue.Food), Form(TownCatalogue.Food), [("window", chosen), .. Enumerable.Range(1, 9).Select(n => ("ready", (string?)$"{n}"))]); // the second, with what the form held

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var notice = await Town.PageOf(await browser.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken));
        var sheet = notice.QuerySelector(".receipt[data-print]")!.TextContent;
        Assert.Contains("食品经营许可申请书", sheet);
        Assert.Contains("5个工作日", sheet.Replace(" ", ""));
        Assert.Contains("0751-0000019", sheet); // whom to ask
        Assert.DoesNotContain("缺", sheet);
    }

    [Fact]
    public async Task What_the_clerk_unticked_is_marked_on_the_notice_and_kept()
    {
        var (id, location) = await Tell(TownCatalogue.Food, ("ready", "1"), ("name", "演示丁"), ("phone", "13800138009"), ("paper", "sheet"));

        var row = await town.Rows(db => db.Inquiries.AsNoTracking().FirstAsync(i => i.Id == id));
        Assert.DoesNotContain(1, row.Missing);
        Assert.NotEmpty(row.Missing);
        Assert.Equal("A01", row.Window);
        Assert.DoesNotContain("13800138009", row.Phone.Text);
        Assert.StartsWith("ZX20201102", row.Number);
        var entry = await town.Rows(db => db.Set<JournalEntry>().SingleAsync(j => j.Kind == "inquiry" && j.MatterId == id));
        Assert.Equal(("一次性告知", "邓甲"), (entry.Verb, entry.ActorName));
        var browser = await town.SignedIn("clerk1");
        var notice = await Town.PageOf(await browser.GetAsync(location, TestContext.Current.CancellationToken));
        Assert.Contains(notice.QuerySelectorAll(".notice-sheet tbody tr"), r => r.TextContent.Contains('缺'));
    }

    [Fact]
    public async Task A_phone_that_is_none_is_named_and_nothing_is_recorded()
    {
        var browser = await town.SignedIn("clerk1");

        var answer = await town.PostForm(browser, Form(TownCatalogue.Catering), Form(TownCatalogue.Catering), ("window", "A01"), ("name", "演示戊"), ("phone", "12"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("演示戊", (await Town.PageOf(answer)).QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.False(await town.Rows(db => db.Inquiries.AnyAsync(i => i.ItemId == TownCatalogue.Catering)));
    }

    [Fact]
    public async Task A_cancelled_item_is_not_told()
    {
        var browser = await town.SignedIn("clerk1");

        var answer = await town.PostForm(browser, Form(TownCatalogue.Circulation), Form(TownCatalogue.Circulation), ("window", "A01"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task A_lost_sheet_is_printed_again_and_the_journal_says_so()
    {
        var (id, _) = await Tell(TownCatalogue.Food);
        var browser = await town.SignedIn("clerk2");

        await town.PostForm(browser, $"/desk/inquiries/{id}", $"/desk/inquiries/{id}/reprint");

        Assert.Equal("补打告知单", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderByDescending(j => j.Number).Select(j => j.Verb).FirstAsync()));
    }

    [Fact]
    public async Task A_town_s_clerk_sees_only_what_was_asked_in_the_town()
    {
        var (hall, _) = await Tell(TownCatalogue.Food);
        var browser = await town.SignedIn("town1");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/inquiries/{hall}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/inquiries/{hall}/notice", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_list_is_filtered_counted_and_taken_out_with_a_purpose()
    {
        await Tell(TownCatalogue.Food);
        await Tell(TownCatalogue.Disability, ("window", "A03"), ("name", "演示己"));
        var director = await town.SignedIn("director");

        var page = await Town.PageOf(await director.GetAsync("/desk/inquiries?window=A03", TestContext.Current.CancellationToken));
        var file = await town.PostForm(director, "/desk/inquiries/export?window=A03", "/desk/inquiries/export?window=A03", ("purpose", "窗口分析"));

        Assert.All(page.QuerySelectorAll("tbody tr td[data-label=窗口]"), cell => Assert.Equal("A03", cell.TextContent.Trim()));
        var rows = (await file.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal("A03", r["窗口"]));
        Assert.Equal(rows.Count, await Count("A03"));
        Assert.True(await Count(null) > rows.Count);
    }

    private Task<int> Count(string? window) => town.InCounty(async (db, services) =>
    {
        var book = services.GetRequiredService<FigureBook>();
        return (int)(await book.Compute(db, book.Find("C41")!, new(new(2020, 11, 30), new(2020, 11, 1), new(2020, 12, 1)) { Window = window }, TestContext.Current.CancellationToken)).Numerator;
    });

    private async Task<(Guid Id, string Notice)> Tell(Guid item, params (string, string?)[] fields)
    {
        var browser = await town.SignedIn("clerk1");
        var window = fields.Any(f => f.Item1 == "window") ? [] : new (string, string?)[] { ("window", "A01") };
        using var answer = await town.PostForm(browser, Form(item), Form(item), [.. window, .. fields]);
        var location = answer.Headers.Location?.ToString() ?? throw new InvalidOperationException((await Town.PageOf(answer)).Body!.TextContent);
        return (Guid.Parse(location.Split('/')[3]), location);
    }
}
