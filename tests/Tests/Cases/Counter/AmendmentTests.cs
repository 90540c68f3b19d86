using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Amendments;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases.Counter;

/// <summary>更正: the counter mends typos until the unit takes the case up, then with the unit's leave.</summary>
public sealed class AmendmentTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_received_it_mends_a_typo_and_the_old_value_stays_sealed_in_the_journal()
    {
        var id = await town.Receive(TownCatalogue.Food);

        var answer = await Amend("clerk1", id, ("name", "演示丙丙"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("演示丙丙", (await town.CaseOf(id)).Applicant.Name);
        var entry = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderByDescending(j => j.Number).FirstAsync());
        Assert.Equal("更正", entry.Verb);
        Assert.Contains("姓名或名称", entry.Changes);
        Assert.DoesNotContain("演示丙", entry.Changes); // personal values rest sealed
        Assert.Null(entry.To); // no state moves, no card is raised
    }

    [Fact]
    public async Task A_phone_left_empty_stays_and_is_not_shown_in_clear()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var before = (await town.CaseOf(id)).Applicant.PhoneIndex;
        var page = await (await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{id}/amendment", Ct)).Content.ReadAsStringAsync(Ct);
        Assert.DoesNotContain("13800138003", page);

        await Amend("clerk1", id, ("address", "演示路 1 号"));
        Assert.Equal(before, (await town.CaseOf(id)).Applicant.PhoneIndex);
        await Amend("clerk1", id, ("phone", "13800138099"), ("address", "演示路 1 号"));

        Assert.NotEqual(before, (await town.CaseOf(id)).Applicant.PhoneIndex);
    }

    [Fact]
    public async Task Nothing_changed_and_a_wrong_phone_are_named()
    {
        var id = await town.Receive(TownCatalogue.Food);

        var same = await Amend("clerk1", id);
        var wrong = await Amend("clerk1", id, ("phone", "12"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (same.StatusCode, wrong.StatusCode));
        Assert.Contains("没有改动", (await Town.PageOf(same)).Body!.TextContent);
    }

    [Fact]
    public async Task A_clerk_of_another_window_does_not_mend_it()
    {
        var id = await town.Receive(TownCatalogue.Food);

        var answer = await Amend("clerk2", id, ("name", "演示丙丙"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("演示丙", (await town.CaseOf(id)).Applicant.Name);
    }

    [Fact]
    public async Task After_the_unit_took_it_up_the_unit_is_asked_and_its_leave_mends_it()
    {
        var id = await TakenUp();

        var asked = await Amend("clerk1", id, ("name", "演示丙丁"), ("reason", "身份证上是丁字"));
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        Assert.Equal("演示丙", (await town.CaseOf(id)).Applicant.Name);
        var request = await town.Rows(db => db.Amendments.SingleAsync(a => a.CaseId == id));
        var task = await town.Rows(db => db.Set<InboxTask>().SingleAsync(t => t.MatterId == request.Id && t.ClosedAt == null));
        Assert.Equal((Roles.Approver, (UnitId?)TownPeople.Market), (task.Role, task.Unit));
        var browser = await town.SignedIn("market-approver");
        await town.PostForm(browser, $"/desk/amendments/{request.Id}", $"/desk/amendments/{request.Id}/permission");

        Assert.Equal("演示丙丁", (await town.CaseOf(id)).Applicant.Name);
        Assert.Equal("同意更正", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderByDescending(j => j.Number).Select(j => j.Verb).FirstAsync()));
        Assert.False(await town.Rows(db => db.Set<InboxTask>().AnyAsync(t => t.MatterId == request.Id && t.ClosedAt == null)));
    }

    [Fact]
    public async Task The_unit_may_say_no_with_its_reason_and_only_once()
    {
        var id = await TakenUp();
        await Amend("clerk1", id, ("address", "演示路 9 号"), ("reason", "门牌录错"));
        var request = await town.Rows(db => db.Amendments.SingleAsync(a => a.CaseId == id));
        var (browser, page) = (await town.SignedIn("market-approver"), $"/desk/amendments/{request.Id}");
        var hidden = await town.HiddenFields(browser, page, $"{page}/permission");

        var without = await town.PostForm(browser, page, $"{page}/refusal", ("reason", ""));
        await town.PostForm(browser, page, $"{page}/refusal", ("reason", "与现场核查不一致"));
        var late = await TownDoor.Post(browser, $"{page}/permission", hidden);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (without.StatusCode, late.StatusCode));
        Assert.Equal(AmendmentState.Refused, (await town.Rows(db => db.Amendments.SingleAsync(a => a.Id == request.Id))).State);
        Assert.Equal("", (await town.CaseOf(id)).Applicant.Address);
    }

    [Fact]
    public async Task Another_unit_finds_neither_the_request_nor_may_a_reviewer_amend()
    {
        var id = await TakenUp();
        await Amend("clerk1", id, ("address", "演示路 9 号"), ("reason", "门牌录错"));
        var request = await town.Rows(db => db.Amendments.SingleAsync(a => a.CaseId == id));

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-approver")).GetAsync($"/desk/amendments/{request.Id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-approver")).GetAsync($"/desk/cases/{id}/amendment", Ct)).StatusCode);
    }

    private async Task<Guid> TakenUp()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id);
        return id;
    }

    private async Task<HttpResponseMessage> Amend(string user, Guid id, params (string Name, string? Value)[] changed)
    {
        var row = await town.CaseOf(id);
        var stands = new (string Name, string? Value)[] { ("name", row.Applicant.Name), ("phone", ""), ("address", row.Applicant.Address), ("agent", row.Applicant.Agent), ("request", row.Request) };
        var page = $"/desk/cases/{id}/amendment";
        return await town.PostForm(await town.SignedIn(user), page, page, [.. stands.Where(s => changed.All(c => c.Name != s.Name)), .. changed]);
    }
}
