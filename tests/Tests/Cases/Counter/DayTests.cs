using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases;
using Yimen.Cases.Days;
using Yimen.Kernel;
using Yimen.Platform.Figures;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases.Counter;

/// <summary>日结: received = handed over + in the drawer + returned. Each test closes a day and window of its own.</summary>
public sealed class DayTests(Town town) : IClassFixture<Town>
{
    private const string New = "/desk/days/new";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_that_balances_closes_at_once_and_its_sheet_says_where_each_paper_is()
    {
        var (kept, gone, back) = (await town.Receive(TownCatalogue.Food), await town.Receive(TownCatalogue.FoodRenewal), await town.Receive(TownCatalogue.Food));
        await town.HandOver(gone);

        var answer = await Close("clerk1", "A01", "1", "", (kept, PaperPlace.Drawer), (back, PaperPlace.Returned), (gone, PaperPlace.Drawer)); // what was signed out goes before her word

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var day = await town.Rows(db => db.DayClosings.Include(d => d.Lines).SingleAsync(d => d.Window == "A01" && d.ByName == "邓甲"));
        Assert.Equal((DayState.Closed, 3, 1, 1, 1), (day.State, day.Received, day.HandedOver, day.Drawer, day.Returned));
        Assert.Equal(day.Received, day.HandedOver + day.Drawer + day.Returned);
        var sheet = await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync($"/desk/days/{day.Id}", Ct));
        Assert.Contains("收支相符", sheet.QuerySelector(".lead")!.TextContent);
        Assert.Contains((await town.CaseOf(gone)).Number, sheet.Body!.TextContent);
        Assert.Equal(HttpStatusCode.Conflict, (await Close("clerk1", "A01", "1", "", (kept, PaperPlace.Drawer), (back, PaperPlace.Returned))).StatusCode); // closed is closed
    }

    [Fact]
    public async Task Nobody_says_handed_over_without_a_slip_and_a_shortage_is_nowhere_until_it_is_cleared()
    {
        var (came, lost) = (await town.Receive(TownCatalogue.Food, "clerk2"), await town.Receive(TownCatalogue.Food, "clerk2"));
        var onlyWord = await Close("clerk2", "A01", "0", "", (came, PaperPlace.HandedOver), (lost, PaperPlace.HandedOver));
        var batch = await town.HandOver(came, lost);
        await town.OnSlip("market-approver", batch, "arrival", ("came", $"{came}"), ("note", "袋里没有这一件"));

        var shortage = await Close("clerk2", "A01", "0", "");
        await town.OnSlip("clerk1", batch, "clearing", ("note", "夹在另一袋里，已补送"), ("came", $"{lost}"));
        var cleared = await Close("clerk2", "A01", "0", "");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (onlyWord.StatusCode, shortage.StatusCode, cleared.StatusCode));
        var day = await town.Rows(db => db.DayClosings.SingleAsync(d => d.Window == "A01" && d.ByName == "谢甲"));
        Assert.Equal((DayState.Closed, 2, 2), (day.State, day.Received, day.HandedOver));
    }

    [Fact]
    public async Task What_nobody_can_say_keeps_the_day_open_until_it_is_explained_and_the_section_agrees()
    {
        var (kept, lost) = (await town.Receive(TownCatalogue.Disability, "clerk2", "A03"), await town.Receive(TownCatalogue.OldAge, "clerk2", "A03"));

        var refused = await Close("clerk2", "A03", "1", "", (kept, PaperPlace.Drawer));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.False(await town.Rows(db => db.DayClosings.AnyAsync(d => d.Window == "A03")));

        await Close("clerk2", "A03", "1", "一件已送股室，交接单明天补签。", (kept, PaperPlace.Drawer));
        var day = await town.Rows(db => db.DayClosings.Include(d => d.Lines).SingleAsync(d => d.Window == "A03"));
        Assert.Equal((DayState.Explained, PaperPlace.Unknown), (day.State, day.Lines.Single(l => l.CaseId == lost).Place));
        var task = await town.Rows(db => db.Set<InboxTask>().SingleAsync(t => t.MatterId == day.Id && t.ClosedAt == null));
        Assert.Equal(("approve", Roles.Coordination), (task.Code, task.Role));

        await Answer(day.Id, "return", ("reason", "请写明送到哪个股室、谁收的"));
        Assert.Equal(("redo", (Guid?)day.ById), await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == day.Id && t.ClosedAt == null).Select(t => new ValueTuple<string, Guid?>(t.Code, t.Holder)).SingleAsync()));
        await Close("clerk2", "A03", "1", "一件已送业务股张甲，交接单明天补签。", (kept, PaperPlace.Drawer));
        await Answer(day.Id, "approval");

        Assert.Equal(DayState.Closed, await town.Rows(db => db.DayClosings.Where(d => d.Id == day.Id).Select(d => d.State).SingleAsync()));
        Assert.Equal((1L, 1L), (await Count("C50", "A03"), await Count("C49", "A03")));
    }

    [Fact]
    public async Task A_drawer_that_holds_another_number_than_the_book_does_not_balance()
    {
        var id = await town.Receive(TownCatalogue.ElderBeixiang, "town1", "T-BXZ-01");

        var answer = await Close("town1", "T-BXZ-01", "0", "", (id, PaperPlace.Drawer));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.NotNull(page.QuerySelector("#f-explanation-error"));
        Assert.NotNull(page.QuerySelector($"input[name='place-{id}'][value=Drawer][checked]")); // nothing typed is lost
    }

    [Fact]
    public async Task The_count_of_the_drawer_is_asked_for_and_the_future_is_not_closed()
    {
        var browser = await town.SignedIn("clerk1");

        var empty = await town.PostForm(browser, New + "?window=B05", New, ("counted", ""));
        var ahead = await town.PostForm(browser, New + "?window=B05&day=2020-11-03", New, ("counted", "0"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, ahead.StatusCode));
        Assert.Contains("抽屉", (await Town.PageOf(empty)).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task A_clerk_does_not_approve_and_a_unit_does_not_see_it()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-approver")).GetAsync("/desk/days", Ct)).StatusCode);
        var act = new Act(new Actor(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), "邓甲", null), town.Time.GetUtcNow());
        var day = await town.Rows(async db =>
        {
            var window = await db.Set<Yimen.Organization.Contracts.WindowRef>().FirstAsync(w => w.Code == "A01");
            return DayClosing.Close(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), new(2020, 11, 2), window, new DayCount([], 3, "抽屉里多出三件，待查。"), act);
        });

        Assert.Equal("own-day", Assert.Throws<RuleViolation>(() => day.Approve(act)).Code);
    }

    private async Task<HttpResponseMessage> Close(string user, string window, string counted, string explanation, params (Guid Case, PaperPlace Place)[] places)
    {
        var browser = await town.SignedIn(user);
        var hidden = await town.HiddenFields(browser, "/logout", "/logout"); // a token, also where the page offers no form any more
        return await TownDoor.Post(browser, New, hidden, [("window", window), ("day", "2020-11-02"), ("counted", counted), ("explanation", explanation), .. places.Select(p => ($"place-{p.Case}", (string?)$"{p.Place}"))]);
    }

    private async Task Answer(Guid id, string noun, params (string, string?)[] fields) =>
        await town.PostForm(await town.SignedIn("coordination1"), $"/desk/days/{id}", $"/desk/days/{id}/{noun}", fields);

    private Task<long> Count(string figure, string window) => town.InCounty(async (db, services) =>
    {
        var book = services.GetRequiredService<FigureBook>();
        return (await book.Compute(db, book.Find(figure)!, new(new(2020, 11, 30), new(2020, 11, 1), new(2020, 12, 1)) { Window = window }, Ct)).Numerator;
    });
}
