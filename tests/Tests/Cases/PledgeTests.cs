using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Pledges;
using Yimen.Kernel;
using Yimen.Platform.Delivery;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>告知承诺: a signed word in the place of a proof, checked by a day, with a consequence.</summary>
public sealed class PledgeTests(Town town) : IClassFixture<Town>
{
    private const string Material = "营业执照";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_text_nothing_can_be_pledged()
    {
        var browser = await town.SignedIn("clerk1");
        var page = $"/desk/reception/{TownCatalogue.Food}";

        var answer = await town.PostForm(browser, page, page, ("window", "A01"), ("kind", "Person"), ("name", "演示丁"), ("number", CaseAtCounter.Resident(540)), ("phone", "13800138003"), ("how-3", "Pledged"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("没有可用的告知承诺文本", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task A_pledge_replaces_the_proof_and_is_a_letter_a_task_and_a_journal()
    {
        var (id, pledge) = await Pledged();

        Assert.Equal(HttpStatusCode.SeeOther, (await town.Accept(id)).StatusCode);
        await town.Review(id);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Decide(id)).StatusCode); // met altogether: nothing blocks the decision
        Assert.Equal((PledgeState.Signed, "演示丁", 1), (pledge.State, pledge.SignedBy, pledge.TextNumber));
        Assert.Equal(new DateOnly(2020, 12, 28), pledge.CheckBy); // forty working days after 2 November
        var letter = await town.Rows(db => db.Set<DocumentRecord>().FirstAsync(d => d.Id == pledge.DocumentId));
        Assert.Equal("告知承诺书", letter.KindName);
        var text = (await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync($"/documents/{letter.Id}", Ct))).Body!.TextContent;
        Assert.Contains("已依法取得营业执照", text);
        Assert.Contains("撤销", text);
        Assert.Equal(1, await town.Rows(db => db.Set<InboxTask>().CountAsync(t => t.MatterId == pledge.Id && t.Code == "check" && t.ClosedAt == null)));
        Assert.Equal(["签署承诺"], await Verbs(pledge.Id));
    }

    [Fact]
    public async Task What_was_found_true_is_kept_and_the_task_is_done()
    {
        var (_, pledge) = await Pledged();

        var nothing = await Do("market-approver", pledge.Id, "check");
        var kept = await Do("market-approver", pledge.Id, "check", ("result", "kept"), ("finding", "经查登记系统，执照有效。"));
        var again = await Do("market-approver", pledge.Id, "check", ("result", "breached"), ("finding", "再查"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (nothing.StatusCode, kept.StatusCode, again.StatusCode));
        var row = await Row(pledge.Id);
        Assert.Equal((PledgeState.Kept, new DateOnly(2020, 11, 2)), (row.State, row.CheckedOn));
        Assert.Equal(0, await town.Rows(db => db.Set<InboxTask>().CountAsync(t => t.MatterId == pledge.Id && t.ClosedAt == null)));
    }

    [Fact]
    public async Task A_breach_is_punished_by_the_head_and_told_to_the_applicant()
    {
        var (id, pledge) = await Pledged();
        await Do("market-approver", pledge.Id, "check", ("result", "breached"), ("finding", "没有查到这家单位的登记。"));
        Assert.Equal(1, await town.Rows(db => db.Set<InboxTask>().CountAsync(t => t.MatterId == pledge.Id && t.Code == "measure" && t.ClosedAt == null)));

        var byReviewer = await Do("market-approver", pledge.Id, "measure", ("measure", "Revocation"), ("words", "撤销"));
        var done = await Do("market-head", pledge.Id, "measure", ("measure", "Revocation"), ("words", "撤销准予决定，限十日内交回许可证。"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.SeeOther), (byReviewer.StatusCode, done.StatusCode));
        var row = await Row(pledge.Id);
        Assert.Equal((PledgeState.Punished, PledgeMeasure.Revocation), (row.State, row.Measure));
        Assert.Equal("违反告知承诺处理告知书", (await town.Rows(db => db.Set<DocumentRecord>().FirstAsync(d => d.Id == row.NoticeId))).KindName);
        Assert.Equal(1, await town.Rows(db => db.Set<OutboxMessage>().CountAsync(m => m.MatterId == id && m.Subject == "违反告知承诺的处理告知")));
        Assert.Equal(["签署承诺", "认定违诺", "违诺处理"], await Verbs(pledge.Id));
    }

    [Fact]
    public async Task Another_unit_finds_neither_list_row_nor_page()
    {
        var (id, pledge) = await Pledged();
        var number = (await town.CaseOf(id)).Number;

        var list = await (await town.SignedIn("civil-approver")).GetAsync($"/desk/pledges?q={number}", Ct);
        var page = await (await town.SignedIn("civil-approver")).GetAsync($"/desk/pledges/{pledge.Id}", Ct);
        var mine = await (await town.SignedIn("market-approver")).GetAsync($"/desk/pledges?q={number}", Ct);

        Assert.Null((await Town.PageOf(list)).QuerySelector($"a[href='/desk/pledges/{pledge.Id}']"));
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.NotNull((await Town.PageOf(mine)).QuerySelector($"a[href='/desk/pledges/{pledge.Id}']"));
    }

    [Theory]
    [InlineData("office1", false)]
    [InlineData("market-approver", true)]
    public async Task Its_link_on_the_case_opens_for_whoever_sees_it(string user, bool opens)
    {
        var (id, pledge) = await Pledged();
        var browser = await town.SignedIn(user);

        var page = await Town.PageOf(await browser.GetAsync($"/desk/cases/{id}", Ct));
        var opened = await browser.GetAsync($"/desk/pledges/{pledge.Id}", Ct);

        Assert.Contains(Material, page.QuerySelector("#pledges")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(opens, page.QuerySelector($"a[href='/desk/pledges/{pledge.Id}']") is not null);
        Assert.Equal(opens, opened.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_text_is_revised_for_the_future_and_what_was_signed_keeps_its_version()
    {
        await Text();
        var (_, pledge) = await Pledged();
        var text = await town.Rows(db => db.PledgeTexts.AsNoTracking().FirstAsync(t => t.Material == Material));
        var browser = await town.SignedIn("catalogue1");
        var page = $"/desk/pledge-texts/{text.Id}";

        var past = await town.PostForm(browser, page, page, ("from", "2020-10-01"), ("pledged", "新"), ("checked", "新"), ("consequence", "新"));
        var done = await town.PostForm(browser, page, page, ("from", "2020-12-01"), ("pledged", "承诺新的内容"), ("checked", "新"), ("consequence", "新"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (past.StatusCode, done.StatusCode));
        var shown = (await Town.PageOf(await (await town.SignedIn("market-approver")).GetAsync($"/desk/pledges/{pledge.Id}", Ct))).Body!.TextContent;
        Assert.Contains("已依法取得营业执照", shown);
        Assert.DoesNotContain("承诺新的内容", shown);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-approver")).GetAsync(page, Ct)).StatusCode);
    }

    [Fact]
    public async Task Online_the_applicant_reads_the_text_and_pledges_instead_of_uploading()
    {
        await Text();
        var id = await town.BeginOnline(TownCatalogue.FoodRenewal, "citizen2");
        await town.FillIn(id, "citizen2");
        foreach (var order in new[] { 1, 3, 4 })
        {
            (await town.Upload(id, order, user: "citizen2")).Dispose();
        }

        var browser = await town.SignedIn("citizen2");
        var material = (await town.CaseOf(id)).Materials.First(m => m.Name == Material).Id;
        var page = $"/my/cases/{id}/materials/{material}/pledge";
        var unread = await town.PostForm(browser, page, page);
        var agreed = await town.PostForm(browser, page, page, ("agreed", "true"));
        var submitted = await town.Submit(id, "citizen2");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (unread.StatusCode, agreed.StatusCode, submitted.StatusCode));
        Assert.Equal(MaterialHow.Pledged, (await town.CaseOf(id)).Materials.First(m => m.Name == Material).How);
        Assert.Equal(1, await town.Rows(db => db.Pledges.CountAsync(p => p.CaseId == id)));
    }

    [Theory]
    [MemberData(nameof(EveryStateAndVerb))]
    public void A_verb_moves_the_pledge_along_the_table_or_is_refused(PledgeState state, PledgeVerb verb)
    {
        var to = (state, verb) switch
        {
            (PledgeState.Signed, PledgeVerb.Keep) => PledgeState.Kept,
            (PledgeState.Signed, PledgeVerb.Breach) => PledgeState.Breached,
            (PledgeState.Signed, PledgeVerb.Drop) => PledgeState.Dropped,
            (PledgeState.Breached, PledgeVerb.Punish) => PledgeState.Punished,
            _ => (PledgeState?)null,
        };

        if (to is { } expected)
        {
            Assert.Equal(expected, PledgeLifecycle.Table.After(state, verb));
        }
        else
        {
            Assert.Equal("wrong-state", Assert.Throws<RuleViolation>(() => PledgeLifecycle.Table.After(state, verb)).Code);
        }
    }

    public static IEnumerable<TheoryDataRow<PledgeState, PledgeVerb>> EveryStateAndVerb() =>
        from s in Enum.GetValues<PledgeState>() from v in Enum.GetValues<PledgeVerb>() select new TheoryDataRow<PledgeState, PledgeVerb>(s, v);

    private async Task<(Guid Case, Pledge Pledge)> Pledged()
    {
        await Text();
        var id = await town.ReceiveWith(TownCatalogue.Food, ("how-1", "OriginalKept"), ("how-2", "Pledged"), ("how-3", "Copy"), ("copies-3", "1"), ("how-4", "Copy"), ("copies-4", "1"));
        return (id, await town.Rows(db => db.Pledges.AsNoTracking().FirstAsync(p => p.CaseId == id)));
    }

    private async Task Text()
    {
        if (!await town.Rows(db => db.PledgeTexts.AnyAsync(t => t.Material == Material)))
        {
            using var answer = await town.PostForm(await town.SignedIn("catalogue1"), "/desk/pledge-texts/new", "/desk/pledge-texts",
                ("material", Material), ("from", "2020-11-01"), ("pledged", "已依法取得营业执照，经营范围与申请内容一致。"), ("checked", "向登记系统核对"), ("consequence", "撤销行政决定，记入信用记录。"));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> Do(string user, Guid id, string noun, params (string, string?)[] fields)
    {
        var browser = await town.SignedIn(user);
        var token = await town.HiddenFields(browser, "/logout", "/logout");
        return await TownDoor.Post(browser, $"/desk/pledges/{id}/{noun}", token, fields);
    }

    private Task<Pledge> Row(Guid id) => town.Rows(db => db.Pledges.AsNoTracking().FirstAsync(p => p.Id == id));

    private Task<List<string>> Verbs(Guid id) => town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync());
}
