using System.Net;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

/// <summary>Public pages are kept for strangers: one for each look and query, until the content changes. Seen by the Age header of a kept answer.</summary>
public sealed class PublicPageTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_gets_the_kept_answer_and_each_look_and_query_has_its_own()
    {
        Assert.False(await IsKept("/items?q=a"));
        Assert.True(await IsKept("/items?q=a"));
        Assert.False(await IsKept("/items?q=b"));
        Assert.False(await IsKept("/items?q=a", "size=elder"));
        Assert.True(await IsKept("/items?q=a", "size=elder"));
        Assert.True(await IsKept("/items?q=a", "size=nonsense"));
    }

    [Fact]
    public async Task Who_is_signed_in_or_has_a_notice_waiting_gets_a_fresh_page()
    {
        await IsKept("/items?q=c");
        var clerk = await town.SignedIn("clerk1");

        Assert.False((await clerk.GetAsync("/items?q=c", Ct)).Headers.Contains("Age"));
        Assert.False(await IsKept("/items?q=c", "notice=5oKo"));
    }

    [Fact]
    public async Task A_page_with_a_form_is_never_kept()
    {
        await IsKept("/login");

        Assert.False(await IsKept("/login"));
    }

    [Fact]
    public async Task The_next_day_the_page_is_made_anew()
    {
        await IsKept("/items?q=d");
        town.Time.Advance(TimeSpan.FromDays(1));

        Assert.False(await IsKept("/items?q=d"));
    }

    private async Task<bool> IsKept(string path, string? cookie = null)
    {
        using var browser = town.Anybody();
        if (cookie is not null)
        {
            browser.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        var answer = await browser.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.Contains("Age");
    }
}
