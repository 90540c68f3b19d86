using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Bulletins;
using Yimen.Platform.Delivery;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Bulletins;

/// <summary>印发、撤回: what is issued changes no more, what is withdrawn stays readable. Each test has its own town: the month is one for all.</summary>
public sealed class IssueTests : IAsyncLifetime
{
    private readonly Town town = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task What_is_issued_stays_as_it_was_counted_and_the_office_sees_what_a_count_of_today_says_otherwise()
    {
        var order = await town.November();
        var id = await town.IssueNovember();
        var page = await town.TextOf("hotline1", $"{BulletinTown.Issues}/{id}");
        Assert.Contains("现在重新统计，与印发时相同", page);

        await town.Corrected(order);

        var after = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync($"{BulletinTown.Issues}/{id}", Ct));
        var line = after.QuerySelectorAll("table tr").First(r => r.TextContent.Contains("诉求量") && r.TextContent.Contains("2 件"));
        Assert.NotNull(line);
        var differences = after.QuerySelectorAll("table").First(t => t.TextContent.Contains("印发时"));
        Assert.Contains(differences.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("诉求量") && r.TextContent.Contains("本期") && r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).TakeLast(2).SequenceEqual(["2", "1"]));
        Assert.Contains("1 件", (await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync(BulletinTown.Live, Ct))).QuerySelectorAll("table tr").First(r => r.TextContent.Contains("诉求量")).TextContent);
    }

    [Fact]
    public async Task It_says_its_number_who_issued_it_by_which_rules_up_to_which_row_and_to_whom_and_the_journal_holds_its_digest()
    {
        await town.November();
        var issued = await town.Issued(await town.IssueNovember());

        Assert.Equal(("2020年第1期", 1, "何甲", new DateOnly(2020, 12, 2)), (issued.Serial, issued.Edition, issued.IssuedByName, issued.IssuedOn));
        var to = issued.To.Select(t => t.Unit.Value).ToList();
        Assert.True(to.Contains("MZJ") && to.Contains("SCJG") && !to.Contains("BXZ"), string.Join(' ', to)); // the departments, and no town
        Assert.Contains("通报排名最少办结（件）：3（2019-01-01 起", issued.Rules);
        Assert.Contains("诉求量（H01）：期间内受理的工单", issued.Rules);
        var entry = await town.Rows(db => db.Set<JournalEntry>().AsNoTracking().SingleAsync(e => e.MatterId == issued.Id, Ct));
        Assert.Equal("印发通报", entry.Verb);
        Assert.Equal(await town.Rows(db => db.Set<JournalEntry>().Where(e => e.Position < entry.Position).MaxAsync(e => e.Position, Ct)), issued.Position);
        Assert.Contains(issued.Digest, entry.Changes);
        Assert.Contains("2020年第1期", entry.Changes);
        Assert.True(issued.IsWhole);
    }

    [Fact]
    public async Task A_stored_text_that_was_changed_behind_the_program_s_back_is_told()
    {
        await town.November();
        var id = await town.IssueNovember();
        await town.Rows(async db => await db.Database.ExecuteSqlAsync($"UPDATE hotline_bulletin SET content = replace(content, '诉求量', '诉求数') WHERE id = {id}", Ct));

        Assert.Contains("存档内容与印发时的摘要不一致", await town.TextOf("director", $"{BulletinTown.Issues}/{id}"));
    }

    [Fact]
    public async Task Withdrawn_it_stays_readable_and_the_next_edition_takes_over_its_number()
    {
        var order = await town.November();
        var first = await town.IssueNovember();
        using var withdrawn = await town.Withdraw(first, "一件工单的受理日期登记有误。");
        await town.Corrected(order);
        var second = await town.IssueNovember("hotline2");

        Assert.Equal(HttpStatusCode.SeeOther, withdrawn.StatusCode);
        Assert.Equal(["印发通报", "撤回通报"], await town.JournalOf(first));
        Assert.Equal(4, await town.Rows(db => db.Set<Message>().CountAsync(m => m.Subject.StartsWith("热线通报已撤回") && m.Href == $"{BulletinTown.Issues}/{first}", Ct)));
        var (one, two) = (await town.Issued(first), await town.Issued(second));
        Assert.Equal((BulletinState.Withdrawn, "2020年第1期", BulletinState.Issued, "2020年第1期（第2版）"), (one.State, one.Serial, two.State, two.Serial));
        Assert.Equal(("2", "1"), (Received(one), Received(two)));
        var old = await town.TextOf("market-liaison", $"{BulletinTown.Issues}/{first}");
        Assert.Contains("已撤回", old);
        Assert.Contains("一件工单的受理日期登记有误", old);
        Assert.Contains("2020年第1期（第2版）", old);
        var list = await town.TextOf("director", $"{BulletinTown.Issues}?state=Withdrawn");
        Assert.Contains("共 1 期", list);

        // a third month's bulletin goes on with the year's numbers: gap-free
        town.Time.SetUtcNow(new DateTimeOffset(2021, 1, 5, 1, 0, 0, TimeSpan.Zero));
        using var december = await town.Post("hotline1", "/desk/bulletins/2020-12/issue", "/desk/bulletins/2020-12/issue", ("to", "Towns"), ("foreword", ""));
        var next = await town.Issued(Guid.Parse(december.Headers.Location!.ToString().Split('/')[^1]));
        Assert.Equal("2021年第1期", next.Serial); // issued in the new year
    }

    [Fact]
    public async Task Word_and_workbook_of_an_issued_one_are_made_of_what_was_stored()
    {
        var order = await town.November();
        var id = await town.IssueNovember();
        await town.Corrected(order);
        var unit = await town.SignedIn("market-head");

        var word = await Unzipped(await unit.GetByteArrayAsync($"{BulletinTown.Issues}/{id}/docx", Ct), "word/document.xml");
        var sheet = await unit.GetByteArrayAsync($"{BulletinTown.Issues}/{id}/xlsx", Ct);

        Assert.Contains("2020年第1期", word);
        Assert.Contains("各成员单位", word);
        Assert.Contains("请各单位对照查找差距", word);
        Assert.Contains(">2件<", word);
        Assert.Contains("印发", await Unzipped(sheet, "xl/workbook.xml"));
        Assert.Contains("送达单位", await Unzipped(sheet, "xl/workbook.xml"));
    }

    [Fact]
    public async Task The_units_that_it_went_to_are_told_and_read_it_without_links_that_would_not_open()
    {
        await town.November();
        var id = await town.IssueNovember();
        var told = await town.Rows(db => db.Set<Message>().AsNoTracking().Where(m => m.Subject.StartsWith("热线通报已印发")).Select(m => m.AccountId).ToListAsync(Ct));
        var people = await town.Rows(db => db.Users.Where(a => told.Contains(a.Id)).Select(a => a.UserName!).ToListAsync(Ct));
        Assert.Equal(["civil-head", "civil-liaison", "market-head", "market-liaison"], people.Order(StringComparer.Ordinal));

        foreach (var user in new[] { "market-liaison", "civil-head" })
        {
            var page = await Town.PageOf(await (await town.SignedIn(user)).GetAsync($"{BulletinTown.Issues}/{id}", Ct));
            Assert.Contains("诉求量", page.Body!.TextContent);
            Assert.DoesNotContain("差异", page.QuerySelector("main")!.TextContent);
            foreach (var link in page.QuerySelectorAll("main a[href^='/desk/']").Select(a => a.GetAttribute("href")!).Distinct())
            {
                Assert.Equal((link, HttpStatusCode.OK), (link, await town.StatusOf(user, link)));
            }
        }

        // the displeased caller's order is the market bureau's: it opens there and nowhere else
        Assert.NotEmpty((await Town.PageOf(await (await town.SignedIn("market-liaison")).GetAsync($"{BulletinTown.Issues}/{id}", Ct))).QuerySelectorAll("main a[href^='/desk/orders/']"));
        Assert.Empty((await Town.PageOf(await (await town.SignedIn("civil-head")).GetAsync($"{BulletinTown.Issues}/{id}", Ct))).QuerySelectorAll("main a[href^='/desk/orders/']"));
    }

    [Fact]
    public async Task What_went_to_others_is_not_there_and_nobody_but_the_office_issues()
    {
        await town.November();
        using var answer = await town.Post("hotline1", BulletinTown.Issue, BulletinTown.Issue, ("to", "Towns"));
        var one = answer.Headers.Location!.ToString();

        Assert.Equal(HttpStatusCode.OK, await town.StatusOf("auditor", one));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", one));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", $"{one}/docx"));
        Assert.Contains("共 0 期", await town.TextOf("market-liaison", BulletinTown.Issues));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("clerk1", BulletinTown.Issues));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("director", BulletinTown.Issue));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", $"{BulletinTown.Issues}/{Guid.Empty}"));
        Assert.DoesNotContain("withdrawal", (await Town.PageOf(await (await town.SignedIn("director")).GetAsync(one, Ct))).Body!.InnerHtml);
        var director = await town.SignedIn("director");
        using var stranger = await TownDoor.Post(director, $"{one}/withdrawal", await town.HiddenFields(director, "/my/password", "/my/password"), ("reason", "试一试能不能撤回"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task Gaps_are_named_at_their_fields_and_what_was_typed_stays()
    {
        await town.November();
        var words = new string('要', 1001);

        using var nobody = await town.Post("hotline1", BulletinTown.Issue, BulletinTown.Issue, ("foreword", "写好的按语"));
        using var long_ = await town.Post("hotline1", BulletinTown.Issue, BulletinTown.Issue, ("to", "Departments"), ("foreword", words));
        var id = await town.IssueNovember();
        using var why = await town.Withdraw(id, "错了");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (nobody.StatusCode, long_.StatusCode, why.StatusCode));
        var page = await Town.PageOf(nobody);
        Assert.Contains("请选择送达的成员单位", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("写好的按语", page.QuerySelector("textarea[name=foreword]")!.TextContent.Trim());
        var again = await Town.PageOf(long_);
        Assert.Contains("现有 1001 个字", again.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(words, again.QuerySelector("textarea[name=foreword]")!.TextContent.Trim());
        var kept = await Town.PageOf(why);
        Assert.Contains("请写清撤回的理由", kept.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("错了", kept.QuerySelector("textarea[name=reason]")!.TextContent.Trim());
        Assert.Equal(BulletinState.Issued, (await town.Issued(id)).State);
    }

    [Fact]
    public async Task A_period_that_runs_is_not_issued_and_an_issued_one_not_twice()
    {
        await town.November();
        Assert.Equal(HttpStatusCode.Conflict, await town.StatusOf("hotline1", "/desk/bulletins/2020-12/issue"));
        Assert.Equal(HttpStatusCode.Conflict, await town.StatusOf("hotline1", "/desk/bulletins/2020/issue"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", "/desk/bulletins/2021-01/issue"));
        var browser = await town.SignedIn("hotline1");
        var seen = await town.HiddenFields(browser, BulletinTown.Issue, BulletinTown.Issue);
        var id = await town.IssueNovember("hotline2");

        using var second = await TownDoor.Post(browser, BulletinTown.Issue, seen, ("to", "Departments"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("2020年第1期", (await Town.PageOf(second)).Body!.TextContent);
        Assert.Contains($"/desk/bulletins/issues/{id}", (await Town.PageOf(await browser.GetAsync(BulletinTown.Live, Ct))).QuerySelector("main")!.InnerHtml);
    }

    [Fact]
    public async Task The_list_is_searched_filtered_sorted_and_taken_out_with_a_purpose()
    {
        await town.November();
        var first = await town.IssueNovember(foreword: "路灯问题突出");
        using var gone = await town.Withdraw(first, "按语中的数字有误。");
        await town.IssueNovember();

        Assert.Contains("共 1 期", await town.TextOf("director", $"{BulletinTown.Issues}?q=路灯问题"));
        Assert.Contains("共 2 期", await town.TextOf("director", $"{BulletinTown.Issues}?kind=month&year=2020&sort=-serial"));
        Assert.Contains("共 0 期", await town.TextOf("director", $"{BulletinTown.Issues}?kind=year"));
        Assert.Contains("没有符合条件的通报", await town.TextOf("director", $"{BulletinTown.Issues}?kind=year"));
        using var bare = await town.Post("director", $"{BulletinTown.Issues}/export", $"{BulletinTown.Issues}/export", ("purpose", ""));
        using var taken = await town.Post("market-liaison", $"{BulletinTown.Issues}/export", $"{BulletinTown.Issues}/export", ("purpose", "归档"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (bare.StatusCode, taken.StatusCode));
        Assert.Contains("2020年第1期（第2版）", await Unzipped(await taken.Content.ReadAsByteArrayAsync(Ct), null));
    }

    [Fact]
    public async Task The_counts_of_a_year_before_open_the_orders_of_the_year_before()
    {
        var earlier = await town.Recorded(("phone", "13800138211"), ("title", "上一年的路灯"));
        await town.Dispatch(earlier);
        await town.Rows(async db => await db.Database.ExecuteSqlAsync($"UPDATE hotline_order SET received_on = {new DateOnly(2019, 11, 20)} WHERE id = {earlier}", Ct));
        var now = await town.Recorded(("phone", "13800138212"));
        await town.Dispatch(now);
        town.NextMonth();

        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync(BulletinTown.Live, Ct));

        var links = page.QuerySelectorAll("main td a[href*='when=year-before']").ToList();
        Assert.Contains(links, a => a.GetAttribute("href")!.Contains("class=010102"));
        Assert.Contains(links, a => a.GetAttribute("href")!.Contains("town="));
        foreach (var link in links.DistinctBy(a => a.GetAttribute("href")))
        {
            Assert.Contains($"共 {link.TextContent.Trim()} 件", (await town.TextOf("hotline1", link.GetAttribute("href")!)).Replace("\n", ""));
        }

        var rows = await town.TextOf("hotline1", links.First(a => a.GetAttribute("href")!.Contains("class=010102")).GetAttribute("href")!);
        Assert.Contains("上一年的路灯", rows);
        Assert.Contains("上年同期", rows);
    }

    private static string Received(Bulletin b) => BulletinContent.Read(b.Content).Lines.Single(l => l.Id == "H01").Value;

    // the whole of a workbook where no entry is named
    private static async Task<string> Unzipped(byte[] file, string? entry)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var text = "";
        foreach (var one in zip.Entries.Where(e => entry is null ? e.Name.EndsWith(".xml", StringComparison.Ordinal) : e.FullName == entry))
        {
            using var reader = new StreamReader(one.Open());
            text += await reader.ReadToEndAsync(Ct);
        }

        return text;
    }
}
