using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Organization;
using Yimen.Platform.Journal;
using Yimen.Tests.Portal;
using Yimen.Tests.World;

namespace Yimen.Tests.Organization;

/// <summary>Who sits at which window.</summary>
public sealed class WindowSeatTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_is_seated_and_relieved_and_both_stand_in_the_windows_journal()
    {
        var seated = await Seat("A01", "clerk1");
        var seat = await town.Rows(db => db.Set<WindowSeat>().AsNoTracking().SingleAsync(s => s.Window == "A01", Ct));
        Assert.Equal("/desk/windows/A01", seated.Headers.Location!.ToString());
        Assert.Equal(("邓甲", new DateOnly(2020, 11, 2), null), (seat.Name, seat.From, seat.To));
        Assert.Equal(HttpStatusCode.Conflict, (await Seat("A01", "clerk1")).StatusCode);

        await town.PostForm(await town.SignedIn("office1"), "/desk/windows/A01", $"/desk/windows/A01/seats/{seat.Id}/end");

        Assert.NotNull((await town.Rows(db => db.Set<WindowSeat>().AsNoTracking().SingleAsync(s => s.Id == seat.Id, Ct))).To);
        var window = await town.Rows(db => db.Windows.AsNoTracking().SingleAsync(w => w.Code == "A01", Ct));
        Assert.Equal([nameof(WindowVerb.Seat), nameof(WindowVerb.Relieve)],
            await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == window.MatterId).OrderByDescending(j => j.Number).Take(2).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Without_the_right_there_is_no_form_and_a_post_finds_nothing()
    {
        var clerk = await town.SignedIn("clerk1");
        var page = await Town.PageOf(await clerk.GetAsync("/desk/windows/A03", Ct));
        var token = await town.HiddenFields(clerk, "/logout", "/logout");

        Assert.Null(page.QuerySelector("main form[action$='/seats']"));
        Assert.Equal(HttpStatusCode.NotFound, (await TownDoor.Post(clerk, "/desk/windows/A03/seats", token)).StatusCode);
    }

    [Fact]
    public async Task Somebody_of_another_unit_or_nobody_is_asked_again()
    {
        var stranger = await Seat("A03", "market-head");
        var nobody = await town.PostForm(await town.SignedIn("office1"), "/desk/windows/A03", "/desk/windows/A03/seats", ("from", "昨天"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (stranger.StatusCode, nobody.StatusCode));
        var page = await Town.PageOf(nobody);
        Assert.NotNull(page.QuerySelector("#f-account-error"));
        Assert.Equal("昨天", page.QuerySelector("[name=from]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_window_or_seat_that_there_is_not_is_not_found()
    {
        var office = await town.SignedIn("office1");
        var token = await town.HiddenFields(office, "/logout", "/logout");

        Assert.Equal(HttpStatusCode.NotFound, (await TownDoor.Post(office, "/desk/windows/Z99/seats", token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await TownDoor.Post(office, "/desk/windows/A01/seats/999999/end", token)).StatusCode);
    }

    private async Task<HttpResponseMessage> Seat(string window, string user) =>
        await town.PostForm(await town.SignedIn("office1"), $"/desk/windows/{window}", $"/desk/windows/{window}/seats", ("account", (await town.Account(user)).Id.ToString()), ("from", "2020-11-02"));
}
