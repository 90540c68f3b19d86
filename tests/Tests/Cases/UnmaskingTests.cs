using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>查看完整信息: a reason, a row, once.</summary>
public sealed class UnmaskingTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task With_a_reason_the_number_is_shown_once_and_the_journal_says_who_and_why()
    {
        var id = await town.Receive(TownCatalogue.Food);

        var shown = await town.Do("market-approver", id, "applicant", ("reason", "电话通知补交材料"));

        Assert.Contains(CaseAtCounter.Resident(511), (await Town.PageOf(shown)).Body!.TextContent);
        Assert.True(shown.Headers.CacheControl!.NoStore);
        var entry = await town.Rows(db => db.Set<JournalEntry>().SingleAsync(j => j.MatterId == id && j.Verb == "查看完整信息"));
        Assert.Equal("电话通知补交材料", entry.Reason);
        var browser = await town.SignedIn("market-approver");
        var again = await browser.GetStringAsync($"/desk/cases/{id}/applicant", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(CaseAtCounter.Resident(511), again);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_shown_and_nothing_is_written()
    {
        var id = await town.Receive(TownCatalogue.Food);

        var answer = await town.Do("market-approver", id, "applicant", ("reason", " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain(CaseAtCounter.Resident(511), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, (await town.CaseOf(id)).Trail.Count);
    }

    [Theory]
    [InlineData("civil-approver")]
    [InlineData("director")]
    [InlineData("citizen1")]
    public async Task For_others_the_page_is_not_there(string user)
    {
        var id = await town.Receive(TownCatalogue.Food);
        var browser = await town.SignedIn(user);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/cases/{id}/applicant", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_case_page_shows_number_and_phone_masked()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var browser = await town.SignedIn("market-approver");

        var text = await browser.GetStringAsync($"/desk/cases/{id}", TestContext.Current.CancellationToken);

        Assert.DoesNotContain(CaseAtCounter.Resident(511), text);
        Assert.DoesNotContain("13800138003", text);
    }
}
