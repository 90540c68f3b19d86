using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The ends of a case that are no decision, and what follows a decision.</summary>
public sealed class EndingTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task The_counter_never_refuses_for_a_unit()
    {
        var id = await town.Receive(TownCatalogue.Food);

        var answer = await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{id}/refusal", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_refusal_states_its_reason_and_the_right_body_and_ends_the_case()
    {
        // 行政许可法 第三十二条第二项
        var id = await town.Receive(TownCatalogue.Food);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Do("market-approver", id, "refusal", ("kind", "not-ours"), ("reason", "不属于本机关职权"))).StatusCode);
        var answer = await town.Do("market-approver", id, "refusal", ("kind", "not-ours"), ("reason", "不属于本机关职权"), ("body", "乐昌市农业农村局"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var refused = await town.CaseOf(id);
        Assert.Equal((CaseState.Refused, CaseOutcome.Refused), (refused.State, refused.Outcome));
        Assert.Equal("乐昌市农业农村局", refused.Ending!.Body);
        var paper = await (await town.SignedIn("market-approver")).GetStringAsync($"/documents/{refused.Ending.DocumentId}", TestContext.Current.CancellationToken);
        Assert.Contains("行政复议", paper);
        Assert.Contains("乐昌市农业农村局", paper);
    }

    [Fact]
    public async Task What_is_accepted_is_not_refused_any_more()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);

        var answer = await (await town.SignedIn("market-approver")).GetAsync($"/desk/cases/{id}/refusal", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task An_applicant_withdraws_online_and_a_stranger_does_not()
    {
        var id = await town.FileOnline(TownCatalogue.Food);
        var page = $"/my/cases/{id}/withdrawal";

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen2")).GetAsync(page, TestContext.Current.CancellationToken)).StatusCode);
        var answer = await town.PostForm(await town.SignedIn("citizen1"), page, page);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var gone = await town.CaseOf(id);
        Assert.Equal((CaseState.Terminated, CaseOutcome.Withdrawn), (gone.State, gone.Outcome));
        Assert.Equal("撤回申请", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderByDescending(j => j.Number).Select(j => j.Verb).FirstAsync()));
    }

    [Fact]
    public async Task A_licence_is_made_before_it_is_handed_over_and_the_file_is_put_away_with_its_list()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id);
        await town.Decide(id);
        Assert.Equal(CaseState.Certifying, (await town.CaseOf(id)).State);
        await town.Certify(id);
        await town.Do("clerk1", id, "delivery", ("method", "Direct"), ("recipient", "演示丙"));
        var listed = (await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{id}/archive", TestContext.Current.CancellationToken))).Body!.TextContent;
        var answer = await town.Do("clerk1", id, "archive", ("fileNumber", "2020-食-001"), ("place", "档案室 3 架 2 盒"), ("leaves", "12"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("受理通知书", listed);
        Assert.Contains("送达回证", listed);
        var put = await town.CaseOf(id);
        Assert.Equal(CaseState.Archived, put.State);
        Assert.Equal(new DateOnly(2030, 12, 31), put.Archive!.KeepUntil);
    }

    [Fact]
    public async Task The_folders_list_says_how_each_material_is_kept_and_leaves_out_what_left_nothing()
    {
        var id = await town.ReceiveWith(TownCatalogue.Food, ("how-1", "OriginalKept"), ("how-2", "ElectronicLicence"), ("how-3", "Copy"), ("copies-3", "2"), ("how-4", "CheckedByUnit"), ("how-5", "NotApplicable"), ("note-5", "本人办理"));
        await town.Do("market-approver", id, "refusal", ("kind", "other"), ("reason", "不符合申请条件"));

        var page = await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{id}/archive", TestContext.Current.CancellationToken));

        var text = page.Body!.TextContent;
        Assert.Contains("纸质（收复印件 2 份）", text);
        Assert.Contains("电子证照免提交", text);
        Assert.DoesNotContain((await town.CaseOf(id)).Materials.First(m => m.Order == 5).Name, text);
    }

    [Fact]
    public async Task The_file_leaves_as_one_package_and_the_journal_says_for_what()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Do("market-approver", id, "refusal", ("kind", "other"), ("reason", "不符合申请条件"));
        await town.Do("clerk1", id, "archive", ("fileNumber", "2020-食-002"), ("place", "无纸质"), ("leaves", "0"));
        var browser = await town.SignedIn("clerk1");

        var answer = await town.PostForm(browser, $"/desk/cases/{id}/archive", $"/desk/cases/{id}/archive/package", ("purpose", "移交档案馆"));

        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Contains(zip.Entries, e => e.FullName == "卷内目录.csv");
        Assert.Contains(zip.Entries, e => e.FullName.Contains("不予受理通知书", StringComparison.Ordinal));
        var last = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderByDescending(j => j.Number).FirstAsync());
        Assert.Equal(("导出档案包", "移交档案馆"), (last.Verb, last.Reason));
    }

    [Fact]
    public async Task Every_paper_of_the_law_is_checked_by_its_code()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Do("market-approver", id, "refusal", ("kind", "not-required"), ("reason", "该经营活动不需要取得许可"));
        var code = await town.Rows(db => db.Set<DocumentRecord>().Where(d => d.MatterId == id).Select(d => d.Code).SingleAsync());

        var page = await town.Anybody().GetStringAsync($"/verify/{code}", TestContext.Current.CancellationToken);

        Assert.Contains("不予受理通知书", page);
        Assert.Equal(CaseOutcome.NotRequired, (await town.CaseOf(id)).Outcome);
    }
}
