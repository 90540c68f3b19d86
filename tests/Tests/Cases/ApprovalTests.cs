using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Cases.Approval;
using Yimen.Cases.Consultations;
using Yimen.Cases.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The approver's desk: phrases of one's own, signing in batches, marks, the opinions of others.</summary>
public sealed class ApprovalTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phrase_is_one_s_own_and_is_chosen_by_its_digit()
    {
        var browser = await town.SignedIn("market-approver");
        await town.PostForm(browser, "/desk/phrases", "/desk/phrases", ("text", "材料齐全，符合规定，拟准予。"));
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);

        var page = await Town.PageOf(await browser.GetAsync($"/desk/cases/{id}/review", Ct));
        var done = await town.Do("market-approver", id, "review", ("result", "grant"), ("opinion", ""), ("opinion-phrase", "材料齐全，符合规定，拟准予。"));

        var (digit, own) = page.QuerySelectorAll("select[name=opinion-phrase] option").Select(o => o.TextContent).Index().Single(o => o.Item.EndsWith("拟准予。", StringComparison.Ordinal));
        Assert.Equal($"{digit} 材料齐全，符合规定，拟准予。", own);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal("材料齐全，符合规定，拟准予。", (await town.CaseOf(id)).Opinions[0].Text);
        Assert.Null((await Town.PageOf(await (await town.SignedIn("market-head")).GetAsync($"/desk/cases/{id}/decision", Ct))).QuerySelector("select[name=reason-phrase]"));
        var other = await (await town.SignedIn("market-head")).GetAsync("/desk/phrases", Ct);
        Assert.DoesNotContain("拟准予", (await Town.PageOf(other)).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_phrase_of_another_is_not_there_to_be_removed()
    {
        var browser = await town.SignedIn("market-approver");
        await town.PostForm(browser, "/desk/phrases", "/desk/phrases", ("text", "请补充说明。"));
        var phrase = await town.Rows(db => db.Set<OpinionPhrase>().FirstAsync(p => p.Text == "请补充说明。"));
        var stranger = await town.SignedIn("civil-approver");

        var answer = await TownDoor.Post(stranger, $"/desk/phrases/{phrase.Id}/removal", await town.HiddenFields(stranger, "/logout", "/logout"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(await town.Rows(db => db.Set<OpinionPhrase>().AnyAsync(p => p.Id == phrase.Id)));
    }

    [Fact]
    public async Task A_batch_is_signed_case_by_case_and_what_is_refused_is_named()
    {
        var (good, owed) = (await Proposed(), await Proposed(later: true));
        var changed = await Proposed();
        var browser = await town.SignedIn("market-head");
        var hidden = await town.HiddenFields(browser, "/desk/signing", "/desk/signing");
        var versions = new Dictionary<Guid, int>();
        foreach (var id in new[] { good, owed, changed })
        {
            versions[id] = (await town.CaseOf(id)).Trail.Count;
        }

        await town.Decide(changed, "back", "再看一遍");
        using var body = new FormUrlEncodedContent([.. hidden.Select(h => KeyValuePair.Create(h.Key, h.Value)), .. versions.Select(v => KeyValuePair.Create("case", $"{v.Key}/{v.Value}"))]);
        var answer = await browser.PostAsync("/desk/signing", body, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = (await Town.PageOf(answer)).QuerySelector("main")!.TextContent;
        Assert.Contains("容缺受理的材料还没有补齐", text);
        Assert.Contains("刚刚被他人处理过", text);
        Assert.Equal([CaseState.Certifying, CaseState.Proposed, CaseState.Reviewing], [(await town.CaseOf(good)).State, (await town.CaseOf(owed)).State, (await town.CaseOf(changed)).State]);
        Assert.NotNull((await town.CaseOf(good)).DocumentId);
    }

    [Fact]
    public async Task What_the_database_refuses_is_not_laid_at_another_s_door_and_is_signed_when_it_is_mended()
    {
        var (owed, broken) = (await Proposed(later: true), await Proposed());
        await town.Decide(await Proposed()); // a decision with a number, which the turned-back counter gives once more
        await Counter(-1);
        var browser = await town.SignedIn("market-head");
        var hidden = await town.HiddenFields(browser, "/desk/signing", "/desk/signing");
        (string, string?)[] ticks = [("case", $"{owed}/{(await town.CaseOf(owed)).Trail.Count}"), ("case", $"{broken}/{(await town.CaseOf(broken)).Trail.Count}")];

        var rows = (await Town.PageOf(await TownDoor.Post(browser, "/desk/signing", hidden, ticks))).QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        await Counter(+1);
        var mended = await Town.PageOf(await TownDoor.Post(browser, "/desk/signing", hidden, ticks));

        var (owes, fails) = ((await town.CaseOf(owed)).Number, (await town.CaseOf(broken)).Number);
        Assert.Contains("容缺受理的材料还没有补齐", rows.Single(r => r.Contains(owes)));
        Assert.Contains("没有能够保存", rows.Single(r => r.Contains(fails)));
        Assert.DoesNotContain(rows, r => r.Contains("他人处理"));
        Assert.Contains("准予 1 件，没有签批 1 件", mended.QuerySelector(".lead")!.TextContent);
        Assert.Equal(CaseState.Certifying, (await town.CaseOf(broken)).State);
    }

    private Task<bool> Counter(int by) => town.InCounty(async (db, _) =>
    {
        await db.Set<NumberCounter>().Where(n => n.Series.StartsWith("~doc/") && EF.Functions.Like(n.Series, "%许")).ExecuteUpdateAsync(n => n.SetProperty(x => x.Last, x => x.Last + by), Ct);
        return true;
    });

    [Fact]
    public async Task The_list_to_sign_is_the_head_s_own_and_asks_for_a_tick()
    {
        var id = await Proposed();
        var browser = await town.SignedIn("market-head");

        var nothing = await town.PostForm(browser, "/desk/signing", "/desk/signing");
        var list = await Town.PageOf(await browser.GetAsync("/desk/signing", Ct));
        var reviewer = await (await town.SignedIn("market-approver")).GetAsync("/desk/signing", Ct);
        var other = await Town.PageOf(await (await town.SignedIn("civil-head")).GetAsync("/desk/signing", Ct));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.NotNull(list.QuerySelector($"a[href='/desk/cases/{id}']"));
        Assert.Null(other.QuerySelector($"a[href='/desk/cases/{id}']"));
        Assert.Equal(HttpStatusCode.NotFound, reviewer.StatusCode);
    }

    [Fact]
    public async Task A_mark_names_page_and_spot_and_is_journaled()
    {
        var c = await town.CaseOf(await town.FileOnline(TownCatalogue.Food, "citizen2"));
        var page = $"/desk/cases/{c.Id}/materials/{c.Materials.First(m => m.Order == 2).Id}/marks";
        var browser = await town.SignedIn("market-approver");

        var wrong = await town.PostForm(browser, page, page, ("page", "x"), ("x", "300"), ("words", ""));
        var done = await town.PostForm(browser, page, page, ("page", "2"), ("x", "80"), ("y", "90"), ("words", "缺少盖章"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (wrong.StatusCode, done.StatusCode));
        Assert.Contains("第 2 页下部偏右：缺少盖章", (await Town.PageOf(await browser.GetAsync(page, Ct))).Body!.TextContent);
        Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.MatterId == c.Id && j.Verb == "圈注材料")));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-approver")).GetAsync(page, Ct)).StatusCode);
        var mark = (await town.CaseOf(c.Id)).Marks.Single();
        Assert.Equal(HttpStatusCode.SeeOther, (await town.PostForm(browser, page, $"{page}/{mark.Id}/removal")).StatusCode);
        Assert.Empty((await town.CaseOf(c.Id)).Marks);
    }

    [Fact]
    public async Task A_mark_is_the_first_wording_of_the_notice_and_the_first_version_is_kept_to_be_compared()
    {
        var c = await town.CaseOf(await town.FileOnline(TownCatalogue.Food, "citizen1"));
        var material = c.Materials.First(m => m.Order == 1);
        var browser = await town.SignedIn("market-approver");
        var marks = $"/desk/cases/{c.Id}/materials/{material.Id}/marks";
        await town.PostForm(browser, marks, marks, ("page", "1"), ("words", "缺少申请人签名"));

        var notice = await Town.PageOf(await browser.GetAsync($"/desk/cases/{c.Id}/corrections", Ct));
        await town.AskCorrection(c.Id);
        await town.Supply(c.Id);

        Assert.Contains("第 1 页：缺少申请人签名", notice.QuerySelector("[name=flaw-1]")!.TextContent + notice.QuerySelector("[name=flaw-1]")!.GetAttribute("value"));
        var version = (await town.CaseOf(c.Id)).MaterialVersions.First(v => v.Order == 1);
        Assert.Equal((material.FileId, material.FileName), (version.FileId, version.Words));
        var versions = $"/desk/cases/{c.Id}/materials/{material.Id}/versions";
        Assert.Contains("缺少申请人签名", (await Town.PageOf(await browser.GetAsync(versions, Ct))).Body!.TextContent);
        Assert.Equal("application/pdf", (await browser.GetAsync($"{versions}/{version.Id}", Ct)).Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-approver")).GetAsync(versions, Ct)).StatusCode);
    }

    [Fact]
    public async Task Another_unit_is_asked_reads_the_materials_and_answers_and_the_lead_sees_who_has_not()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id);
        var lead = await town.SignedIn("market-approver");
        var page = $"/desk/cases/{id}/consultations";

        var empty = await town.PostForm(lead, page, page);
        var asked = await town.PostForm(lead, page, page, ("units", "MZJ"), ("question", "请核实经营场所是否占用福利用房。"), ("due", "2020-11-06"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (empty.StatusCode, asked.StatusCode));
        var row = await town.Rows(db => db.Consultations.AsNoTracking().FirstAsync(c => c.CaseId == id));
        Assert.Equal(new DateOnly(2020, 11, 6), (await town.Rows(db => db.Set<InboxTask>().FirstAsync(t => t.MatterId == row.Id))).Due);
        Assert.Contains("还没有答复", (await Town.PageOf(await lead.GetAsync($"/desk/cases/{id}", Ct))).QuerySelector("#consultations")!.TextContent);
        var civil = await town.SignedIn("civil-approver");
        var own = $"/desk/consultations/{row.Id}";
        Assert.Equal(HttpStatusCode.NotFound, (await civil.GetAsync($"/desk/cases/{id}", Ct)).StatusCode);
        var answered = await town.PostForm(civil, own, $"{own}/answer", ("agrees", "yes"), ("opinion", "没有占用。"));
        Assert.Equal(HttpStatusCode.SeeOther, answered.StatusCode);
        Assert.Contains("没有占用。", (await Town.PageOf(await lead.GetAsync($"/desk/cases/{id}", Ct))).QuerySelector("#consultations")!.TextContent);
        Assert.Equal(0, await town.Rows(db => db.Set<InboxTask>().CountAsync(t => t.MatterId == row.Id && t.ClosedAt == null)));
        Assert.Equal(HttpStatusCode.Conflict, (await TownDoor.Post(civil, $"{own}/answer", await town.HiddenFields(civil, "/logout", "/logout"), ("agrees", "no"), ("opinion", "改主意"))).StatusCode);
    }

    private async Task<Guid> Proposed(bool later = false)
    {
        var id = later ? await town.ReceiveLater() : await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        using var answer = await town.Review(id);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return id;
    }
}
