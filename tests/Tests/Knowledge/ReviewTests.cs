using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Rechecks;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Platform.Text;
using Yimen.Tests.World;
using static Yimen.Tests.Knowledge.Entries;

namespace Yimen.Tests.Knowledge;

/// <summary>The way of an entry from the liaison to the public, and from there to its next look.</summary>
public sealed class ReviewTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_passes_from_the_liaison_over_the_unit_and_the_hotline_office_to_the_public()
    {
        var (liaison, reviewer, office) = (await town.SignedIn("market-liaison"), await town.SignedIn("market-reviewer"), await town.SignedIn("hotline1"));
        var id = (await town.PostForm(liaison, "/desk/knowledge/new", "/desk/knowledge/new", Form("小作坊登记全程？", items: null))).IdIn();
        var page = $"/desk/knowledge/{id}";

        await town.Do(liaison, $"{page}/submission");
        Assert.Equal(["check-article"], await town.OpenTasks(id));
        var unexamined = await town.PostForm(reviewer, $"{page}/approval", $"{page}/approval");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unexamined.StatusCode);
        await town.Do(reviewer, $"{page}/approval", ("secrecy", "true"));
        Assert.Equal(["publish-article"], await town.OpenTasks(id));
        Assert.Equal(HttpStatusCode.NotFound, (await town.Anybody().GetAsync($"/questions/{id}", Ct)).StatusCode);
        await town.Do(office, $"{page}/publication");

        var article = await town.Article(id);
        Assert.Equal((ArticleState.Live, new DateOnly(2020, 11, 2), null, new DateOnly(2021, 5, 2)), (article.State, article.ValidFrom, article.ValidTo, article.RecheckDue));
        Assert.Empty(await town.OpenTasks(id));
        Assert.Contains("先向所在地市场监管所申请登记", (await Town.PageOf(await town.Anybody().GetAsync($"/questions/{id}", Ct))).Body!.TextContent);
        Assert.Equal(["采编", "提交审核", "本单位审核通过", "发布"], await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync(Ct)));
    }

    [Theory]
    [InlineData("market-reviewer", "submission", HttpStatusCode.NotFound)]
    [InlineData("market-liaison", "approval", HttpStatusCode.NotFound)]
    [InlineData("civil-reviewer", "approval", HttpStatusCode.NotFound)]
    [InlineData("market-reviewer", "publication", HttpStatusCode.NotFound)]
    [InlineData("hotline1", "publication", HttpStatusCode.Conflict)]
    [InlineData("market-reviewer", "approval", HttpStatusCode.Conflict)]
    [InlineData("market-liaison", "confirmation", HttpStatusCode.Conflict)]
    public async Task A_step_is_its_holders_and_in_its_turn(string user, string step, HttpStatusCode expected)
    {
        var id = (await town.PostForm(await town.SignedIn("market-liaison"), "/desk/knowledge/new", "/desk/knowledge/new", Form($"轮到谁的问题 {user} {step}？", items: null))).IdIn();

        Assert.Equal(expected, (await (await town.SignedIn(user)).GetAsync($"/desk/knowledge/{id}/{step}", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_return_says_what_to_mend_and_the_writer_reads_it()
    {
        var (liaison, reviewer) = (await town.SignedIn("market-liaison"), await town.SignedIn("market-reviewer"));
        var id = (await town.PostForm(liaison, "/desk/knowledge/new", "/desk/knowledge/new", Form("要退回的问题？", items: null))).IdIn();
        await town.Do(liaison, $"/desk/knowledge/{id}/submission");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.PostForm(reviewer, $"/desk/knowledge/{id}/return", $"/desk/knowledge/{id}/return", ("reason", " "))).StatusCode);
        await town.Do(reviewer, $"/desk/knowledge/{id}/return", ("reason", "请写明收费标准"));
        Assert.Contains("请写明收费标准", (await Town.PageOf(await liaison.GetAsync($"/desk/knowledge/{id}", Ct))).QuerySelector(".notice.tone-warn")!.TextContent);
        Assert.Equal(["write-article"], await town.OpenTasks(id));
    }

    [Fact]
    public async Task A_revision_goes_the_same_way_and_both_versions_are_compared()
    {
        var (liaison, reviewer, office) = (await town.SignedIn("market-liaison"), await town.SignedIn("market-reviewer"), await town.SignedIn("hotline1"));
        var id = await town.Publish(new ArticleDraft { Title = "修订前的问题？", Answer = "旧的答复。" });
        await town.Do(liaison, $"/desk/knowledge/{id}/revision");
        await town.Do(liaison, $"/desk/knowledge/{id}/edit", Form("修订后的问题？", items: null));

        Assert.Contains("旧的答复", (await Town.PageOf(await town.Anybody().GetAsync($"/questions/{id}", Ct))).Body!.TextContent);
        await town.Do(liaison, $"/desk/knowledge/{id}/submission");
        var judged = (await Town.PageOf(await reviewer.GetAsync($"/desk/knowledge/{id}/approval", Ct))).QuerySelector("table.conflict")!.TextContent;
        Assert.Contains("旧的答复", judged);
        await town.Do(reviewer, $"/desk/knowledge/{id}/approval", ("secrecy", "true"));
        await town.Do(office, $"/desk/knowledge/{id}/publication");

        var rows = (await Town.PageOf(await office.GetAsync($"/desk/knowledge/{id}/versions", Ct))).QuerySelectorAll("table.conflict tbody tr").Select(r => r.QuerySelector("th")!.TextContent);
        Assert.Equal(["问题", "其他问法", "答复", "依据"], rows.Where(r => r != "内容分类"));
        Assert.Contains("旧的答复", (await Town.PageOf(await office.GetAsync($"/desk/knowledge/{id}?version=1", Ct))).Body!.TextContent);
    }

    [Fact]
    public async Task What_is_taken_down_leaves_portal_and_search_at_once()
    {
        var id = await town.Publish(new ArticleDraft { Title = "马上要下架的独特问题？" });
        Assert.Single(await town.Rows(db => TextIndex.Search(db, "article", "马上要下架", 5, Ct)));

        await town.Do(await town.SignedIn("market-head"), $"/desk/knowledge/{id}/takedown", ("reason", "政策已废止"));

        Assert.Equal(HttpStatusCode.NotFound, (await town.Anybody().GetAsync($"/questions/{id}", Ct)).StatusCode);
        Assert.Empty(await town.Rows(db => TextIndex.Search(db, "article", "马上要下架", 5, Ct)));
        await town.Do(await town.SignedIn("hotline1"), $"/desk/knowledge/{id}/archive");
        Assert.Equal(HttpStatusCode.Conflict, (await (await town.SignedIn("market-liaison")).GetAsync($"/desk/knowledge/{id}/revision", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_recheck_comes_into_the_owners_inbox_before_its_day_once_and_is_confirmed()
    {
        var id = await town.Publish(new ArticleDraft { Title = "快到期的问题？", ValidTo = new(2020, 11, 16) });

        Assert.True(await Call() >= 1);
        Assert.Equal(0, await Call());
        Assert.Equal(["recheck-1"], await town.OpenTasks(id));
        Assert.Equal(new DateOnly(2020, 11, 16), await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id).Select(t => t.Due).SingleAsync(Ct)));
        await town.Do(await town.SignedIn("market-liaison"), $"/desk/knowledge/{id}/confirmation", ("validTo", "2021-11-16"));

        Assert.Empty(await town.OpenTasks(id));
        Assert.Equal((new DateOnly(2021, 11, 16), new DateOnly(2021, 5, 2)), ((await town.Article(id)).ValidTo!.Value, (await town.Article(id)).RecheckDue!.Value));
    }

    [Fact]
    public async Task A_policy_change_is_a_task_of_three_working_days_and_is_told_once()
    {
        var id = await town.Publish(new ArticleDraft { Title = "政策要变的问题？" });
        await town.Do(await town.SignedIn("hotline1"), $"/desk/knowledge/{id}/policy-change", ("reason", "省里发了新文件"));

        Assert.Equal(["recheck-3"], await town.OpenTasks(id));
        Assert.Equal(new DateOnly(2020, 11, 5), (await town.Article(id)).RecheckDue);
        Assert.Equal(HttpStatusCode.Conflict, (await (await town.SignedIn("hotline1")).GetAsync($"/desk/knowledge/{id}/policy-change", Ct)).StatusCode);
        var silent = await town.PostForm(await town.SignedIn("market-liaison"), $"/desk/knowledge/{id}/confirmation", $"/desk/knowledge/{id}/confirmation");
        Assert.Equal(HttpStatusCode.Conflict, silent.StatusCode);
    }

    private Task<int> Call() => town.InCounty((_, services) => ((RecheckCalls)services.GetService(typeof(RecheckCalls))!).Run(Yimen.Kernel.ChinaTime.Now(town.Time), Ct));
}
