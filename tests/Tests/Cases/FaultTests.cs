using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Files;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Tests.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>Two at once, twice, and cut off in the middle.</summary>
public sealed class FaultTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_heads_who_sign_one_batch_at_once_sign_each_case_once_and_the_loser_is_told_which()
    {
        await town.InCounty(async (_, services) =>
        {
            await services.GetRequiredService<Accounts>().Create(new Act(Actor.System, town.Time.Now()), [new NewAccount("market-deputy", "副局长", AccountKind.Staff) { Unit = TownPeople.Market, Grants = [new(Roles.UnitHead, TownPeople.Market, null)] }]);
            return true;
        });
        var cases = new List<Case>();
        for (var n = 0; n < 5; n++)
        {
            var id = await town.Receive(TownCatalogue.Food);
            await town.Accept(id);
            await town.Review(id);
            cases.Add(await town.CaseOf(id));
        }

        var pages = await Task.WhenAll(new[] { "market-head", "market-deputy" }.Select(user => Sign(user, cases)));

        foreach (var c in cases)
        {
            var lines = pages.Select(p => p.Single(l => l.Contains(c.Number))).ToList();
            Assert.Single(lines, l => !l.Contains("刚刚被他人处理过"));
            Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.MatterId == c.Id && j.Verb == "准予")));
            Assert.Equal(1, await town.Rows(db => db.Set<DocumentRecord>().CountAsync(d => d.MatterId == c.Id && d.KindName == "准予行政许可决定书")));
            Assert.Equal(CaseState.Certifying, (await town.CaseOf(c.Id)).State);
        }
    }

    [Fact]
    public async Task Who_is_overtaken_between_reading_and_writing_is_told_so_and_changes_nothing()
    {
        // on SQLite writers queue at the county's gate and nobody can be overtaken
        Assert.SkipWhen(town.Database is null, "SQLite has one writer at a time.");
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        var act = new Act(Actor.System, town.Time.Now());

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => town.InCounty(async (db, services) =>
        {
            await services.GetRequiredService<Writer>().Write(act, async () =>
            {
                var mine = await db.Cases.Whole.FirstAsync(c => c.Id == id, Ct);
                await town.TakeUp(id); // another is faster
                mine.TakeUp(act);
            }, Ct);
            return true;
        }));

        Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.MatterId == id && j.Verb == "接办")));
    }

    [Fact]
    public async Task A_correction_that_is_posted_twice_is_answered_once_and_a_second_answer_is_refused_plainly()
    {
        var id = await town.FileOnline(TownCatalogue.Food);
        await town.AskCorrection(id);
        var (browser, page) = (await town.SignedIn("citizen1"), $"/my/cases/{id}/correction");
        var hidden = await town.HiddenFields(browser, page, page);
        (string, string?)[] mended = [("request", "开一家小店，经营热食")];

        var both = await Task.WhenAll(TownDoor.Post(browser, page, hidden, mended), TownDoor.Post(browser, page, hidden, mended)); // a double click
        var again = await TownDoor.Post(browser, page, await town.HiddenFields(browser, "/logout", "/logout")); // and another answer, an hour later

        Assert.All(both, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("没有等待补正的告知", (await Town.PageOf(again)).Body!.TextContent);
        Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.MatterId == id && j.Verb == "提交补正")));
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Accept(id)).StatusCode);
    }

    [Fact]
    public async Task Who_is_overtaken_finds_what_they_wrote_beside_what_stands_now()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var (browser, page) = (await town.SignedIn("market-approver"), $"/desk/cases/{id}/corrections");
        var hidden = await town.HiddenFields(browser, page, page);
        await town.Accept(id);

        var late = await TownDoor.Post(browser, page, hidden, [("flaw-1", "缺少申请人签名"), ("flaw-0", "经营范围写得不清楚")]);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var told = (await Town.PageOf(late)).QuerySelector("tbody")!.TextContent;
        Assert.Contains("缺少申请人签名", told);
        Assert.Contains("经营范围写得不清楚", told);
    }

    [Fact]
    public async Task A_bridge_that_is_unplugged_in_the_middle_of_a_scan_leaves_nothing()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var before = await town.CaseOf(id);
        var material = before.Materials.First(m => m.Order == 1);
        var browser = await town.SignedIn("clerk1");
        var action = $"/desk/cases/{id}/pictures/{material.Id}";
        var hidden = await town.HiddenFields(browser, $"/desk/cases/{id}/pictures", action);

        await Assert.ThrowsAnyAsync<Exception>(() => browser.PostAsync(action, Scan(hidden, new StreamContent(new CutOff(Specimens.Pdf))), Ct));

        var after = await town.CaseOf(id);
        Assert.Equal((before.Trail.Count, material.FileId, material.How), (after.Trail.Count, after.Materials.First(m => m.Order == 1).FileId, after.Materials.First(m => m.Order == 1).How));
        Assert.False(await town.Rows(db => db.Set<StoredFile>().AnyAsync(f => f.MatterId == id)));
        var whole = await browser.PostAsync(action, Scan(hidden, new ByteArrayContent(Specimens.Pdf)), Ct); // plugged in again: the same form goes through
        Assert.Equal(HttpStatusCode.SeeOther, whole.StatusCode);
        Assert.NotNull((await town.CaseOf(id)).Materials.First(m => m.Order == 1).FileId);
    }

    private async Task<List<string>> Sign(string user, IEnumerable<Case> cases)
    {
        var browser = await town.SignedIn(user);
        var hidden = await town.HiddenFields(browser, "/desk/signing", "/desk/signing");
        using var answer = await TownDoor.Post(browser, "/desk/signing", hidden, cases.Select(c => ("case", (string?)$"{c.Id}/{c.Trail.Count}")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. (await Town.PageOf(answer)).QuerySelectorAll("main tbody tr").Select(r => r.TextContent)];
    }

    private static MultipartFormDataContent Scan(IReadOnlyDictionary<string, string> hidden, HttpContent picture)
    {
        var body = new MultipartFormDataContent();
        foreach (var (field, value) in hidden)
        {
            body.Add(new StringContent(value), field);
        }

        picture.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        body.Add(picture, "file", "scan.pdf");
        return body;
    }

    /// <summary>Gives half of what was promised, and then the line is gone.</summary>
    private sealed class CutOff(byte[] whole) : MemoryStream(whole[..(whole.Length / 2)])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("unplugged");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
