using System.Net;
using AngleSharp.Dom;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>我的办件: only what the account filed itself, in plain words.</summary>
public sealed class MineTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task The_list_shows_what_this_account_filed_and_nothing_else()
    {
        var mine = await town.FileOnline(TownCatalogue.Food);
        var other = await town.FileOnline(TownCatalogue.Food, "citizen2");

        var page = await Get("citizen1", "/my/cases");

        Assert.Contains((await town.CaseOf(mine)).Number, page.Body!.TextContent);
        Assert.DoesNotContain((await town.CaseOf(other)).Number, page.Body.TextContent);
    }

    [Fact]
    public async Task The_list_filters_by_state_and_words()
    {
        var draft = await town.BeginOnline(TownCatalogue.Marriage);
        var filed = await town.FileOnline(TownCatalogue.FoodRenewal);

        var drafts = (await Get("citizen1", "/my/cases?state=draft")).Body!.TextContent;
        var found = (await Get("citizen1", "/my/cases?q=延续")).Body!.TextContent;

        Assert.Contains((await town.CaseOf(draft)).ItemName, drafts);
        Assert.DoesNotContain((await town.CaseOf(filed)).Number, drafts);
        Assert.Contains((await town.CaseOf(filed)).Number, found);
        Assert.DoesNotContain("婚姻登记记录证明", found);
    }

    [Fact]
    public async Task The_applicant_reads_the_decision_and_its_reason_but_not_what_went_on_inside()
    {
        var id = await town.FileOnline(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id, "deny");
        var before = (await Get("citizen1", $"/my/cases/{id}")).Body!.TextContent;
        await town.Decide(id, "deny", "经营场所与有毒场所相邻。");
        var after = (await Get("citizen1", $"/my/cases/{id}")).Body!.TextContent;

        Assert.Contains("正在办理", before);
        Assert.Contains("2020年11月9日", before);
        Assert.DoesNotContain("现场和材料均符合条件", before + after); // the reviewer's opinion
        Assert.DoesNotContain("接办", after);
        Assert.Contains("决定：不予", after);
        Assert.Contains("经营场所与有毒场所相邻。", after);
        Assert.Contains("行政复议", after);
    }

    [Fact]
    public async Task Nobody_s_list_is_for_who_is_not_signed_in()
    {
        var answer = await town.Anybody().GetAsync("/my/cases", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<IDocument> Get(string user, string path) => await Town.PageOf(await (await town.SignedIn(user)).GetAsync(path, TestContext.Current.CancellationToken));
}
