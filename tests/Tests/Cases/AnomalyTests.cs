using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Yimen.Cases.Amendments;
using Yimen.Cases.Anomalies;
using Yimen.Cases.Contracts;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.Jobs;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>异常办件: found by dated rules, explained by the unit, judged by the centre, and left out of the figures in sight of everybody. Each test has a town of its own.</summary>
public sealed class AnomalyTests : IAsyncLifetime
{
    private readonly Town town = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task A_case_closed_within_seconds_is_found_once_listed_and_waits_for_the_unit_s_explanation()
    {
        var id = await Hasty();
        await town.Work("case-anomalies");

        var found = await town.Rows(db => db.Anomalies.SingleAsync());
        Assert.Equal((id, AnomalyRule.Quick, AnomalyState.Found, "受理后 5 秒办结"), (found.CaseId, found.Rule, found.State, found.Detail));
        var task = await town.Rows(db => db.Set<InboxTask>().SingleAsync(t => t.MatterId == found.Id));
        Assert.Equal((Roles.UnitHead, TownPeople.Market), (task.Role, task.Unit!.Value));
        var browser = await town.SignedIn("auditor");
        var list = await Town.PageOf(await browser.GetAsync("/desk/anomalies?rule=Quick&state=Found&unit=SCJG&from=2020-11-02&to=2020-11-02", Ct));
        Assert.Contains(found.CaseNumber, list.QuerySelector("tbody")!.TextContent);
        Assert.Equal($"/desk/cases/{id}", list.QuerySelector("tbody a.num")!.GetAttribute("href"));
        Assert.Null((await Town.PageOf(await browser.GetAsync("/desk/anomalies?rule=NightBatch", Ct))).QuerySelector("tbody"));
        Assert.Contains("秒办", (await Town.PageOf(await browser.GetAsync($"/desk/cases/{id}", Ct))).Body!.TextContent);
    }

    [Fact]
    public async Task One_phone_for_many_applicants_is_found_and_nothing_personal_stands_in_the_row()
    {
        for (var n = 0; n < 5; n++)
        {
            await ReceiveFrom(700 + n);
        }

        await town.Work("case-anomalies");

        var found = await town.Rows(db => db.Anomalies.ToListAsync());
        Assert.Equal(5, found.Count);
        Assert.All(found, f => Assert.Equal((AnomalyRule.SharedPhone, "同一电话 5 名申请人"), (f.Rule, f.Detail)));
    }

    [Fact]
    public async Task A_grant_without_its_papers_and_a_change_after_the_decision_are_found()
    {
        // not told within five days it counts as accepted, papers or not (行政许可法 第三十二条)
        var bare = await town.Receive(TownCatalogue.Food, withPapers: false);
        await town.Mornings(8);
        await town.Review(bare);
        town.Time.Advance(TimeSpan.FromMinutes(10));
        await town.Decide(bare);
        town.Time.Advance(TimeSpan.FromMinutes(10));
        await Mend(bare);

        await town.Work("case-anomalies");

        var found = await town.Rows(db => db.Anomalies.Where(a => a.CaseId == bare).OrderBy(a => a.Rule).ToListAsync());
        Assert.Equal([AnomalyRule.BeforeMaterials, AnomalyRule.EditedAfter], found.Select(f => f.Rule));
        Assert.Contains("办结后同意更正", found[1].Detail);
    }

    [Fact]
    public async Task The_unit_explains_and_the_centre_accepts_each_with_a_journal_row_and_its_task()
    {
        var id = await Found();
        var head = await town.SignedIn("market-head");
        var page = $"/desk/anomalies/{id}";

        var without = await town.PostForm(head, page, page + "/explanation", ("explanation", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("请说明情况", (await Town.PageOf(without)).QuerySelector(".error-summary")!.TextContent);
        var explained = await town.PostForm(head, page, page + "/explanation", ("explanation", "材料已在窗口核对"));
        Assert.Equal((HttpStatusCode.SeeOther, page), (explained.StatusCode, explained.Headers.Location!.ToString()));
        Assert.Equal([Roles.Coordination], await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id && t.ClosedAt == null).Select(t => t.Role).ToListAsync()));
        await town.PostForm(await town.SignedIn("coordination1"), page, page + "/acceptance");

        var row = await Row(id);
        Assert.Equal((AnomalyState.Accepted, "材料已在窗口核对"), (row.State, row.Explanation));
        Assert.Equal(["发现异常", "说明情况", "采纳说明"], await town.Rows(db => db.Set<JournalEntry>().Where(j => j.Kind == Anomaly.MatterKind && j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync()));
        Assert.False(await town.Rows(db => db.Set<InboxTask>().AnyAsync(t => t.MatterId == id && t.ClosedAt == null)));
        await town.Work("case-anomalies");
        Assert.Equal(1, await town.Rows(db => db.Anomalies.CountAsync()));
    }

    [Fact]
    public async Task What_is_left_out_no_longer_counts_the_figure_says_so_and_it_can_be_taken_back()
    {
        var id = await Found();
        var (section, page) = (await town.SignedIn("coordination1"), $"/desk/anomalies/{id}");
        var before = await Decided();
        Assert.Equal((1, 1, 0), (before.Value, before.Rate, before.LeftOut));

        await town.PostForm(section, page, page + "/exclusion", ("exclusion", "试录的假件"));

        Assert.Equal((0, (long?)null, 1), await Decided() is var after ? (after.Value, after.Rate, after.LeftOut) : default);
        var director = await town.SignedIn("director");
        var shown = await Town.PageOf(await director.GetAsync("/desk/figures/C17?from=2020-11-01&to=2020-11-30", Ct));
        Assert.Contains("已剔除 1 件", shown.Body!.TextContent);
        Assert.Contains("已剔除 1 件", (await Town.PageOf(await director.GetAsync("/desk/figures?from=2020-11-01&to=2020-11-30", Ct))).Body!.TextContent);
        var row = await Row(id);
        var rows = await Town.PageOf(await director.GetAsync("/desk/figures/C17?from=2020-11-01&to=2020-11-30&side=numerator-left-out", Ct));
        Assert.Contains(row.CaseNumber, rows.QuerySelector("tbody")!.TextContent);
        Assert.Equal(["剔除统计"], await Verbs(row.CaseId));

        await town.PostForm(section, page, page + "/restoration", ("restoration", "核实属实"));
        Assert.Equal((1, 0), await Decided() is var again ? (again.Value, again.LeftOut) : default);
        Assert.Equal(["剔除统计", "恢复统计"], await Verbs(row.CaseId));
        Assert.Equal(AnomalyState.Found, (await Row(id)).State);
    }

    [Fact]
    public async Task Leaving_out_needs_a_reason_and_what_is_not_explained_is_not_accepted()
    {
        var id = await Found();
        var (section, page) = (await town.SignedIn("coordination1"), $"/desk/anomalies/{id}");
        var hidden = await town.HiddenFields(section, page, page + "/exclusion");

        var without = await TownDoor.Post(section, page + "/exclusion", hidden, ("exclusion", ""));
        var early = await TownDoor.Post(section, page + "/acceptance", hidden);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (without.StatusCode, early.StatusCode));
        Assert.Equal((AnomalyState.Found, 0), ((await Row(id)).State, (await town.CaseOf((await Row(id)).CaseId)).Exclusions));
    }

