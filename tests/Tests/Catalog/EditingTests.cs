using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

public sealed class EditingTests(Town town) : IClassFixture<Town>
{
    private static readonly string Times = $"/desk/items/{TownCatalogue.Workshop}/edit/times";
    private static readonly string Questions = $"/desk/items/{TownCatalogue.Workshop}/edit/questions";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("market-reviewer")]
    [InlineData("civil-editor")]
    [InlineData("catalogue1")]
    public async Task Only_the_units_editor_finds_the_form(string user) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn(user)).GetAsync(Times, Ct)).StatusCode);

    [Fact]
    public async Task A_published_version_cannot_be_edited()
    {
        var answer = await (await town.SignedIn("market-editor")).GetAsync($"/desk/items/{TownCatalogue.Food}/edit/times", Ct);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Saving_changes_the_version_and_journals_old_and_new()
    {
        var editor = await town.SignedIn("market-editor");

        var answer = await town.PostForm(editor, Times, Times, ("statutoryDays", "20"), ("statutoryKind", "工作日"), ("promisedDays", "7"), ("promisedKind", "工作日"), ("specialDays", "10"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var (promised, entry) = await town.Rows(async db => (
            (await db.ItemsWhole.FirstAsync(i => i.Id == TownCatalogue.Workshop, Ct)).Working!.Content.Promised,
            await db.Set<JournalEntry>().Where(j => j.MatterId == TownCatalogue.Workshop).OrderByDescending(j => j.Number).FirstAsync(Ct)));
        Assert.Equal(7, promised!.Days);
        Assert.Equal("修改", entry.Verb);
        Assert.Contains("承诺办结时限", entry.Changes);
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_the_field_and_what_was_typed_stays()
    {
        var answer = await town.PostForm(await town.SignedIn("market-editor"), Times, Times, ("promisedDays", "三天"), ("specialProcedure", "<b>现场核查</b>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Equal("三天", page.QuerySelector("[name=promisedDays]")!.GetAttribute("value"));
        Assert.Contains("应为整数", page.QuerySelector("#f-promisedDays-error")!.TextContent);
        Assert.Contains("网页代码", page.QuerySelector("#f-specialProcedure-error")!.TextContent);
    }

    [Fact]
    public async Task Another_row_keeps_what_was_typed_and_saves_nothing()
    {
        var editor = await town.SignedIn("market-editor");
        var before = await Count();

        var answer = await town.PostForm(editor, Questions, Questions, ("rows", "1"), ("questions.0.text", "多久"), ("questions.0.answer", "七天"), ("do", "add"));

        var page = await Town.PageOf(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("多久", page.QuerySelector("[name='questions.0.text']")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("[name='questions.1.text']"));
        Assert.Equal(before, await Count());
    }

    [Fact]
    public async Task Rows_are_saved_in_their_order_and_blank_ones_left_out()
    {
        var editor = await town.SignedIn("market-editor");

        await town.PostForm(editor, Questions, Questions, ("rows", "3"), ("questions.0.text", "甲"), ("questions.0.answer", "一"), ("questions.2.text", "乙"), ("questions.2.answer", "二"));

        var saved = await town.Rows(async db => (await db.ItemsWhole.FirstAsync(i => i.Id == TownCatalogue.Workshop, Ct)).Working!.Content.Questions);
        Assert.Equal(["甲", "乙"], saved.Select(q => q.Text));
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_both_versions_and_keeps_what_was_typed()
    {
        var editor = await town.SignedIn("market-editor");
        var old = await town.HiddenFields(editor, Times, Times);
        await town.PostForm(editor, Times, Times, ("promisedDays", "6"), ("specialDays", "1"));

        var second = await TownDoor.Post(editor, Times, old, ("promisedDays", "4"), ("specialDays", "2"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await Town.PageOf(second);
        Assert.Contains("别人刚刚修改过", page.Body!.TextContent);
        Assert.Equal("4", page.QuerySelector("[name=promisedDays]")!.GetAttribute("value"));
        Assert.Contains(page.QuerySelectorAll("table.conflict tr.differs"), r => r.TextContent.Contains("承诺办结时限") && r.TextContent.Contains('6') && r.TextContent.Contains('4'));
    }

    private Task<int> Count() => town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.MatterId == TownCatalogue.Workshop, Ct));
}
