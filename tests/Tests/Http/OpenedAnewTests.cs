using System.Net;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

/// <summary>After a form was refused its address stands in the browser; whoever opens it anew is led back.</summary>
public sealed class OpenedAnewTests(Town town) : IClassFixture<Town>
{
    [Theory]
    [InlineData("/desk/payments/018f0000-0000-7000-8000-000000000001/settlement", "/desk/payments/018f0000-0000-7000-8000-000000000001")]
    [InlineData("/desk/pledges/018f0000-0000-7000-8000-000000000001/check", "/desk/pledges/018f0000-0000-7000-8000-000000000001")]
    public async Task The_address_of_a_form_leads_to_what_it_stands_under(string form, string page)
    {
        var answer = await (await town.SignedIn("clerk1")).GetAsync(form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.NotNull((await Town.PageOf(answer)).QuerySelector($"main a[href='{page}']"));
    }
}
