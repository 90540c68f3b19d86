using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

public sealed class ReviewTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_passes_from_desk_to_desk_to_the_public_and_the_old_version_stays()
    {
        var item = $"/desk/items/{TownCatalogue.FoodRenewal}";
        var (editor, reviewer, centre) = (await town.SignedIn("market-editor"), await town.SignedIn("market-reviewer"), await town.SignedIn("catalogue1"));

        await Do(editor, $"{item}/change");
        await town.PostForm(editor, $"{item}/edit/times", $"{item}/edit/times", ("statutoryDays", "20"), ("statutoryKind", "工作日"), ("promisedDays", "2"), ("promisedKind", "工作日"), ("specialDays", "0"));
        await Do(editor, $"{item}/submission");
        Assert.Equal("unit-review", await OpenTask(TownCatalogue.FoodRenewal));
        await Do(reviewer, $"{item}/approval");
        Assert.Equal("centre-review", await OpenTask(TownCatalogue.FoodRenewal));
        var preview = await Town.PageOf(await centre.GetAsync($"{item}/preview", Ct));
        Assert.Contains(preview.QuerySelectorAll("table.conflict tbody tr"), r => r.TextContent.Contains("承诺办结时限"));
        Assert.Contains("A01 综合受理1号窗", preview.Body!.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Publish(TownCatalogue.FoodRenewal)).StatusCode);

        var now = await Item(TownCatalogue.FoodRenewal);
        Assert.Equal((2, 2), (now.Versions.Count, now.Published!.Content.Promised!.Days));
        Assert.Equal(VersionState.Replaced, now.Versions.Single(v => v.Number == 1).State);
        Assert.Equal(new DateOnly(2020, 11, 2), now.DaysInForce.Single(d => d.To is null).From);
        Assert.Null(await OpenTask(TownCatalogue.FoodRenewal));
    }

    [Fact]
    public async Task A_step_is_only_its_holders_and_looks_like_nothing_to_others()
    {
        var item = $"/desk/items/{TownCatalogue.Workshop}";

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-reviewer")).GetAsync($"{item}/submission", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-editor")).GetAsync($"{item}/approval", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-editor")).GetAsync($"{item}/submission", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-editor")).GetAsync($"{item}/suspension", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_step_out_of_turn_is_refused_by_the_rule() =>
        Assert.Equal(HttpStatusCode.Conflict, (await (await town.SignedIn("market-reviewer")).GetAsync($"/desk/items/{TownCatalogue.Workshop}/approval", Ct)).StatusCode);

    [Fact]
    public async Task A_return_needs_its_words_and_shows_them_to_the_editor()
    {
        var item = $"/desk/items/{TownCatalogue.Catering}";
        var (editor, reviewer) = (await town.SignedIn("market-editor"), await town.SignedIn("market-reviewer"));
        await Do(editor, $"{item}/change");
        await Do(editor, $"{item}/submission");

        var silent = await town.PostForm(reviewer, $"{item}/return", $"{item}/return", ("reason", " "));
        var spoken = await town.PostForm(reviewer, $"{item}/return", $"{item}/return", ("reason", "请补充收费依据"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, spoken.StatusCode);
        Assert.Contains("请补充收费依据", (await Town.PageOf(await editor.GetAsync(item, Ct))).QuerySelector(".notice.tone-warn")!.TextContent);
    }

    [Fact]
    public async Task Publishing_with_faults_tells_all_of_them_and_changes_nothing()
    {
        var item = $"/desk/items/{TownCatalogue.Workshop}";
        var (editor, reviewer, centre) = (await town.SignedIn("market-editor"), await town.SignedIn("market-reviewer"), await town.SignedIn("catalogue1"));
        await Do(editor, $"{item}/submission");
        await Do(reviewer, $"{item}/approval");

        var answer = await town.Publish(TownCatalogue.Workshop);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("承诺办结时限", (await Town.PageOf(answer)).Body!.TextContent);
        Assert.Equal(VersionState.CentreReview, (await Item(TownCatalogue.Workshop)).Working!.State);
        await town.PostForm(centre, $"{item}/return", $"{item}/return", ("reason", "请填写承诺时限"));
        Assert.Equal(VersionState.Editing, (await Item(TownCatalogue.Workshop)).Working!.State);
    }

    [Fact]
    public async Task Suspending_and_resuming_are_dated_and_journaled_with_their_reason()
    {
        var item = $"/desk/items/{TownCatalogue.Disability}";
        var centre = await town.SignedIn("catalogue1");

        await Do(centre, $"{item}/suspension", reason: "系统维护");
        var suspended = await Item(TownCatalogue.Disability);
        await Do(centre, $"{item}/resumption", reason: "维护结束");
        var resumed = await Item(TownCatalogue.Disability);

        Assert.Equal((ItemState.Suspended, new DateOnly(2020, 11, 2)), (suspended.State, suspended.DaysInForce.Single().To!.Value));
        Assert.Equal((ItemState.InForce, 2), (resumed.State, resumed.DaysInForce.Count));
        var reasons = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == TownCatalogue.Disability && j.Reason != null).OrderBy(j => j.Number).Select(j => j.Reason).ToListAsync(Ct));
        Assert.Equal(["系统维护", "维护结束"], reasons);
    }

    [Fact]
    public async Task A_double_click_makes_one_change()
    {
        var item = $"/desk/items/{TownCatalogue.OldAge}";
        var editor = await town.SignedIn("civil-editor");
        var form = await town.HiddenFields(editor, $"{item}/change", $"{item}/change");

        var first = await TownDoor.Post(editor, $"{item}/change", form);
        var second = await TownDoor.Post(editor, $"{item}/change", form);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal(2, (await Item(TownCatalogue.OldAge)).Versions.Count);
    }

    private async Task Do(HttpClient browser, string action, string? page = null, string? reason = null)
    {
        var answer = await town.PostForm(browser, page ?? action, action, ("reason", reason));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{action} answered {(int)answer.StatusCode}: {(await Town.PageOf(answer)).Body!.TextContent}");
    }

    private Task<Item> Item(Guid id) => town.Rows(db => db.ItemsWhole.AsNoTracking().FirstAsync(i => i.Id == id, Ct));

    private Task<string?> OpenTask(Guid id) => town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id && t.ClosedAt == null).Select(t => (string?)t.Code).FirstOrDefaultAsync(Ct));
}
