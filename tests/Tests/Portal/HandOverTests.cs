using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Identity;
using Yimen.Portal.Inbox;
using Yimen.Tests.World;

namespace Yimen.Tests.Portal;

public sealed class HandOverTests(Town town) : IClassFixture<Town>
{
    private static readonly DateOnly Monday = new(2020, 11, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_is_handed_to_a_colleague_of_the_same_role_with_a_reason_that_stays()
    {
        var id = await town.Lay("转交一件", Roles.Clerk, null, Monday);
        var browser = await town.SignedIn("clerk1");
        var to = await town.Account("clerk2");
        var answer = await town.PostForm(browser, $"/desk/tasks/{id}/handover", $"/desk/tasks/{id}/handover", ("account", to.Id.ToString()), ("reason", "材料在三号抽屉"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(to.Id, (await town.TaskOf(id)).Holder);
        var move = await town.Rows(db => db.Set<TaskMove>().SingleAsync(m => m.TaskId == id));
        Assert.Equal((MoveKind.HandOver, to.Id, "材料在三号抽屉"), (move.Kind, move.To, move.Reason));
        Assert.Contains("材料在三号抽屉", (await Open("clerk2", $"/desk/tasks/{id}/handover")).QuerySelector(".timeline")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/tasks/{id}/handover", Ct)).StatusCode);
    }

    [Fact]
    public async Task Nobody_chosen_is_asked_again_and_somebody_of_another_role_is_refused()
    {
        var id = await town.Lay("转交错人", Roles.Clerk, null, Monday);
        var browser = await town.SignedIn("clerk1");
        var empty = await town.PostForm(browser, $"/desk/tasks/{id}/handover", $"/desk/tasks/{id}/handover", ("reason", "写好的原因"));
        var wrong = await town.PostForm(browser, $"/desk/tasks/{id}/handover", $"/desk/tasks/{id}/handover", ("account", (await town.Account("civil-approver")).Id.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("写好的原因", (await Town.PageOf(empty)).QuerySelector("textarea")!.TextContent);
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Null((await town.TaskOf(id)).Holder);
    }

    [Fact]
    public async Task While_somebody_is_away_the_partner_sees_their_tasks_as_stand_in_and_not_after()
    {
        await using var other = new Town();
        await other.InitializeAsync();
        var id = await other.Lay("外出的件", Roles.Clerk, null, Monday);
        var away = await other.SignedIn("clerk1");
        await other.PostForm(away, "/desk?q=外出的件", "/desk/tasks/claims", ("one", id.ToString()));
        var partner = await other.Account("clerk2");
        var answer = await other.PostForm(away, "/desk/absence", "/desk/absence", ("partner", partner.Id.ToString()), ("from", "2020-11-02"), ("to", "2020-11-03"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        var page = await Town.PageOf(await (await other.SignedIn("clerk2")).GetAsync("/desk?tab=mine", Ct));
        Assert.Contains("代 邓甲", page.QuerySelector("tbody")!.TextContent);
        other.Time.Advance(TimeSpan.FromDays(2));
        var after = await Town.PageOf(await (await other.SignedIn("clerk2")).GetAsync("/desk?tab=mine", Ct));
        Assert.Null(after.QuerySelector("tbody"));
    }

    [Theory]
    [InlineData("2020-11-01", "2020-11-03", "from")]
    [InlineData("tomorrow", "2020-11-03", "from")]
    [InlineData("2020-11-03", "", "to")]
    public async Task Days_that_cannot_be_are_refused_at_their_field_with_what_was_typed(string from, string to, string field)
    {
        var browser = await town.SignedIn("clerk2");
        var answer = await town.PostForm(browser, "/desk/absence", "/desk/absence", ("partner", (await town.Account("clerk1")).Id.ToString()), ("from", from), ("to", to));
        var page = await Town.PageOf(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("true", page.QuerySelector($"input[name={field}]")!.GetAttribute("aria-invalid"));
        Assert.Equal(from, ((IHtmlInputElement)page.QuerySelector("input[name=from]")!).GetAttribute("value"));
    }

    [Fact]
    public async Task A_partner_who_is_away_too_is_refused_and_an_absence_can_be_ended_early()
    {
        await using var other = new Town();
        await other.InitializeAsync();
        var (one, two) = (await other.SignedIn("clerk1"), await other.SignedIn("clerk2"));
        await other.PostForm(one, "/desk/absence", "/desk/absence", ("partner", (await other.Account("clerk2")).Id.ToString()), ("from", "2020-11-03"), ("to", "2020-11-04"));
        var refused = await other.PostForm(two, "/desk/absence", "/desk/absence", ("partner", (await other.Account("clerk1")).Id.ToString()), ("from", "2020-11-04"), ("to", "2020-11-05"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        var absence = await other.Rows(db => db.Set<Absence>().SingleAsync());
        await other.PostForm(one, "/desk/absence", $"/desk/absence/{absence.Id}/end");
        var accepted = await other.PostForm(two, "/desk/absence", "/desk/absence", ("partner", (await other.Account("clerk1")).Id.ToString()), ("from", "2020-11-04"), ("to", "2020-11-05"));
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
    }

    private async Task<IHtmlDocument> Open(string user, string path) => await Town.PageOf(await (await town.SignedIn(user)).GetAsync(path, Ct));
}
