using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Deferrals;
using Yimen.Platform.Delivery;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.Jobs;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>容缺: accepted now, decided when the material is there.</summary>
public sealed class DeferralTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_promise_is_a_letter_and_its_days_run_from_acceptance()
    {
        var id = await Accepted();

        var owed = Assert.Single((await town.CaseOf(id)).Deferrals);
        Assert.Equal(("食品安全管理制度", "演示丁", 10), (owed.Name, owed.SignedBy, owed.Days));
        Assert.Equal(new DateOnly(2020, 11, 16), owed.Due); // ten working days after Monday 2 November
        var letter = await town.Rows(db => db.Set<DocumentRecord>().FirstAsync(d => d.Id == owed.DocumentId));
        Assert.Equal("容缺受理承诺书", letter.KindName);
        var text = (await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync($"/documents/{letter.Id}", Ct))).Body!.TextContent;
        Assert.Contains("食品安全管理制度", text);
        Assert.Contains("10 个工作日内补交", text);
        Assert.Equal(["收件", "容缺承诺", "受理"], await Verbs(id));
    }

    [Fact]
    public async Task Nothing_is_decided_before_it_is_there_and_the_sentence_names_it_and_its_day()
    {
        var id = await Accepted();
        await town.Review(id);

        var granted = await town.Decide(id);
        var denied = await town.Decide(id, "deny", "不符合条件");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (granted.StatusCode, denied.StatusCode));
        var text = (await Town.PageOf(granted)).Body!.TextContent;
        Assert.Contains("“食品安全管理制度”（最晚2020年11月16日补交）", text);
        Assert.Equal(CaseState.Proposed, (await town.CaseOf(id)).State);
    }

    [Fact]
    public async Task Brought_to_the_window_it_is_noted_and_the_decision_is_free()
    {
        var id = await Accepted();
        await town.Review(id);

        var nothing = await town.Do("clerk1", id, "deferrals/4", ("how-4", "Later"));
        var done = await town.Do("clerk1", id, "deferrals/4", ("how-4", "Copy"), ("copies-4", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        var c = await town.CaseOf(id);
        Assert.Equal((DeferralState.Supplied, MaterialHow.Copy), (c.Deferrals[0].State, c.Materials.First(m => m.Order == 4).How));
        Assert.Contains("容缺补交", await Verbs(id));
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Decide(id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{id}/deferrals/4", Ct)).StatusCode);
    }

    [Fact]
    public async Task An_online_filing_promises_what_was_not_uploaded_and_uploads_it_later()
    {
        var id = await town.FileOnline(TownCatalogue.Food, "citizen2", later: true);
        await town.Accept(id);
        var browser = await town.SignedIn("citizen2");
        Assert.Contains("最晚 2020年11月16日", (await Town.PageOf(await browser.GetAsync($"/my/cases/{id}", Ct))).Body!.TextContent);

        var answer = await town.UploadOwed(id, 4, "citizen2");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var c = await town.CaseOf(id);
        Assert.Equal(DeferralState.Supplied, Assert.Single(c.Deferrals).State);
        Assert.Equal(MaterialHow.Uploaded, c.Materials.First(m => m.Order == 4).How);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen1")).GetAsync($"/my/cases/{id}/deferrals/4", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_list_shows_what_is_owed_within_the_scope_and_is_exported_with_a_purpose()
    {
        var id = await Accepted();
        var number = (await town.CaseOf(id)).Number;

        var mine = await Page("market-approver", $"/desk/deferrals?q={number}");
        var others = await Page("civil-approver", $"/desk/deferrals?q={number}");
        var supplied = await Page("market-approver", $"/desk/deferrals?q={number}&state=Supplied");
        var director = await town.SignedIn("director");
        var refused = await town.PostForm(director, "/desk/deferrals/export", "/desk/deferrals/export");
        var sheet = await town.PostForm(director, "/desk/deferrals/export", "/desk/deferrals/export", ("purpose", "月度分析"));

        Assert.Contains("2020年11月16日", mine);
        Assert.DoesNotContain(number, others.Replace($"查找：{number}", "").Replace($"value=\"{number}\"", ""));
        Assert.DoesNotContain("2020年11月16日", supplied);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (refused.StatusCode, sheet.StatusCode));
        Assert.Equal(1, await town.Rows(db => db.Set<ExportRecord>().CountAsync(e => e.Purpose == "月度分析")));
    }

    private async Task<string> Page(string user, string path) => (await Town.PageOf(await (await town.SignedIn(user)).GetAsync(path, Ct))).QuerySelector("table")?.TextContent ?? "";

    private Task<List<string>> Verbs(Guid id) => town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync());

    private async Task<Guid> Accepted()
    {
        var id = await town.ReceiveLater();
        using var answer = await town.Accept(id);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return id;
    }
}

/// <summary>What happens as days go by; a town of its own, because its clock is moved.</summary>
public sealed class DeferralClockTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task The_applicant_is_reminded_once_then_it_lapses_is_extended_once_and_may_be_denied()
    {
        var id = await town.ReceiveLater();
        await town.Accept(id);
        await On(new(2020, 11, 12));
        await On(new(2020, 11, 13));
        await On(new(2020, 11, 14));
        Assert.Equal(1, await Letters(id, "请按期补交容缺材料"));

        await On(new(2020, 11, 17));
        await On(new(2020, 11, 17));

        Assert.Equal(1, await Letters(id, "容缺材料逾期未补交"));
        Assert.Equal(DeferralState.Lapsed, (await town.CaseOf(id)).Deferrals[0].State);
        Assert.Equal(1, await Tasks(id));

        var without = await town.Do("market-approver", id, "deferrals/4/extension", ("reason", ""));
        var extended = await town.Do("market-approver", id, "deferrals/4/extension", ("reason", "申请人正在住院"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (without.StatusCode, extended.StatusCode));
        Assert.Equal(new DateOnly(2020, 11, 24), (await town.CaseOf(id)).Deferrals[0].Due); // five working days after 17 November
        Assert.Equal(0, await Tasks(id));
        Assert.Equal(1, await Letters(id, "容缺材料补交期限已延长"));

        await On(new(2020, 11, 25));
        Assert.Equal(HttpStatusCode.Conflict, (await town.Do("market-approver", id, "deferrals/4/extension", ("reason", "再延"))).StatusCode);
        await town.Review(id, "deny");
        Assert.Equal(HttpStatusCode.Conflict, (await town.Decide(id)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Decide(id, "deny", "逾期未补交食品安全管理制度")).StatusCode);
        Assert.Equal(0, await Tasks(id));
    }

    private async Task On(DateOnly day)
    {
        town.Time.SetUtcNow(new DateTimeOffset(day, new(10, 0), TimeSpan.FromHours(8)));
        await town.Work("case-deferrals");
    }

    private Task<int> Letters(Guid id, string subject) => town.Rows(db => db.Set<OutboxMessage>().CountAsync(m => m.MatterId == id && m.Subject == subject));

    private Task<int> Tasks(Guid id) => town.Rows(db => db.Set<InboxTask>().CountAsync(t => t.MatterId == id && t.Code == "deferral" && t.ClosedAt == null));
}
