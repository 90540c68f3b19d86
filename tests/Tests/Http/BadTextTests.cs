using System.Net;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

/// <summary>A NUL, which PostgreSQL keeps in no text, is the sender's fault and not ours.</summary>
public sealed class BadTextTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/desk/cases?q=%00")]
    [InlineData("/desk/handovers?q=%00&state=%00")]
    [InlineData("/desk/outside-cases?q=%00")]
    public async Task A_search_with_a_nul_is_no_fault_of_the_system(string path)
    {
        var answer = await (await town.SignedIn("clerk1")).GetAsync(path, Ct);

        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task A_form_with_a_nul_is_kept_or_refused_and_never_fails()
    {
        var answer = await town.PostForm(town.Anybody(), "/grievances/new", "/grievances/new", ("matter", "跑了三趟\0没有办成"), ("name", "演示癸"), ("phone", "13800138013"));

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
    }
}
