using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog;
using Yimen.Catalog.Contracts;
using Yimen.Catalog.Province;
using Yimen.Catalog.Sheets;
using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.Cases;
using Yimen.Tests.Jobs;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

/// <summary>Province and county held against each other: by hand, by night, as a list, as tasks.</summary>
public sealed class ProvinceTests(Town town) : IClassFixture<Town>
{
    private const string ListPage = "/desk/drift/list";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_is_not_published_without_the_provincial_number_and_version()
    {
        var item = $"/desk/items/{TownCatalogue.Marriage}";
        await town.PostForm(await town.SignedIn("civil-editor"), $"{item}/change", $"{item}/change");
        await town.PostForm(await town.SignedIn("civil-editor"), $"{item}/submission", $"{item}/submission");
        await town.PostForm(await town.SignedIn("civil-reviewer"), $"{item}/approval", $"{item}/approval");

        var bare = await town.Publish(TownCatalogue.Marriage, "", "零");
        var older = await town.Publish(TownCatalogue.Marriage, provincialVersion: "0");
        var right = await town.Publish(TownCatalogue.Marriage, "GD-2020-11", "3");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (bare.StatusCode, older.StatusCode, right.StatusCode));
        var page = await Town.PageOf(bare);
        Assert.Contains("省目录编号", page.QuerySelector("#f-provincialId-error")!.TextContent);
        Assert.Equal("零", page.QuerySelector("[name=provincialVersion]")!.GetAttribute("value"));
        var published = (await town.Rows(db => db.ItemsWhole.AsNoTracking().FirstAsync(i => i.Id == TownCatalogue.Marriage, Ct))).Published!;
        Assert.Equal((2, "GD-2020-11", 3), (published.Number, published.ProvincialId, published.ProvincialVersion));
    }

    [Theory]
    [InlineData("market-editor", ListPage, HttpStatusCode.NotFound)]
    [InlineData("market-editor", "/desk/drift", HttpStatusCode.OK)]
    [InlineData("citizen1", "/desk/drift", HttpStatusCode.NotFound)]
    [InlineData("citizen1", "/desk/drift.xlsx", HttpStatusCode.NotFound)]
    public async Task The_centre_imports_and_units_read(string user, string path, HttpStatusCode status) =>
        Assert.Equal(status, (await (await town.SignedIn(user)).GetAsync(path, Ct)).StatusCode);

    [Fact]
    public async Task What_parts_becomes_a_task_for_whom_it_is_and_what_agrees_again_is_settled()
    {
        var lines = await Lines();
        var food = lines.First(l => l[3] == "食品经营许可（新办）");
        var old = lines.First(l => l[3] == "高龄老人津贴发放");
        await Import([.. lines.Where(l => l != food && l != old), [.. food[..6], food[6], "9个工作日", food[8]], [food[0][..31] + "77", "GD9", "1", "食品经营许可（注销）", "在用", "", "", "", ""]]);

        await town.Work("province-drift");

        var found = await Drifts();
        Assert.Equal((DriftKind.Differs, TownCatalogue.Food), (found[food[0]].Kind, found[food[0]].ItemId));
        Assert.Equal("承诺办结时限：本县 5个工作日，省 9个工作日", found[food[0]].Text);
        Assert.Equal(DriftKind.MissingThere, found[old[0]].Kind);
        Assert.Equal((DriftKind.MissingHere, "SCJG"), (found[food[0][..31] + "77"].Kind, found[food[0][..31] + "77"].Unit!.Value.Value));
        Assert.Equal(["catalogue", "unit-editor:SCJG", "unit-editor:SCJG"], (await Tasks()).Order());
        Assert.Contains("9个工作日", await Entry(found[food[0]].Id, "发现差异"));

        await town.Work("province-drift"); // the same again: nothing is noted twice
        Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.MatterId == found[food[0]].Id, Ct)));
        await Import(lines);
        await town.Work("province-drift");

        Assert.All((await Drifts()).Values, d => Assert.Equal(DriftState.Settled, d.State));
        Assert.Empty(await Tasks());
        await Import([.. lines.Where(l => l != old)]);
        await town.Work("province-drift");
        Assert.Equal(DriftState.Open, (await Drifts())[old[0]].State);
    }

    [Fact]
    public async Task The_report_narrows_and_is_exported_and_a_unit_sees_its_own()
    {
        var lines = await Lines();
        await Import([.. lines.Where(l => l[3] is not ("食品经营许可（延续）" or "婚姻登记记录证明"))]);
        var centre = await town.SignedIn("catalogue1");
        await town.PostForm(centre, "/desk/drift", "/desk/drift/runs");

        var all = await Names(centre, "/desk/drift?kind=MissingThere");
        var civil = await Names(await town.SignedIn("civil-editor"), "/desk/drift");
        var none = await Names(centre, "/desk/drift?kind=Differs&q=食品经营许可（延续）");
        var rows = await Books.Read(await centre.GetAsync("/desk/drift.xlsx?q=婚姻", Ct), "省县差异");
        var api = await (await (await town.Program("catalogue1")).GetAsync("/api/v1/drifts?q=婚姻", Ct)).Json();

        Assert.Contains("食品经营许可（延续）", all);
        Assert.Contains("婚姻登记记录证明", civil);
        Assert.DoesNotContain("食品经营许可（延续）", civil);
        Assert.Empty(none);
        Assert.Equal("省里没有", Assert.Single(rows)["差异"]);
        Assert.Equal(1, api.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_faulty_list_is_refused_whole_with_the_rows_that_are_wrong()
    {
        var before = await town.Rows(db => db.ProvinceLines.CountAsync(Ct));

        var answer = await Send([["123", "GD1", "1", "甲", "", "", "", "", ""], [(await Lines())[0][0], "GD 1", "一", "乙", "", "", "", "", ""]]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var words = (await Town.PageOf(answer)).QuerySelector("#f-file-error")!.TextContent;
        Assert.Contains("第 2 行", words);
        Assert.Contains("第 3 行", words);
        Assert.Equal(before, await town.Rows(db => db.ProvinceLines.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_program_hands_the_list_over_as_json()
    {
        var centre = await town.Program("catalogue1");
        var line = (await Lines())[0];
        var json = $$"""{"items":[{"code":"{{line[0]}}","provincialId":"GD1","version":4,"name":"甲","online":true}]}""";

        var taken = await centre.PostAsync("/api/v1/province-list", new StringContent(json, Encoding.UTF8, "application/octet-stream"), Ct);
        var broken = await centre.PostAsync("/api/v1/province-list", new StringContent("{", Encoding.UTF8, "application/octet-stream"), Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (taken.StatusCode, broken.StatusCode));
        var kept = Assert.Single(await town.Rows(db => db.ProvinceLines.AsNoTracking().ToListAsync(Ct)));
        Assert.Equal((line[0], 4, "是", null), (kept.Code, kept.Version, kept.Online, kept.Promised));
        Assert.Equal("导入省目录", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.Kind == "province-list").OrderByDescending(j => j.Position).Select(j => j.Verb).FirstAsync(Ct)));
    }

    [Fact]
    public void What_the_province_does_not_tell_is_not_compared_and_a_cancelled_item_is_missed_by_nobody()
    {
        var here = new LocalItem { Id = TownCatalogue.Food, Code = "C", Unit = TownPeople.Market, State = ItemState.InForce, Name = "甲", ProvincialId = "G", ProvincialVersion = 1, ProjectType = ProjectType.Promised, Online = true, Content = new() };
        var cancelled = new LocalItem { Id = here.Id, Code = "C", Unit = here.Unit, State = ItemState.Cancelled, Name = "甲", ProvincialId = "G", ProvincialVersion = 1, ProjectType = ProjectType.Promised, Online = true, Content = new() };
        ProvinceLine There(string state, string? promised = null) => new() { Code = "C", ProvincialId = "G", Version = 1, Name = "甲", State = state, Promised = promised };

        Assert.Null(Compared.Between(here, There("在用"), null));
        Assert.Equal("承诺办结时限：本县 无，省 3个工作日", Compared.Between(here, There("在用", "3个工作日"), null)!.Text);
        Assert.Null(Compared.Between(cancelled, null, null));
        Assert.Null(Compared.Between(null, There("取消"), null));
        Assert.Equal("状态：本县 取消，省 在用", Compared.Between(cancelled, There("在用"), null)!.Text);
        Assert.Equal(DriftKind.MissingHere, Compared.Between(null, There("暂停"), null)!.Kind);
    }

    /// <summary>The list as it would be if the province agreed in everything.</summary>
    private Task<List<string[]>> Lines() => town.Rows(async db => (await (
        from i in db.Items.AsNoTracking()
        join v in db.Set<ItemVersion>() on i.Current equals v.Id
        where i.State != ItemState.Cancelled
        orderby i.HandlingCode
        select new { i.HandlingCode, i.State, v }).ToListAsync(Ct)).ConvertAll(r => new[]
        {
            r.HandlingCode, r.v.ProvincialId!, $"{r.v.ProvincialVersion}", r.v.Name, r.State == ItemState.Suspended ? "暂停" : "在用", Label.Of(r.v.ProjectType),
            Compared.TextOf(r.v.Content.Statutory), Compared.TextOf(r.v.Content.Promised), r.v.Online ? "是" : "否",
        }));

    private async Task Import(IReadOnlyList<string[]> lines) => Assert.Equal(HttpStatusCode.SeeOther, (await Send(lines)).StatusCode);

    private async Task<HttpResponseMessage> Send(IReadOnlyList<string[]> lines) =>
        await town.Upload(await town.SignedIn("catalogue1"), ListPage, await Books.Write(new Sheet(ProvinceFile.Sheet, ProvinceFile.Heads, lines)));

    private Task<Dictionary<string, Drift>> Drifts() => town.Rows(db => db.Drifts.AsNoTracking().ToDictionaryAsync(d => d.Code, Ct));

    private Task<List<string>> Tasks() => town.Rows(async db => (await db.Set<InboxTask>().Where(t => t.Kind == "drift" && t.ClosedAt == null).ToListAsync(Ct))
        .ConvertAll(t => t.Unit is { } unit ? $"{t.Role}:{unit}" : t.Role));

    private Task<string> Entry(Guid matter, string verb) => town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == matter && j.Verb == verb).Select(j => j.Changes).FirstAsync(Ct));

    private static async Task<List<string>> Names(HttpClient browser, string path) =>
        [.. (await Town.PageOf(await browser.GetAsync(path, Ct))).QuerySelectorAll("tbody td.col-title").Select(c => (c.QuerySelector("a") ?? c.QuerySelector("strong"))!.TextContent)];
}
