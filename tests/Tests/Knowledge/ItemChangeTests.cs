using Yimen.Knowledge;
using Yimen.Knowledge.Changes;
using Yimen.Tests.World;

namespace Yimen.Tests.Knowledge;

/// <summary>A changed item asks the owners of linked answers to look again.</summary>
public sealed class ItemChangeTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_suspended_item_opens_one_recheck_of_three_working_days_at_linked_answers()
    {
        var (linked, other) = (await town.Publish(new ArticleDraft { Title = "办证的问题？", Items = [TownCatalogue.Disability] }), await town.Publish(new ArticleDraft { Title = "无关的问题？" }));
        Assert.Equal(0, await Follow());

        town.Time.Advance(TimeSpan.FromMinutes(1));
        await town.Do(await town.SignedIn("catalogue1"), $"/desk/items/{TownCatalogue.Disability}/suspension", ("reason", "系统维护"));

        Assert.Equal((1, 0), (await Follow(), await Follow()));
        Assert.Equal(["recheck-2"], await town.OpenTasks(linked));
        Assert.Empty(await town.OpenTasks(other));
        var recheck = (await town.Article(linked)).Rechecks.Single(r => r.Kind == RecheckKind.ItemChanged);
        Assert.Equal(new DateOnly(2020, 11, 5), recheck.Due);
        Assert.Contains("2020-11-02 暂停", recheck.Why);

        town.Time.Advance(TimeSpan.FromMinutes(1));
        await town.Do(await town.SignedIn("market-liaison"), $"/desk/knowledge/{linked}/confirmation", ("reason", "暂停不影响答复"));
        Assert.Equal(0, await Follow());
        Assert.Empty(await town.OpenTasks(linked));
    }

    [Fact]
    public async Task The_change_preview_names_the_answers_that_are_touched()
    {
        var id = await town.Publish(new ArticleDraft { Title = "结婚登记要带什么？", Items = [TownCatalogue.Marriage] });
        var editor = await town.SignedIn("civil-editor");
        await town.Do(editor, $"/desk/items/{TownCatalogue.Marriage}/change");

        var preview = await Town.PageOf(await editor.GetAsync($"/desk/items/{TownCatalogue.Marriage}/preview", Ct));

        Assert.Contains("结婚登记要带什么？", preview.Body!.TextContent);
        Assert.NotNull(preview.QuerySelector($"a[href='/desk/knowledge/{id}']"));
    }

    private Task<int> Follow() => town.InCounty((_, services) => ((FollowItems)services.GetService(typeof(FollowItems))!).Run(Yimen.Kernel.ChinaTime.Now(town.Time), Ct));
}
