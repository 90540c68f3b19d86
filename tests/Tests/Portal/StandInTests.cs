using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Portal.Inbox;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Portal;

/// <summary>AB角: who may stand in, who may record it, and how the journal tells of what they do.</summary>
public sealed class StandInTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_partner_does_is_journaled_as_theirs_on_behalf_of_who_is_away()
    {
        await using var other = new Town();
        await other.InitializeAsync();
        var id = await other.Receive(TownCatalogue.FoodRenewal);
        var task = await other.Rows(db => db.Set<InboxTask>().SingleAsync(t => t.MatterId == id && t.ClosedAt == null, Ct));
        await other.PostForm(await other.SignedIn("clerk1"), "/desk", "/desk/tasks/claims", ("one", task.Id.ToString()));
        await Away(other, "clerk1", "clerk1", "clerk2");

        var answer = await other.Accept(id, "clerk2");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var entries = await other.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).ToListAsync(Ct));
        Assert.Equal("谢甲", entries[^1].ActorName);
        Assert.Contains("代邓甲", entries[^1].Changes);
        Assert.DoesNotContain("代邓甲", entries[0].Changes);
    }

    [Fact]
    public async Task What_lies_with_a_colleague_who_is_not_away_is_nobodys_to_stand_in_for()
    {
        await using var other = new Town();
        await other.InitializeAsync();
        var id = await other.Receive(TownCatalogue.FoodRenewal);
        var task = await other.Rows(db => db.Set<InboxTask>().SingleAsync(t => t.MatterId == id && t.ClosedAt == null, Ct));
        await other.PostForm(await other.SignedIn("clerk1"), "/desk", "/desk/tasks/claims", ("one", task.Id.ToString()));

        await other.Accept(id, "clerk2");

        Assert.All(await other.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).ToListAsync(Ct)), j => Assert.DoesNotContain("代邓甲", j.Changes));
    }

    [Fact]
    public async Task A_partner_without_a_role_in_common_is_refused()
    {
        var answer = await Away(town, "market-head", "market-approver", "market-editor");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("没有相同的岗位", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task The_head_records_for_the_unit_and_ends_it_and_the_partner_does_not()
    {
        await using var other = new Town();
        await other.InitializeAsync();

        var recorded = await Away(other, "director", "clerk1", "clerk2");

        Assert.Equal(HttpStatusCode.SeeOther, recorded.StatusCode);
        var absence = await other.Rows(db => db.Set<Absence>().SingleAsync(Ct));
        Assert.Equal(("邓甲", "谢甲"), (absence.AccountName, absence.PartnerName));
        Assert.Equal(["登记外出"], await Verbs(other, absence.Id));
        var partner = await other.SignedIn("clerk2");
        var page = await Town.PageOf(await partner.GetAsync("/desk/absence", Ct));
        Assert.Contains("邓甲", page.QuerySelector("tbody")!.TextContent);
        Assert.Null(page.QuerySelector("tbody form"));
        Assert.Null(page.QuerySelector("[name=account]"));
        var token = await other.HiddenFields(partner, "/desk/absence", "/desk/absence");
        Assert.Equal(HttpStatusCode.NotFound, (await TownDoor.Post(partner, $"/desk/absence/{absence.Id}/end", token)).StatusCode);
        await other.PostForm(await other.SignedIn("director"), "/desk/absence", $"/desk/absence/{absence.Id}/end");
        Assert.Equal(["登记外出", "结束外出"], await Verbs(other, absence.Id));
    }

    [Fact]
    public async Task A_head_of_another_unit_sees_and_ends_nothing_of_it()
    {
        await using var other = new Town();
        await other.InitializeAsync();
        await Away(other, "clerk1", "clerk1", "clerk2");
        var absence = await other.Rows(db => db.Set<Absence>().SingleAsync(Ct));
        var head = await other.SignedIn("civil-head");
        var token = await other.HiddenFields(head, "/desk/absence", "/desk/absence");

        Assert.Equal(HttpStatusCode.NotFound, (await TownDoor.Post(head, $"/desk/absence/{absence.Id}/end", token)).StatusCode);
        Assert.DoesNotContain("邓甲", (await Town.PageOf(await head.GetAsync("/desk/absence", Ct))).Body!.TextContent);
    }

    [Fact]
    public async Task The_partner_of_last_time_is_offered_first()
    {
        await using var other = new Town();
        await other.InitializeAsync();
        await Away(other, "clerk1", "clerk1", "clerk2");

        var page = await Town.PageOf(await (await other.SignedIn("clerk1")).GetAsync("/desk/absence", Ct));

        Assert.Equal((await other.Account("clerk2")).Id.ToString(), page.QuerySelector("[name=partner] option[selected]")!.GetAttribute("value"));
    }

    private static async Task<HttpResponseMessage> Away(Town town, string by, string away, string partner) =>
        await town.PostForm(await town.SignedIn(by), "/desk/absence", "/desk/absence",
            ("account", (await town.Account(away)).Id.ToString()), ("partner", (await town.Account(partner)).Id.ToString()), ("from", "2020-11-02"), ("to", "2020-11-04"));

    private static Task<List<string>> Verbs(Town town, Guid matter) => town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == matter).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync(Ct));
}
