using System.Net;
using Yimen.Knowledge;
using Yimen.Tests.World;

namespace Yimen.Tests.Knowledge;

/// <summary>What has expired is never an answer: told by the day, on every page and door. Apart from the others, since its clock runs ahead.</summary>
public sealed class ExpiryTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_gone_on_the_day_after_its_last_without_any_job()
    {
        var day = TownTime.Start().GetUtcNow();
        var id = await town.Publish(new ArticleDraft { Title = "只管到月底的优惠？", ValidTo = new(2020, 11, 30) });
        town.Time.SetUtcNow(day.AddDays(28)); // 30 November, ten o'clock
        Assert.Equal(HttpStatusCode.OK, (await town.Anybody().GetAsync($"/questions/{id}", Ct)).StatusCode);
        town.Time.SetUtcNow(day.AddDays(28).AddHours(14).AddMinutes(1)); // a minute past midnight
        Assert.Equal(HttpStatusCode.NotFound, (await town.Anybody().GetAsync($"/questions/{id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await town.Anybody().GetAsync($"/questions/{id}/sheet", Ct)).StatusCode);
        Assert.DoesNotContain($"{id}", await town.Anybody().GetStringAsync("/questions?q=只管到月底", Ct));
        Assert.DoesNotContain($"{id}", await town.Anybody().GetStringAsync("/questions", Ct));
        Assert.DoesNotContain($"{id}", await town.Anybody().GetStringAsync("/api/v1/public/questions?q=优惠", Ct));
        Assert.Contains("已过期", (await Town.PageOf(await (await town.SignedIn("market-liaison")).GetAsync($"/desk/knowledge/{id}", Ct))).Body!.TextContent);
    }
}
