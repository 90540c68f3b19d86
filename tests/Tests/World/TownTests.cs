using System.Net;

namespace Yimen.Tests.World;

public sealed class TownTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task What_is_not_there_is_answered_with_a_page_that_carries_a_number_to_quote()
    {
        var answer = await town.Anybody().GetAsync("/no-such-page", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有找到", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task A_program_is_answered_with_problem_details()
    {
        var answer = await town.Anybody().GetAsync("/api/v1/no-such-thing", TestContext.Current.CancellationToken);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_county_is_reached_by_its_six_digits_too()
    {
        var answer = await town.Anybody().GetAsync("/440281/no-such-page", TestContext.Current.CancellationToken);
        var stranger = await town.Anybody().GetAsync("/110101/no-such-page", TestContext.Current.CancellationToken);

        Assert.Contains("没有找到", (await Town.PageOf(answer)).Body!.TextContent);
        Assert.DoesNotContain("<html", await stranger.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
