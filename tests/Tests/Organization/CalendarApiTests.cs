using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Yimen.Tests.World;

namespace Yimen.Tests.Organization;

public sealed class CalendarApiTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_working_days_over_the_spring_festival_with_a_suspension_explain_themselves()
    {
        var answer = await Get("due?from=2020-01-20&days=5&kind=working&suspended=2020-01-31..2020-02-10");

        Assert.Equal("2020-02-12", answer.GetProperty("due").GetString());
        Assert.False(answer.GetProperty("provisional").GetBoolean());
        var days = answer.GetProperty("days").EnumerateArray().ToList();
        Assert.Equal("2020-01-20", days[0].GetProperty("date").GetString());
        Assert.False(days[0].GetProperty("counts").GetBoolean());
        Assert.Equal(5, days.Count(d => d.GetProperty("counts").GetBoolean()));
        Assert.Equal(5, days[^1].GetProperty("number").GetInt32());
        Assert.Contains(days, d => d.GetProperty("reason").GetString()!.Contains("春节"));
        Assert.Contains(days, d => d.GetProperty("reason").GetString()!.Contains("时限中止"));
    }

    [Fact]
    public async Task An_open_suspension_leaves_no_due_date()
    {
        var answer = await Get("due?from=2020-05-06&days=5&suspended=2020-05-07..");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("due").ValueKind);
    }

    [Fact]
    public async Task Several_suspensions_and_an_extension_are_taken_together()
    {
        var plain = await Get("due?from=2020-06-01&days=3");
        var stopped = await Get("due?from=2020-06-01&days=3&suspended=2020-06-02..2020-06-03&suspended=2020-06-04..2020-06-05&extra=2");

        Assert.Equal("2020-06-04", plain.GetProperty("due").GetString());
        Assert.Equal("2020-06-10", stopped.GetProperty("due").GetString());
    }

    [Fact]
    public async Task A_natural_day_limit_that_ends_on_a_rest_day_moves_to_the_next_working_day()
    {
        // 民法典 第二百零三条
        var answer = await Get("due?from=2020-09-30&days=3&kind=calendar");

        Assert.Equal("2020-10-09", answer.GetProperty("due").GetString());
    }

    [Fact]
    public async Task A_year_without_a_notice_makes_the_date_provisional()
    {
        var answer = await Get("due?from=2031-03-03&days=5");

        Assert.True(answer.GetProperty("provisional").GetBoolean());
    }

    [Fact]
    public async Task Consumed_days_leave_out_the_first_and_hold_the_last()
    {
        var answer = await Get("consumed?from=2020-04-24&to=2020-04-26");

        Assert.Equal(1, answer.GetProperty("workingDays").GetInt32()); // Sunday, 26 April was worked instead of 4 May
    }

    [Theory]
    [InlineData("due", "from", "请给出起算日（from）")]
    [InlineData("due?from=2020-13-01&days=5", "from", "起算日（from）不是有效日期")]
    [InlineData("due?from=0001-01-01&days=5", "from", "1949")]
    [InlineData("due?from=2020-01-20", "days", "请给出时限（days）")]
    [InlineData("due?from=2020-01-20&days=-1", "days", "时限（days）应为 0 至 10000 的整数")]
    [InlineData("due?from=2020-01-20&days=99999999999", "days", "时限（days）应为")]
    [InlineData("due?from=2020-01-20&days=5&extra=x", "extra", "延期天数（extra）应为")]
    [InlineData("due?from=2020-01-20&days=10000&extra=1", "days", "之和")]
    [InlineData("due?from=2020-01-20&days=5&kind=lunar", "kind", "working")]
    [InlineData("due?from=2020-01-20&days=5&suspended=2020-01-31", "suspended", "2020-01-31..2020-02-10")]
    [InlineData("due?from=2020-01-20&days=5&suspended=2020-02-10..2020-01-31", "suspended", "早于开始日期")]
    [InlineData("consumed?from=2020-01-20", "to", "请给出截止日（to）")]
    [InlineData("consumed?from=2020-01-20&to=2020-01-19", "to", "不能早于起算日")]
    public async Task Bad_input_is_named_by_its_parameter_in_chinese(string address, string parameter, string words)
    {
        using var answer = await town.Anybody().GetAsync($"/api/v1/calendar/{address}", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Contains(words, problem.GetProperty("errors").GetProperty(parameter)[0].GetString());
    }

    [Fact]
    public async Task What_is_well_formed_and_too_long_to_explain_is_refused()
    {
        using var answer = await town.Anybody().GetAsync("/api/v1/calendar/due?from=2020-01-20&days=10000&extra=0&suspended=2020-01-21..2120-01-01", Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("不能逐日说明", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString());
    }

    private async Task<JsonElement> Get(string address)
    {
        using var answer = await town.Anybody().GetAsync($"/api/v1/calendar/{address}", Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}
