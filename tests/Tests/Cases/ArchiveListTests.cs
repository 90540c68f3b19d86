using System.Net;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Yimen.Cases.Contracts;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>待归档: what has ended and waits for the archive, and a pile of it put away at once.</summary>
public sealed class ArchiveListTests(Town town) : IClassFixture<Town>
{
    private const string Here = "/desk/archive";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_has_ended_waits_for_the_archive_and_what_runs_does_not()
    {
        var (ended, running) = (await Refused(), await town.Receive(TownCatalogue.Food));
        var clerk = await town.SignedIn("clerk1");

        var page = await Town.PageOf(await clerk.GetAsync(Here, Ct));
        var others = await Town.PageOf(await (await town.SignedIn("civil-approver")).GetAsync(Here, Ct));

        Assert.NotNull(page.QuerySelector($"a[href='/desk/cases/{ended}']"));
        Assert.Null(page.QuerySelector($"a[href='/desk/cases/{running}']"));
        Assert.Null(others.QuerySelector($"a[href='/desk/cases/{ended}']"));
        Assert.Contains("不予受理", page.QuerySelector("table")!.TextContent);
        Assert.NotNull((await Town.PageOf(await clerk.GetAsync("/desk", Ct))).QuerySelector($"a[href='{Here}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen1")).GetAsync(Here, Ct)).StatusCode);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_unit_ending_and_age()
    {
        var id = await Refused();
        var head = await town.SignedIn("market-head");
        async Task<bool> Lists(string query) => (await Town.PageOf(await head.GetAsync(Here + query, Ct))).QuerySelector($"a[href='/desk/cases/{id}']") is not null;

        Assert.True(await Lists("?unit=SCJG&ending=Refused&sort=-ended"));
        Assert.False(await Lists("?unit=MZJ"));
        Assert.False(await Lists("?ending=Delivered"));
        Assert.False(await Lists("?age=30"));
        Assert.True(await Lists("?age=0&sort=number"));
        var chips = (await Town.PageOf(await head.GetAsync(Here + "?ending=Refused&age=30", Ct))).QuerySelectorAll(".chip").Select(c => c.TextContent.Trim());
        Assert.Equal(["结束方式：不予受理", "已等：满 30 天"], chips);
    }

    [Fact]
    public async Task The_list_leaves_masked_and_with_its_purpose()
    {
        var c = await town.CaseOf(await Refused());
        var page = Here + "/export?ending=Refused";

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("clerk1")).GetAsync(page, Ct)).StatusCode);
        var answer = await town.PostForm(await town.SignedIn("market-head"), page, page, ("purpose", "季度归档检查"));

        var rows = (await answer.Content.ReadAsStreamAsync(Ct)).Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        var row = rows.Single(r => (string)r["受理编号"] == c.Number);
        Assert.Equal(("不予受理", "演*丙"), ((string)row["结束方式"], (string)row["申请人"]));
        var record = await town.Rows(db => db.Set<ExportRecord>().Where(r => r.What == "待归档办件").FirstAsync());
        Assert.Equal(("季度归档检查", rows.Count), (record.Purpose, record.Rows));
    }

    [Fact]
    public async Task A_pile_is_read_over_once_more_and_then_put_away_case_by_case()
    {
        var (first, second) = (await Refused(), await Refused());
        var clerk = await town.SignedIn("clerk1");
        var fields = await Fields(first, second);

        var read = await town.PostForm(clerk, Here + "/batch", Here + "/batch", fields);

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        var confirm = await Town.PageOf(read);
        Assert.Contains("2 件放入“3 架 2 盒”", confirm.QuerySelector(".lead")!.TextContent);
        Assert.Equal(CaseState.Refused, (await town.CaseOf(first)).State);
        var key = confirm.QuerySelector("input[name=idempotencyKey]")!.GetAttribute("value");
        var token = await town.HiddenFields(clerk, Here + "/batch", Here + "/batch");
        var done = await TownDoor.Post(clerk, Here + "/batch", token, [.. fields, ("step", "confirmed"), ("idempotencyKey", key)]);

        Assert.Contains("已归档 2 件，没有归档 0 件", (await Town.PageOf(done)).QuerySelector(".lead")!.TextContent);
        var put = await town.CaseOf(second);
        Assert.Equal((CaseState.Archived, $"2020-{second:N}", "3 架 2 盒", 4), (put.State, put.Archive!.FileNumber, put.Archive.Place, put.Archive.Leaves));
        Assert.Equal("归档", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == first).OrderByDescending(j => j.Number).Select(j => j.Verb).FirstAsync()));
        var again = await TownDoor.Post(clerk, Here + "/batch", token, [.. fields, ("step", "confirmed"), ("idempotencyKey", key)]);
        Assert.Contains("已归档 2 件", (await Town.PageOf(again)).QuerySelector(".lead")!.TextContent); // pressed twice, done once
    }

    [Fact]
    public async Task Of_a_pile_what_another_did_meanwhile_and_a_number_that_is_taken_are_named_and_the_rest_is_put_away()
    {
        var (good, gone, taken, earlier) = (await Refused(), await Refused(), await Refused(), await Refused());
        var clerk = await town.SignedIn("clerk1");
        var fields = (await Fields(good, gone, taken)).Select(f => f.Item1 == $"file-{taken:N}" ? (f.Item1, "2020-已用") : f).ToArray();
        var token = await town.HiddenFields(clerk, Here + "/batch", Here + "/batch");
        await Put(gone, "2020-先归");
        await Put(earlier, "2020-已用");

        var done = await Town.PageOf(await TownDoor.Post(clerk, Here + "/batch", token, [.. fields, ("step", "confirmed")]));

        Assert.Contains("已归档 1 件，没有归档 2 件", done.QuerySelector(".lead")!.TextContent);
        var rows = done.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains("刚刚被他人处理过", rows.Single(r => r.Contains(Number(gone))));
        Assert.Contains("档号 2020-已用 已经用于另一件办件", rows.Single(r => r.Contains(Number(taken))));
        Assert.Equal((CaseState.Archived, CaseState.Refused), ((await town.CaseOf(good)).State, (await town.CaseOf(taken)).State));
        string Number(Guid id) => town.CaseOf(id).GetAwaiter().GetResult().Number;
    }

    [Fact]
    public async Task What_is_not_filled_in_is_said_at_its_line_and_what_was_typed_stays()
    {
        var id = await Refused();
        var clerk = await town.SignedIn("clerk1");
        var version = (await town.CaseOf(id)).Trail.Count;

        var answer = await town.PostForm(clerk, Here + "/batch", Here + "/batch", ("case", $"{id}/{version}"), ("place", "5 架"), ($"file-{id:N}", ""), ($"leaves-{id:N}", "三页"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.NotNull(page.QuerySelector($"#f-file-{id:N}-error"));
        Assert.NotNull(page.QuerySelector($"#f-leaves-{id:N}-error"));
        Assert.Equal(("5 架", "三页"), (page.QuerySelector("[name=place]")!.GetAttribute("value"), page.QuerySelector($"[name='leaves-{id:N}']")!.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-head")).GetAsync(Here + "/batch", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_package_that_leaves_stands_in_the_list_of_exports()
    {
        var c = await town.CaseOf(await Refused());
        await Put(c.Id, "2020-包-001");
        var (clerk, page) = (await town.SignedIn("clerk1"), $"/desk/cases/{c.Id}/archive");

        var silent = await town.PostForm(clerk, page, page + "/package", ("purpose", ""));
        var sent = await town.PostForm(clerk, page, page + "/package", ("purpose", "移交档案馆"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (silent.StatusCode, sent.StatusCode));
        Assert.NotNull((await Town.PageOf(silent)).QuerySelector("#f-purpose-error"));
        var record = await town.Rows(db => db.Set<ExportRecord>().SingleAsync(r => r.What == "档案包"));
        Assert.Equal(($"受理编号={c.Number}", "移交档案馆", 1), (record.Filter, record.Purpose, record.Rows));
        Assert.Contains("档案包", (await Town.PageOf(await (await town.SignedIn("auditor")).GetAsync("/desk/journal/exports", Ct))).Body!.TextContent);
    }

    private async Task<Guid> Refused()
    {
        var id = await town.Receive(TownCatalogue.Food);
        using var answer = await town.Do("market-approver", id, "refusal", ("kind", "other"), ("reason", "不符合申请条件"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return id;
    }

    private async Task Put(Guid id, string number) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Do("clerk1", id, "archive", ("fileNumber", number), ("place", "无纸质"), ("leaves", "0"))).StatusCode);

    private async Task<(string, string?)[]> Fields(params Guid[] cases)
    {
        var fields = new List<(string, string?)> { ("place", "3 架 2 盒") };
        foreach (var id in cases)
        {
            fields.AddRange([("case", $"{id}/{(await town.CaseOf(id)).Trail.Count}"), ($"file-{id:N}", $"2020-{id:N}"), ($"leaves-{id:N}", "4")]);
        }

        return [.. fields];
    }
}
