using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Platform.Delivery;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>材料接收凭证: whatever comes in after the first receipt has a numbered receipt of its own.</summary>
public sealed class HandingInTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_applicant_brings_of_their_own_accord_has_a_receipt_that_they_read_and_anybody_checks()
    {
        var id = await town.FileOnline(TownCatalogue.Food);
        await town.Accept(id);
        await town.TakeUp(id);
        var due = (await town.CaseOf(id)).Due;

        var answer = await town.Do("clerk1", id, "handing-in", ("papers", "2"), ("others", "现场照片 3 张"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var c = await town.CaseOf(id);
        Assert.Equal((CaseState.Reviewing, due, MaterialHow.OriginalKept), (c.State, c.Due, c.Materials.First(m => m.Order == 2).How));
        var (receipt, journal) = (await Receipt(id), await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderByDescending(j => j.Number).FirstAsync()));
        Assert.Equal("接收材料", journal.Verb);
        Assert.Contains(receipt.Number, journal.Changes);
        var own = await town.SignedIn("citizen1");
        var mine = await Town.PageOf(await own.GetAsync($"/my/cases/{id}", Ct));
        Assert.Contains(receipt.Number, mine.QuerySelector($"a[href='/documents/{receipt.Id}']")!.ParentElement!.TextContent);
        Assert.Contains("已收到您交来的材料", mine.Body!.TextContent);
        var paper = await own.GetStringAsync($"/documents/{receipt.Id}", Ct);
        Assert.Contains(c.Materials.First(m => m.Order == 2).Name, paper);
        Assert.Contains("现场照片 3 张", paper);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen2")).GetAsync($"/documents/{receipt.Id}", Ct)).StatusCode);
        Assert.Contains("材料接收凭证", await town.Anybody().GetStringAsync($"/verify/{receipt.Code}", Ct));
        Assert.True(await town.Rows(db => db.Set<OutboxMessage>().AnyAsync(m => m.MatterId == id && m.Subject == "已收到您交来的 2 份材料")));
    }

    [Fact]
    public async Task Nothing_ticked_is_said_at_the_field_and_only_what_is_handled_takes_anything_in()
    {
        var (handled, received) = (await town.Receive(TownCatalogue.Food), await town.Receive(TownCatalogue.Food));
        await town.Accept(handled);

        var nothing = await town.Do("clerk1", handled, "handing-in");
        var early = await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{received}/handing-in", Ct);
        var stranger = await (await town.SignedIn("civil-approver")).GetAsync($"/desk/cases/{handled}/handing-in", Ct);
        var program = await (await town.Program("clerk1")).Send($"/api/v1/cases/{handled}/handing-in", new { others = "说明 1 份" }, match: "*");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.NotFound), (nothing.StatusCode, early.StatusCode, stranger.StatusCode));
        Assert.NotNull((await Town.PageOf(nothing)).QuerySelector("#f-papers-error"));
        Assert.True(program.StatusCode is HttpStatusCode.OK, $"{program.StatusCode}");
        Assert.Contains("说明 1 份", await Text(handled));
    }

    [Fact]
    public async Task A_correction_that_is_answered_at_a_window_has_its_receipt()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.AskCorrection(id);

        await town.Do("clerk1", id, "supply", ("papers", "1"));

        Assert.Contains((await town.CaseOf(id)).Materials.First(m => m.Order == 1).Name, await Text(id));
    }

    [Fact]
    public async Task A_correction_that_is_answered_online_lists_what_was_uploaded_for_it_and_nothing_else()
    {
        var id = await town.FileOnline(TownCatalogue.Food);
        await town.AskCorrection(id);
        town.Time.Advance(TimeSpan.FromMinutes(1));
        var c = await town.CaseOf(id);
        var (first, second) = (c.Materials.First(m => m.Order == 1), c.Materials.First(m => m.Order == 2));
        var browser = await town.SignedIn("citizen1");
        var page = $"/my/cases/{id}/correction";
        await town.UploadTo(browser, page, $"{page}/{first.Id}");
        Assert.Contains("已重新上传", (await Town.PageOf(await browser.GetAsync(page, Ct))).QuerySelector($"#m-{first.Order}")!.TextContent);

        var answer = await town.PostForm(browser, page, page);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var text = await Text(id);
        Assert.Contains(first.Name, text);
        Assert.DoesNotContain(second.Name, text);
        Assert.Contains("网上提交", text);
    }

    [Fact]
    public async Task What_was_promised_for_later_has_its_receipt_when_it_comes()
    {
        var id = await town.ReceiveLater();
        await town.Accept(id);
        var owed = (await town.CaseOf(id)).Deferrals.Single();

        var answer = await town.Do("clerk1", id, $"deferrals/{owed.Order}", ($"how-{owed.Order}", "Copy"), ($"copies-{owed.Order}", "2"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var text = await Text(id);
        Assert.Contains(owed.Name, text);
        Assert.Contains("容缺补交", text);
    }

    private Task<DocumentRecord> Receipt(Guid id) => town.Rows(db => db.Set<DocumentRecord>().SingleAsync(d => d.MatterId == id && d.KindName == "材料接收凭证"));

    private async Task<string> Text(Guid id) => (await Town.PageOf(await (await town.SignedIn("market-approver")).GetAsync($"/documents/{(await Receipt(id)).Id}", Ct))).QuerySelector("main")!.TextContent;
}
