using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Limits;
using Yimen.Knowledge.Use;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Limits;
using Yimen.Tests.World;

namespace Yimen.Tests.Knowledge;

/// <summary>The list, its export, the limits, what is asked for, and the doors to them.</summary>
public sealed class DeskTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_filters_by_words_unit_state_and_recheck()
    {
        var late = await town.Publish(new ArticleDraft { Title = "筛选出来的逾期问题？" });
        await town.Publish(new ArticleDraft { Title = "筛选出来的民政问题？", Visibility = Visibility.Internal }, TownPeople.Civil);
        await town.Do(await town.SignedIn("hotline1"), $"/desk/knowledge/{late}/policy-change", ("reason", "新文件"));

        Assert.Equal(2, await Rows("clerk1", "q=筛选出来"));
        Assert.Equal(1, await Rows("clerk1", "q=筛选出来&unit=MZJ"));
        Assert.Equal(1, await Rows("clerk1", "q=筛选出来&visibility=Internal"));
        Assert.Equal(1, await Rows("clerk1", "q=筛选出来&recheck=called"));
        Assert.Equal(0, await Rows("clerk1", "q=筛选出来&state=Expired&sort=-uses"));
        Assert.Equal(0, await Rows("clerk1", "q=%25&page=zwei"));
    }

    [Fact]
    public async Task An_export_asks_for_its_purpose_and_is_noted()
    {
        await town.Publish(new ArticleDraft { Title = "要导出的问题？" });
        var office = await town.SignedIn("hotline1");
        var path = "/desk/knowledge/export?q=" + Uri.EscapeDataString("要导出");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.PostForm(office, path, path, ("purpose", " "))).StatusCode);
        var file = await town.PostForm(office, path, path, ("purpose", "月度分析"));

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("知识条目", 1), await town.Rows(async db => await db.Set<ExportRecord>().Where(r => r.What == "知识条目").Select(r => new ValueTuple<string, int>(r.What, r.Rows)).SingleAsync(Ct)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("clerk1")).GetAsync(path, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_limit_holds_from_its_day_and_never_backwards()
    {
        var (office, page) = (await town.SignedIn("hotline1"), "/desk/knowledge/limits");
        var past = await town.PostForm(office, page, page, ("code", "PolicyUpdate"), ("value", "5"), ("from", "2020-11-01"), ("basis", "局务会决定"));
        var set = await town.PostForm(office, page, page, ("code", "PolicyUpdate"), ("value", "5"), ("from", "2020-11-02"), ("basis", "局务会决定"));
        var id = await town.Publish(new ArticleDraft { Title = "按新时限的问题？" });
        await town.Do(office, $"/desk/knowledge/{id}/policy-change", ("reason", "新文件"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (past.StatusCode, set.StatusCode));
        Assert.Equal(new DateOnly(2020, 11, 9), (await town.Article(id)).RecheckDue);
        Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.Kind == KnowledgeLimitTable.The.Kind, Ct)));
        Assert.DoesNotContain("设定新的数值", await (await town.SignedIn("clerk1")).GetStringAsync(page, Ct));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.PostForm(office, page, page)).StatusCode);
    }

    [Fact]
    public async Task The_office_sees_what_was_searched_in_vain_and_writes_from_there()
    {
        await town.InCounty(async (db, services) =>
        {
            var act = new Yimen.Kernel.Act(Yimen.Kernel.Actor.System, Yimen.Kernel.ChinaTime.Now(town.Time));
            await ((Writer)services.GetService(typeof(Writer))!).Write(act, () => { db.Add(new UnansweredQuestion { Text = "无人机要报备吗", On = act.Today, Count = 4 }); return Task.CompletedTask; }, Ct);
            return 0;
        });
        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync("/desk/knowledge/demand", Ct));
        var link = page.QuerySelector("a[aria-label='为“无人机要报备吗”写一条']")!.GetAttribute("href")!;

        Assert.Equal("无人机要报备吗", (await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync(link, Ct))).QuerySelector("[name=title]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("clerk1")).GetAsync("/desk/knowledge/demand", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_portals_home_foot_and_map_lead_to_the_questions()
    {
        var id = await town.Publish(new ArticleDraft { Title = "首页上的问题？" });
        var home = await town.Anybody().GetStringAsync("/", Ct);

        Assert.Contains("href=\"/questions\"", home);
        Assert.Contains("大家常问", home);
        Assert.Contains($"/questions/{id}<", await town.Anybody().GetStringAsync("/sitemap.xml", Ct));
    }

    private async Task<int> Rows(string user, string query) =>
        (await Town.PageOf(await (await town.SignedIn(user)).GetAsync("/desk/knowledge?" + query, Ct))).QuerySelectorAll("table tbody tr td a[href^='/desk/knowledge/']").Length;
}
