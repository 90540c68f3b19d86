using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.Cases;
using Yimen.Tests.Hotline;
using Yimen.Tests.World;

namespace Yimen.Tests.Organization;

/// <summary>A day that the county takes off moves what is open in every room, and nobody loses a task by it.</summary>
public sealed class CalendarMovesTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_local_rest_day_moves_cases_and_orders_and_each_goes_on_waiting_for_whom_it_waited()
    {
        var asked = await town.Receive(TownCatalogue.Food);
        await town.Accept(asked);
        await town.AskHead(asked, "Extension", ("days", "3")); // the head has it before them
        var sent = await town.Recorded();
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Dispatch(sent)).StatusCode); // the unit has not signed yet
        var waiting = await Waiting();

        var admin = await town.SignedIn("admin");
        using var answer = await town.PostForm(admin, "/desk/calendar/days/new", "/desk/calendar/days", ("date", "2020-11-05"), ("kind", "off"), ("name", "停水停电"), ("source", "乐府〔2020〕1号"));

        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, (await Town.PageOf(answer)).Body!.TextContent);
        Assert.Contains("answer", waiting.Where(w => w.Matter == asked).Select(w => w.Code));
        Assert.Contains("sign", waiting.Where(w => w.Matter == sent).Select(w => w.Code));
        Assert.Equal(waiting, await Waiting());
        var moved = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.Verb == "重算期限").Select(j => j.MatterId).ToListAsync());
        Assert.Contains(asked, moved);
        Assert.Contains(sent, moved);

        async Task<List<(Guid Matter, string Code)>> Waiting() =>
            [.. (await town.Rows(db => db.Set<InboxTask>().Where(t => t.ClosedAt == null && (t.MatterId == asked || t.MatterId == sent)).Select(t => new { t.MatterId, t.Code }).ToListAsync()))
                .Select(t => (t.MatterId, t.Code)).Order()];
    }
}
