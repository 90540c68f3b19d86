using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Use;
using Yimen.Knowledge.Votes;
using Yimen.Platform.Jobs;
using Yimen.Tests.World;

namespace Yimen.Tests.Knowledge;

/// <summary>Questions and answers as the public finds them.</summary>
public sealed class QuestionTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Public_answers_are_found_by_their_words_and_internal_ones_are_not()
    {
        var open = await town.Publish(new ArticleDraft { Title = "残疾人证怎样换领？", Answer = "持旧证到残联换领。", Class = "残疾人" });
        var inner = await town.Publish(new ArticleDraft { Title = "残疾人证换领内部口径？", Answer = "内部说明。", Class = "残疾人", Visibility = Visibility.Internal });
        var html = (await Town.PageOf(await town.Anybody().GetAsync("/questions?q=残疾人证", Ct))).Body!.InnerHtml;

        Assert.Contains($"/questions/{open}", html);
        Assert.DoesNotContain($"/questions/{inner}", html);
        Assert.Equal(HttpStatusCode.NotFound, (await town.Anybody().GetAsync($"/questions/{inner}", Ct)).StatusCode);
    }

    [Fact]
    public async Task Other_words_find_the_nearest_question_and_a_vain_search_is_remembered_without_numbers()
    {
        var id = await town.Publish(new ArticleDraft { Title = "社保卡丢了怎样补办？", Variants = ["社会保障卡遗失补卡"], Class = "社会保险" });
        var near = await Town.PageOf(await town.Anybody().GetAsync("/questions?q=我的社保卡丢了咋补办呀", Ct));
        Assert.Contains($"/questions/{id}", near.Body!.InnerHtml);

        await town.Anybody().GetAsync("/questions?q=无人机飞行报备13800138000", Ct);
        await town.Anybody().GetAsync("/questions?q=无人机飞行报备13800138000", Ct);
        await Work("knowledge-tally");

        var kept = await town.Rows(db => db.Set<UnansweredQuestion>().Where(q => q.Text.StartsWith("无人机")).SingleAsync(Ct));
        Assert.Equal(("无人机飞行报备***********", 2), (kept.Text, kept.Count));
    }

    [Fact]
    public async Task Readings_are_counted_as_rows_and_the_most_read_stand_first()
    {
        var (often, once) = (await town.Publish(new ArticleDraft { Title = "常看的问题？" }), await town.Publish(new ArticleDraft { Title = "少看的问题？" }));
        foreach (var id in new[] { often, often, often, once })
        {
            await town.Anybody().GetAsync($"/questions/{id}", Ct);
        }

        await Work("knowledge-tally");
        Assert.Equal(3, await town.Rows(db => db.Set<ArticleUse>().Where(u => u.ArticleId == often).SumAsync(u => u.Count, Ct)));
        var html = await town.Anybody().GetStringAsync("/questions", Ct);
        Assert.True(html.IndexOf($"/questions/{often}", StringComparison.Ordinal) < html.IndexOf($"/questions/{once}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vote_is_a_row_and_a_double_click_is_one()
    {
        var id = await town.Publish(new ArticleDraft { Title = "有没有用的问题？" });
        var (browser, page) = (town.Anybody(), $"/questions/{id}");
        var form = await town.HiddenFields(browser, page, $"{page}/votes");

        await TownDoor.Post(browser, $"{page}/votes", form, ("useful", "yes"));
        var second = await TownDoor.Post(browser, $"{page}/votes", form, ("useful", "yes"));
        var absurd = await TownDoor.Post(browser, $"{page}/votes", form, ("useful", "maybe"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.NotFound), (second.StatusCode, absurd.StatusCode));
        Assert.Equal(1, await town.Rows(db => db.Set<ArticleVote>().CountAsync(v => v.ArticleId == id && v.Useful, Ct)));
    }

    [Fact]
    public async Task A_linked_answer_stands_under_the_guide_of_its_item_and_leads_back()
    {
        var id = await town.Publish(new ArticleDraft { Title = "食品经营许可证要多久？", Items = [TownCatalogue.Food] });

        Assert.Contains($"/questions/{id}", await town.Anybody().GetStringAsync($"/items/{TownCatalogue.Food}", Ct));
        Assert.Contains($"/items/{TownCatalogue.Food}", await town.Anybody().GetStringAsync($"/questions/{id}", Ct));
        await town.Do(await town.SignedIn("hotline1"), $"/desk/knowledge/{id}/takedown", ("reason", "有误"));
        Assert.DoesNotContain($"/questions/{id}", await town.Anybody().GetStringAsync($"/items/{TownCatalogue.Food}", Ct));
    }

    [Fact]
    public async Task Programs_read_the_same_answers()
    {
        var id = await town.Publish(new ArticleDraft { Title = "程序来问的问题？", Answer = "第一段。\n第二段。" });
        var found = await town.Anybody().GetFromJsonAsync<JsonElement>("/api/v1/public/questions?q=程序来问", Ct);

        Assert.Equal(id, found.GetProperty("questions")[0].GetProperty("id").GetGuid());
        Assert.Equal("第一段。\n第二段。", (await town.Anybody().GetFromJsonAsync<JsonElement>($"/api/v1/public/questions/{id}", Ct)).GetProperty("answer").GetString());
    }

    [Fact]
    public async Task Suggestions_for_staff_hold_internal_entries_and_the_best_stands_first()
    {
        var inner = await town.Publish(new ArticleDraft { Title = "路灯不亮由哪个单位维修？", Visibility = Visibility.Internal });
        await town.Publish(new ArticleDraft { Title = "道路坑洼怎样反映？" });
        var text = "市民来电反映乐昌市某小区门口的路灯好几天不亮了，晚上出行不方便，希望有关单位尽快来维修。";
        var (staff, open) = await town.InCounty(async (_, services) =>
        {
            var search = (KnowledgeSearch)services.GetService(typeof(KnowledgeSearch))!;
            var today = Yimen.Kernel.ChinaTime.DateOf(town.Time.GetUtcNow());
            return (await search.Suggest(text, today, 3, Ct), await search.SuggestPublic(text, today, 3, Ct));
        });

        Assert.Equal(inner, staff[0].Id);
        Assert.True(staff[0].Score is >= KnowledgeSearch.Likely and <= 1 && !staff[0].Public);
        Assert.DoesNotContain(open, s => s.Id == inner);
    }

    private Task Work(string name) => ((CountyWorks)town.Host.Services.GetService(typeof(CountyWorks))!).Do("440281", name, Ct);
}
