using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases;
using Yimen.Cases.Handovers;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>物料交接单: scanned out, scanned in, signed by both; every case knows where its paper is.</summary>
public sealed class HandoverTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_drawer_to_the_unit_and_each_step_says_where_the_paper_is()
    {
        var id = await town.Receive(TownCatalogue.Food);
        Assert.Equal(PaperPlace.Counter, await Place(id));
        var batch = await Begin();

        await Do("clerk1", batch, "scans", ("number", await Number(id)));
        var departed = await Do("clerk1", batch, "departure");
        Assert.Equal(PaperPlace.UnderWay, await Place(id));
        var arrived = await Do("market-approver", batch, "arrival", ("came", $"{id}"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (departed.StatusCode, arrived.StatusCode));
        Assert.Equal(PaperPlace.Unit, await Place(id));
        var row = await Row(batch);
        Assert.Equal((HandoverState.Received, "JJ20201102"), (row.State, row.Number[..10]));
        Assert.Equal((new DateOnly(2020, 11, 2), new TimeOnly(11, 30)), (row.RunDay, row.RunTime)); // ten o'clock: the run of half past eleven
        Assert.Equal(["编制", "扫入", "交出", "接收"], await Verbs(batch));
        var slip = await (await town.SignedIn("market-approver")).GetAsync($"/documents/{row.DocumentId}", Ct);
        Assert.Contains(await Number(id), (await Town.PageOf(slip)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-approver")).GetAsync($"/documents/{row.DocumentId}", Ct)).StatusCode);
    }

    [Fact]
    public async Task What_did_not_come_is_named_raises_a_task_and_is_cleared()
    {
        var (here, lost) = (await town.Receive(TownCatalogue.Food), await town.Receive(TownCatalogue.Food));
        var batch = await Begin();
        await Do("clerk1", batch, "scans", ("number", await Number(here)));
        await Do("clerk1", batch, "scans", ("number", await Number(lost)));
        await Do("clerk1", batch, "departure");
        await Do("market-approver", batch, "counting", ("number", await Number(here)));

        var silent = await Do("market-approver", batch, "arrival");
        var named = await Do("market-approver", batch, "arrival", ("note", "袋子里没有这一件"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (silent.StatusCode, named.StatusCode));
        Assert.Equal((PaperPlace.Unit, PaperPlace.Missing), (await Place(here), await Place(lost)));
        Assert.Equal(["shortage"], await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == batch && t.ClosedAt == null).Select(t => t.Code).ToListAsync()));
        var cleared = await Do("clerk1", batch, "clearing", ("note", "夹在另一袋里，已补送"), ("came", $"{lost}"));
        Assert.Equal(HttpStatusCode.SeeOther, cleared.StatusCode);
        Assert.Equal((HandoverState.Cleared, PaperPlace.Unit), ((await Row(batch)).State, await Place(lost)));
    }

    [Fact]
    public async Task A_case_is_scanned_once_of_its_own_unit_and_only_where_its_paper_lies()
    {
        var (mine, other) = (await town.Receive(TownCatalogue.Food), await town.Receive(TownCatalogue.Disability, window: "A03"));
        var batch = await Begin();
        await Do("clerk1", batch, "scans", ("number", await Number(mine)));

        var twice = await Do("clerk1", batch, "scans", ("number", await Number(mine)));
        var foreign = await Do("clerk1", batch, "scans", ("number", await Number(other)));
        var unknown = await Do("clerk1", batch, "scans", ("number", "20201102SCJG9999"));
        await Do("clerk1", batch, "departure");
        var second = await Begin();
        var gone = await Do("clerk1", second, "scans", ("number", await Number(mine)));

        Assert.All([twice, foreign, unknown, gone], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        Assert.Contains("在途中", (await Town.PageOf(gone)).QuerySelector("#f-number-error")!.TextContent);
        Assert.Single((await Row(batch)).Lines);
    }

    [Fact]
    public async Task The_other_side_signs_and_nobody_for_both()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var batch = await Begin();
        await Do("clerk1", batch, "scans", ("number", await Number(id)));

        var byUnit = await Do("market-approver", batch, "departure");
        await Do("clerk1", batch, "departure");
        var byCounter = await Do("clerk2", batch, "arrival", ("came", $"{id}"));
        var stranger = await Do("civil-approver", batch, "arrival", ("came", $"{id}"));

        Assert.All([byUnit, byCounter, stranger], a => Assert.Equal(HttpStatusCode.NotFound, a.StatusCode));
        Assert.Equal(HandoverState.Handed, (await Row(batch)).State);
    }

    [Fact]
    public async Task Results_come_back_the_same_way()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        var way = await Begin();
        await Do("clerk1", way, "scans", ("number", await Number(id)));
        await Do("clerk1", way, "departure");
        await Do("market-approver", way, "arrival", ("came", $"{id}"));
        var back = await Begin("market-approver", "ToCounter");
        var early = await Do("market-approver", back, "scans", ("number", await Number(id)));
        await town.Review(id);
        await town.Decide(id);

        await Do("market-approver", back, "all");
        await Do("market-approver", back, "departure");
        await Do("clerk1", back, "arrival", ("came", $"{id}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Equal(PaperPlace.Counter, await Place(id));
        Assert.Equal(HandoverState.Received, (await Row(back)).State);
    }

    [Fact]
    public async Task The_page_of_the_case_and_the_list_say_where_it_is()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var number = await Number(id);
        var browser = await town.SignedIn("clerk1");

        var page = (await Town.PageOf(await browser.GetAsync($"/desk/cases/{id}", Ct))).QuerySelector("#paper")!.TextContent;
        var drawer = await Town.PageOf(await browser.GetAsync($"/desk/cases?q={number}&paper=Counter", Ct));
        var unit = await Town.PageOf(await browser.GetAsync($"/desk/cases?q={number}&paper=Unit", Ct));

        Assert.Contains("在窗口", page);
        Assert.Contains("A01", page);
        Assert.NotNull(drawer.QuerySelector($"a[href='/desk/cases/{id}']"));
        Assert.Null(unit.QuerySelector($"a[href='/desk/cases/{id}']"));
    }

    [Fact]
    public async Task The_runs_are_set_for_the_future_by_those_who_may()
    {
        var browser = await town.SignedIn("coordination1");

        var past = await town.PostForm(browser, "/desk/handover-runs", "/desk/handover-runs", ("from", "2020-10-01"), ("times", "10:00"));
        var wrong = await town.PostForm(browser, "/desk/handover-runs", "/desk/handover-runs", ("from", "2020-12-01"), ("times", "十点"));
        var done = await town.PostForm(browser, "/desk/handover-runs", "/desk/handover-runs", ("from", "2020-12-01"), ("times", "10:00 15:30"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (past.StatusCode, wrong.StatusCode, done.StatusCode));
        Assert.Equal("10:00 15:30", await town.Rows(async db => (await db.Runs(Ct)).On(new(2020, 12, 1)).Times));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("clerk1")).GetAsync("/desk/handover-runs", Ct)).StatusCode);
    }

    [Theory]
    [InlineData(2020, 11, 2, 11, 29, 2, "11:30")]
    [InlineData(2020, 11, 2, 11, 30, 2, "17:00")]
    [InlineData(2020, 11, 2, 17, 1, 3, "11:30")]
    [InlineData(2020, 11, 7, 9, 0, 9, "11:30")]
    public async Task The_next_run_is_today_s_or_the_first_of_the_next_working_day(int year, int month, int day, int hour, int minute, int runDay, string time)
    {
        var calendar = await town.InCounty(async (db, s) => (await s.GetRequiredService<Calendars>().Of(s.GetRequiredService<CountyScope>().County, db, Ct)).Calendar);

        var next = new HandoverRuns().Next(new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.FromHours(8)), calendar);

        Assert.Equal((new DateOnly(year, month, runDay), TimeOnly.Parse(time)), next);
    }

    private async Task<Guid> Begin(string user = "clerk1", string way = "ToUnit")
    {
        using var answer = await town.PostForm(await town.SignedIn(user), "/desk/handovers", "/desk/handovers", ("way", way), ("unit", "SCJG"), ("window", "A01"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    private Task<HttpResponseMessage> Do(string user, Guid id, string noun, params (string, string?)[] fields) => town.OnSlip(user, id, noun, fields);

    private Task<PaperPlace> Place(Guid id) => town.Rows(async db => (await db.PlacesOf([id], Ct))[id]);

    private async Task<string> Number(Guid id) => (await town.CaseOf(id)).Number;

    private Task<Handover> Row(Guid id) => town.Rows(db => db.Handovers.Include(h => h.Lines).AsNoTracking().FirstAsync(h => h.Id == id));

    private Task<List<string>> Verbs(Guid id) => town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync());
}
