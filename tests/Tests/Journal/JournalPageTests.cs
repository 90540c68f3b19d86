using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Journal;

public sealed class JournalPageTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("admin", HttpStatusCode.NotFound)]
    [InlineData("director", HttpStatusCode.NotFound)]
    [InlineData("clerk1", HttpStatusCode.NotFound)]
    [InlineData("auditor", HttpStatusCode.OK)]
    public async Task Only_the_audit_administrator_reads_the_journal(string user, HttpStatusCode expected) =>
        Assert.Equal(expected, (await (await town.SignedIn(user)).GetAsync("/desk/journal", Ct)).StatusCode);

    [Fact]
    public async Task A_stranger_is_led_to_the_door() =>
        Assert.Equal(HttpStatusCode.Redirect, (await town.Anybody().GetAsync("/desk/journal", Ct)).StatusCode);

    [Fact]
    public async Task It_is_filtered_by_day_person_verb_and_matter_and_hides_personal_values()
    {
        var matter = await town.Written("filtered", 2);
        await town.Noted(matter, "更正", new Change("手机号", "13800138000", "13800138009", Personal: true));
        var auditor = await town.SignedIn("auditor");
        var html = await Town.PageOf(await auditor.GetAsync($"/desk/journal?Day=2020-11-02&Actor=李甲&Verb=更正&Kind=account&Matter={matter.Id}", Ct));
        var row = Assert.Single(html.QuerySelectorAll("table[data-rows] tbody tr"));
        Assert.Contains("手机号：*** → ***", row.TextContent);
        Assert.Contains("账号", row.TextContent);
        var elsewhere = await Town.PageOf(await auditor.GetAsync($"/desk/journal?Day=2020-11-03&Matter={matter.Id}", Ct));
        Assert.Empty(elsewhere.QuerySelectorAll("table[data-rows] tbody tr"));
    }

    [Fact]
    public async Task A_verb_is_found_by_its_chinese_name_whatever_stands_in_the_journal()
    {
        var html = await Town.PageOf(await (await town.SignedIn("auditor")).GetAsync("/desk/journal?Verb=开立&size=100", Ct));
        Assert.All(html.QuerySelectorAll("table[data-rows] tbody tr"), row => Assert.Contains("开立账号", row.TextContent));
        Assert.NotEmpty(html.QuerySelectorAll("table[data-rows] tbody tr"));
    }

    [Theory]
    [InlineData("contact-book", false)]
    [InlineData("case", true)]
    public async Task A_row_leads_to_its_matter_only_where_its_reader_may_go(string kind, bool leads)
    {
        await town.InCounty(async (db, _) =>
        {
            db.Add(new JournalEntry
            {
                Kind = kind, MatterId = Guid.CreateVersion7(town.Time.Now()), Number = 1, At = town.Time.Now(), ActorId = Guid.Empty, ActorName = "李甲", Verb = "设定", Changes = "[]", Previous = "", Hash = "",
            });
            return await db.SaveChangesAsync(Ct);
        });
        var html = await Town.PageOf(await (await town.SignedIn("auditor")).GetAsync($"/desk/journal?Kind={kind}", Ct));
        Assert.All(html.QuerySelectorAll("table[data-rows] tbody tr"), row => Assert.Equal(leads, row.QuerySelectorAll("a").Any(a => !a.GetAttribute("href")!.StartsWith("/desk/journal"))));
        Assert.NotEmpty(html.QuerySelectorAll("table[data-rows] tbody tr"));
    }

    [Fact]
    public async Task An_export_asks_for_its_purpose_and_is_entered_in_the_list()
    {
        var auditor = await town.SignedIn("auditor");
        const string page = "/desk/journal?Kind=account";
        var refused = await town.PostForm(auditor, page, "/desk/journal/export", ("Purpose", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var file = await town.PostForm(auditor, page, "/desk/journal/export", ("Purpose", "年度审计抽查"));
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        var rows = (await file.Content.ReadAsStreamAsync(Ct)).Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Contains(rows, r => (string)r["动作"] == "开立账号");
        var noted = await town.Rows(db => db.Set<ExportRecord>().SingleAsync(Ct));
        Assert.Equal(("年度审计抽查", rows.Count), (noted.Purpose, noted.Rows));
        Assert.Contains("年度审计抽查", (await Town.PageOf(await auditor.GetAsync("/desk/journal/exports", Ct))).Body!.TextContent);
    }

    [Fact]
    public async Task The_sealed_days_are_listed()
    {
        var seal = await town.Sealed(new DateOnly(2020, 11, 1));
        Assert.Contains(seal!.Hash, (await Town.PageOf(await (await town.SignedIn("auditor")).GetAsync("/desk/journal/seals", Ct))).Body!.TextContent);
    }

    [Fact]
    public async Task A_matters_timeline_tells_who_what_and_why_newest_first()
    {
        var matter = await town.Written("told", 3);
        var story = await town.InCounty((_, services) => services.GetRequiredService<JournalReader>().Of(matter, e => e.Number > 1));
        Assert.Equal([("李甲", "试记3", "试验"), ("李甲", "试记2", "试验")], story.Select(e => (e.Who, e.What, e.Why)));
        var lines = await town.InCounty((_, services) => services.GetRequiredService<JournalReader>().Lines(matter, false));
        Assert.Equal("3", Assert.Single(lines[^1].Changes).New);
    }
}
