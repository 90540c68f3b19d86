using System.Net;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>进度查询 without an account: number and query code, both or nothing.</summary>
public sealed class ProgressTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task Number_and_code_open_the_progress_with_the_name_masked()
    {
        var c = await town.CaseOf(await town.Receive(TownCatalogue.Food));

        var answer = await Look(c.Number, $" {c.QueryCode.ToLowerInvariant()} ");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = (await Town.PageOf(answer)).Body!.TextContent;
        Assert.Contains(c.ItemName, text);
        Assert.Contains("演*丙", text);
        Assert.DoesNotContain("演示丙", text);
        Assert.Contains("窗口已收件", text);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_wrong_code_and_a_wrong_number_are_answered_alike()
    {
        var c = await town.CaseOf(await town.Receive(TownCatalogue.Food));

        var code = await Look(c.Number, "222222");
        var number = await Look("20201102SCJG9999", "222222");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (code.StatusCode, number.StatusCode));
        Assert.Equal((await Town.PageOf(code)).QuerySelector(".error-summary")!.TextContent, (await Town.PageOf(number)).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task One_of_the_two_is_not_enough_and_the_other_is_asked_for()
    {
        var c = await town.CaseOf(await town.Receive(TownCatalogue.Food));

        var answer = await Look(c.Number, "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.NotNull(page.QuerySelector("#f-code-error"));
        Assert.Equal(c.Number, page.QuerySelector("input[name=number]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Trying_codes_is_stopped_after_ten()
    {
        var c = await town.CaseOf(await town.Receive(TownCatalogue.Food));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 11; i++)
        {
            answers.Add((await Look(c.Number, $"33333{(char)('A' + i)}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(10, answers.Count(a => a == HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Look(c.Number, c.QueryCode)).StatusCode);
    }

    [Fact]
    public async Task A_draft_has_no_progress()
    {
        var c = await town.CaseOf(await town.BeginOnline(TownCatalogue.Food));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Look(c.Number, c.QueryCode)).StatusCode);
    }

    private Task<HttpResponseMessage> Look(string number, string code) =>
        town.Anybody().GetAsync($"/progress?number={number}&code={Uri.EscapeDataString(code)}", TestContext.Current.CancellationToken);
}
