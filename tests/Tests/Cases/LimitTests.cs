using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Limits;
using Yimen.Platform.Journal;
using Yimen.Platform.Limits;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>Limits are dated rows: a new value holds from its day on and changes nothing behind it.</summary>
public sealed class LimitTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_clerk_reads_the_limits_and_may_not_set_them()
    {
        var browser = await town.SignedIn("clerk1");

        var page = await browser.GetStringAsync("/desk/case-limits", TestContext.Current.CancellationToken);
        var answer = await browser.PostAsync("/desk/case-limits", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);

        Assert.Contains("行政许可法 第四十四条", page);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_value_that_begins_in_the_past_is_refused_at_the_field()
    {
        var answer = await Set(("from", "2020-11-01"), ("value", "20"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("不能早于今天", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task A_new_value_holds_from_its_day_and_is_journaled_with_the_old_one()
    {
        var answer = await Set(("from", "2020-12-01"), ("value", "20"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var (before, after) = await town.Rows(async db => ((await db.LimitsOn(new(2020, 11, 30), default))[CaseLimitCode.CorrectionAnswer], (await db.LimitsOn(new(2020, 12, 1), default))[CaseLimitCode.CorrectionAnswer]));
        Assert.Equal((15, 20), (before, after));
        Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.Kind == CaseLimitTable.The.Kind)));
    }

    private async Task<HttpResponseMessage> Set(params (string, string?)[] fields) =>
        await town.PostForm(await town.SignedIn("director"), "/desk/case-limits", "/desk/case-limits", [("code", "CorrectionAnswer"), ("basis", "本地通知"), .. fields]);
}
