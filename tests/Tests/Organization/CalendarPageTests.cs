using System.Net;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Tests.World;

namespace Yimen.Tests.Organization;

public sealed class CalendarPageTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_year_shows_every_day_and_marks_what_is_not_as_its_weekday_says()
    {
        var page = await Town.PageOf(await town.Anybody().GetAsync("/calendar?year=2020", Ct));

        Assert.Equal(12, page.QuerySelectorAll("table.month").Length);
        Assert.Equal(366, page.QuerySelectorAll("table.month td[title]").Length);
        Assert.Contains("10月1日 周四 国庆节、中秋节 休息", page.QuerySelector("td.day-off[title^='10月1日']")!.GetAttribute("title"));
        Assert.Equal("班", page.QuerySelector("td[title^='10月10日'] small")!.TextContent);
        Assert.Contains("249", page.QuerySelector(".lead")!.TextContent); // domain H
    }

    [Fact]
    public async Task A_year_that_is_not_announced_says_so()
    {
        var page = await Town.PageOf(await town.Anybody().GetAsync("/calendar?year=2999", Ct));

        Assert.Contains("放假安排未公布", page.QuerySelector(".lead")!.TextContent);
    }

    [Fact]
    public async Task A_deadline_chip_opens_the_table_of_days_with_their_reasons()
    {
        var href = DeadlineExplanation.Href(new(2020, 1, 20), Period.Working(5), [new Stop(new(2020, 1, 31), new(2020, 2, 10), "现场勘验")]);

        var page = await Town.PageOf(await town.Anybody().GetAsync(href, Ct));

        Assert.Contains("2020年2月12日", page.QuerySelector(".answer")!.TextContent);
        Assert.Equal(24, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("时限中止：现场勘验", page.QuerySelector("table")!.TextContent);
    }

    [Fact]
    public async Task What_cannot_be_read_is_shown_again_beside_its_field()
    {
        using var answer = await town.Anybody().GetAsync("/calendar/explain?from=yesterday&days=5&suspended=soon", Ct);
        var page = await Town.PageOf(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("yesterday", page.QuerySelector("#f-from")!.GetAttribute("value"));
        Assert.Equal("soon", page.QuerySelector("#f-suspended")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("#f-from-error"));
    }

    [Fact]
    public async Task A_very_long_answer_is_cut_and_says_so()
    {
        var page = await Town.PageOf(await town.Anybody().GetAsync("/calendar/explain?from=2020-01-20&days=2000", Ct));

        Assert.Contains("此处列出前 1100 天", page.Body!.TextContent);
    }
}