    [Fact]
    public async Task Another_unit_finds_nothing_a_clerk_has_no_list_and_the_auditor_only_reads()
    {
        var page = $"/desk/anomalies/{await Found()}";
        var (civil, clerk, auditor) = (await town.SignedIn("civil-head"), await town.SignedIn("clerk1"), await town.SignedIn("auditor"));

        Assert.Equal(HttpStatusCode.NotFound, (await civil.GetAsync(page, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/desk/anomalies", Ct)).StatusCode);
        var shown = await Town.PageOf(await auditor.GetAsync(page, Ct));
        Assert.Empty(shown.QuerySelectorAll("form[action*='/desk/anomalies/']"));
        foreach (var noun in new[] { "explanation", "acceptance", "return", "exclusion", "restoration" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await auditor.PostAsync($"{page}/{noun}", new FormUrlEncodedContent([]), Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task The_auditor_exports_the_list_and_the_export_is_entered()
    {
        var row = await Row(await Found());
        var (auditor, page) = (await town.SignedIn("auditor"), "/desk/anomalies/export?state=Found");

        var answer = await town.PostForm(auditor, page, page, ("purpose", "年度审计"));

        var sheet = (await answer.Content.ReadAsStreamAsync(Ct)).Query(useHeaderRow: true).Cast<IDictionary<string, object>>().Single();
        Assert.Equal((row.CaseNumber, "秒办"), (sheet["受理编号"], sheet["规则"]));
        Assert.Equal("年度审计", (await town.Rows(db => db.Set<ExportRecord>().SingleAsync())).Purpose);
    }

    private async Task<Guid> Hasty()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id);
        town.Time.Advance(TimeSpan.FromSeconds(5));
        await town.Decide(id);
        return id;
    }

    private async Task<Guid> Found()
    {
        var id = await Hasty();
        await town.Work("case-anomalies");
        return await town.Rows(db => db.Anomalies.Where(a => a.CaseId == id).Select(a => a.Id).SingleAsync());
    }

    private Task<Anomaly> Row(Guid id) => town.Rows(db => db.Anomalies.AsNoTracking().SingleAsync(a => a.Id == id));

    private Task<List<string>> Verbs(Guid caseId) => town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == caseId && (j.Verb == "剔除统计" || j.Verb == "恢复统计")).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync());

    /// <summary>What the API says of decisions in November.</summary>
    private async Task<(long Value, long? Rate, long LeftOut)> Decided()
    {
        var browser = await town.SignedIn("director");
        var figures = JsonDocument.Parse(await browser.GetStringAsync("/api/v1/figures?from=2020-11-01&to=2020-11-30", Ct)).RootElement.GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString()!);
        var (count, rate) = (figures["C17"], figures["C21"]);
        return (count.GetProperty("value").GetInt64(), rate.GetProperty("value").ValueKind == JsonValueKind.Null ? null : rate.GetProperty("numerator").GetInt64(), count.GetProperty("leftOut").GetProperty("numerator").GetInt64());
    }

    private async Task ReceiveFrom(int serial)
    {
        var (browser, page) = (await town.SignedIn("clerk1"), $"/desk/reception/{TownCatalogue.Food}");
        using var answer = await town.PostForm(browser, page, page,
            ("window", "A01"), ("kind", "Person"), ("name", "演示丙"), ("number", CaseAtCounter.Resident(serial)), ("phone", "13800138077"), ("address", ""), ("agent", ""), ("request", "开店"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private async Task Mend(Guid id)
    {
        var (row, page) = (await town.CaseOf(id), $"/desk/cases/{id}/amendment");
        await town.PostForm(await town.SignedIn("clerk1"), page, page, ("name", row.Applicant.Name), ("phone", ""), ("address", "演示路 8 号"), ("agent", ""), ("request", row.Request), ("reason", "门牌录错"));
        var request = await town.Rows(db => db.Amendments.SingleAsync(a => a.CaseId == id));
        await town.PostForm(await town.SignedIn("market-approver"), $"/desk/amendments/{request.Id}", $"/desk/amendments/{request.Id}/permission");
    }
}
