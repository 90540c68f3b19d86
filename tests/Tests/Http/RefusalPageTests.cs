using System.Net;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

/// <summary>A refusal leads whoever works here back to the desk, and everybody else to the public's pages.</summary>
public sealed class RefusalPageTests(Town town) : IClassFixture<Town>
{
    [Theory]
    [InlineData("market-approver", "/desk/cases/00000000-0000-0000-0000-000000000001", "/desk", "回到待办")]
    [InlineData("citizen1", "/my/cases/00000000-0000-0000-0000-000000000001", "/", "回到首页")]
    [InlineData("citizen1", "/desk/cases/00000000-0000-0000-0000-000000000001", "/", "回到首页")]
    public async Task Its_first_button_leads_where_the_reader_came_from(string user, string path, string href, string words)
    {
        using var answer = await (await town.SignedIn(user)).GetAsync(path, TestContext.Current.CancellationToken);

        var page = await Town.PageOf(answer);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((href, words), (page.QuerySelector(".verbs a")!.GetAttribute("href"), page.QuerySelector(".verbs a")!.TextContent.Trim()));
        Assert.Equal(href == "/", page.QuerySelector(".verbs a[href='/progress']") is not null);
    }
}
