using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Impacts;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>What the cases say where other rooms ask.</summary>
public sealed class CasePointsTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_off_by_local_order_moves_the_open_case_and_says_so_in_its_journal()
    {
        var open = await town.Receive(TownCatalogue.Food);
        await town.Accept(open);
        var decided = await town.Receive(TownCatalogue.Food);
        await town.Accept(decided);
        await town.Review(decided);
        await town.Decide(decided);

        var admin = await town.SignedIn("admin");
        using var answer = await town.PostForm(admin, "/desk/calendar/days/new", "/desk/calendar/days", ("date", "2020-11-05"), ("kind", "off"), ("name", "停水停电"), ("source", "乐府〔2020〕1号"));

        Assert.True((int)answer.StatusCode == 303, (await Town.PageOf(answer)).Body!.TextContent);
        Assert.Equal(new DateOnly(2020, 11, 10), (await town.CaseOf(open)).Due); // was the 9th
        Assert.Equal(new DateOnly(2020, 11, 9), (await town.CaseOf(decided)).Due);
        var entry = await town.Rows(db => db.Set<JournalEntry>().SingleAsync(j => j.MatterId == open && j.Verb == "重算期限", Ct));
        Assert.Contains("2020-11-10", entry.Changes);
    }

    [Fact]
    public async Task A_change_of_an_item_tells_how_many_open_cases_keep_their_version()
    {
        await town.Receive(TownCatalogue.Catering);
        await town.BeginOnline(TownCatalogue.Catering);

        var lines = await town.InCounty((db, services) => services.GetServices<Impact>().Single(i => i.Kind == "在办办件").Of(db, TownCatalogue.Catering, Ct));

        Assert.Equal(["在办 1 件", "网上草稿 1 份"], lines.Select(l => l.Title));
        Assert.Contains("第 1 版", lines[0].Detail);
    }

    [Fact]
    public async Task My_page_lists_the_newest_of_my_cases()
    {
        var id = await town.FileOnline(TownCatalogue.Food);

        var page = await Town.PageOf(await (await town.SignedIn("citizen1")).GetAsync("/my", Ct));

        Assert.NotNull(page.QuerySelector($"a[href='/my/cases/{id}']"));
    }

    [Fact]
    public async Task The_desk_s_search_finds_by_number_name_and_id_within_the_scope()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var number = (await town.CaseOf(id)).Number;

        Assert.True(await Finds("market-approver", number, id));
        Assert.True(await Finds("clerk1", "演示丙", id));
        Assert.True(await Finds("clerk1", CaseAtCounter.Resident(511), id));
        Assert.False(await Finds("civil-approver", number, id));
    }

    [Fact]
    public async Task The_list_finds_a_known_applicant_by_the_whole_id()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var browser = await town.SignedIn("clerk1");

        var found = await Town.PageOf(await browser.GetAsync($"/desk/cases?q={CaseAtCounter.Resident(511)}", Ct));
        var other = await Town.PageOf(await browser.GetAsync($"/desk/cases?q={CaseAtCounter.Resident(512)}", Ct));

        Assert.NotNull(found.QuerySelector($"a[href='/desk/cases/{id}']"));
        Assert.Null(other.QuerySelector($"a[href='/desk/cases/{id}']"));
    }

    private async Task<bool> Finds(string user, string words, Guid id) =>
        (await Town.PageOf(await (await town.SignedIn(user)).GetAsync($"/desk/search?q={Uri.EscapeDataString(words)}", Ct))).QuerySelector($"a[href='/desk/cases/{id}']") is not null;
}
