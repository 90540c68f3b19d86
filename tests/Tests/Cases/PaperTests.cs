using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The papers of a case: issued with the act, read by whom they concern, true when held against their code.</summary>
public sealed class PaperTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_denial_states_its_reasons_and_both_remedies()
    {
        // 行政许可法 第三十八条
        var id = await Decided("deny", "经营场所与有毒场所相邻。");

        var paper = (await Papers(id)).Single(p => p.Record.Kind == "case-licence-denied");

        Assert.Equal("不予行政许可决定书", paper.Record.KindName);
        var text = string.Join("\n", paper.Content.Parts.OfType<Paragraph>().Select(p => p.Text));
        Assert.Contains("经营场所与有毒场所相邻", text);
        Assert.Contains("六十日内向乐昌市人民政府申请行政复议", text);
        Assert.Contains("六个月内依法向有管辖权的人民法院提起行政诉讼", text);
    }

    [Fact]
    public async Task A_grant_has_a_number_of_its_series_that_stands_in_the_journal_and_can_be_verified()
    {
        var id = await Decided("grant", "");

        var paper = (await Papers(id)).Single(p => p.Record.Kind == "case-licence-granted");

        Assert.StartsWith("乐许〔2020〕", paper.Record.Number);
        Assert.Equal(paper.Record.Id, (await town.CaseOf(id)).DocumentId);
        var note = await town.Rows(db => db.Set<JournalEntry>().SingleAsync(j => j.MatterId == id && j.Verb == "转制证"));
        Assert.Contains(paper.Record.Number, note.Changes);
        var verified = await Town.PageOf(await town.Anybody().GetAsync($"/verify/{paper.Record.Code}", Ct));
        Assert.Contains(paper.Record.Number, verified.Body!.TextContent);
    }

    [Fact]
    public async Task Acceptance_is_told_in_writing_with_the_case_s_number_and_its_last_day()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);

        var paper = (await Papers(id)).Single();

        Assert.Equal("受理通知书", paper.Record.KindName);
        var text = string.Join("\n", paper.Content.Parts.OfType<Paragraph>().Select(p => p.Text));
        Assert.Contains((await town.CaseOf(id)).Number, text);
        Assert.Contains("2020年11月9日前作出决定", text);
    }

    [Fact]
    public async Task An_item_that_is_no_licence_gets_no_licence_decision()
    {
        var id = await town.Receive(TownCatalogue.ElderBeixiang, "town1", "T-BXZ-01");
        await town.Do("town1", id, "sitting", ("opinion", "年满六十周岁，当场办结。"), ("recipient", "演示丙"));

        // made in one write and thus at one instant: their order says nothing
        var papers = await Papers(id);
        Assert.Equal(["准予办理决定书", "送达回证"], papers.Select(p => p.Record.KindName).Order(StringComparer.Ordinal));
        var paper = papers.Single(p => p.Record.KindName == "准予办理决定书");

        var note = await town.Rows(db => db.Set<JournalEntry>().SingleAsync(j => j.MatterId == id && j.Verb == "制发决定"));
        Assert.Contains(paper.Record.Number, note.Changes); // and not at the delivery that followed in the same write
    }

    [Fact]
    public async Task The_applicant_and_the_unit_open_it_and_nobody_else()
    {
        var id = await town.FileOnline(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id);
        await town.Decide(id);
        var href = $"/documents/{(await town.CaseOf(id)).DocumentId}";

        Assert.Equal(HttpStatusCode.OK, await Status("citizen1", href));
        Assert.Equal(HttpStatusCode.OK, await Status("citizen1", href + "/docx"));
        Assert.Equal(HttpStatusCode.OK, await Status("market-head", href));
        Assert.Equal(HttpStatusCode.NotFound, await Status("citizen2", href));
        Assert.Equal(HttpStatusCode.NotFound, await Status("civil-approver", href));
        Assert.Equal(HttpStatusCode.NotFound, (await town.Anybody().GetAsync(href, Ct)).StatusCode);
        var mine = await Town.PageOf(await (await town.SignedIn("citizen1")).GetAsync($"/my/cases/{id}", Ct));
        Assert.NotNull(mine.QuerySelector($"a[href='{href}']"));
    }

    private async Task<Guid> Decided(string result, string reason)
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id, result);
        await town.Decide(id, result, reason);
        return id;
    }

    private async Task<HttpStatusCode> Status(string user, string path) => (await (await town.SignedIn(user)).GetAsync(path, Ct)).StatusCode;

    private Task<List<(DocumentRecord Record, DocumentContent Content)>> Papers(Guid id) => town.InCounty(async (_, services) =>
    {
        var register = services.GetRequiredService<DocumentRegister>();
        return (await register.OfMatter(new("case", id), Ct)).Select(r => (r, register.Read(r)!)).ToList();
    });
}
