using System.Net;
using System.Net.Http.Json;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Coordination;
using Yimen.Kernel;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>疑难件协调: proposed, decided by a meeting, carried out by the units to which it gave something to do.</summary>
public sealed class CoordinationTests(Town town) : IClassFixture<Town>
{
    private static readonly (string, string?)[] Meeting =
    [
        ("metOn", "2020-11-02"), ("units", "热线办、市场监管局、民政局"), ("minutes", "两家都认为线路不归自己，会议核对了移交清单。"), ("decision", "由市场监管局牵头一周内更换整条线路。"), ("lead", "SCJG"), ("due", "2020-11-09"),
        ("duty1", "MZJ"), ("what1", "通知沿线住户"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_meeting_decides_becomes_tasks_of_the_units_until_they_say_what_they_did()
    {
        var id = await Proposed();
        using var decided = await town.Step("hotline1", id, "coordination", Meeting);
        Assert.Equal(HttpStatusCode.SeeOther, decided.StatusCode);

        var tasks = (await town.TasksOf(id)).Where(t => t.Code.StartsWith("duty", StringComparison.Ordinal)).Select(t => (t.Code, t.Unit!.Value.Value, t.Due));
        Assert.Equal([("duty-MZJ", "MZJ", new DateOnly(2020, 11, 9)), ("duty-SCJG", "SCJG", new DateOnly(2020, 11, 9))], tasks);
        var page = await town.TextOf("civil-liaison", $"/desk/orders/{id}"); // who was given something to do may open it
        Assert.Contains("两家都认为线路不归自己", page);
        Assert.Contains("通知沿线住户", page);

        await town.Step("civil-liaison", id, "duty", ("text", "已逐户通知，共二十四户。"));

        var row = await town.Order(id);
        Assert.Equal(["SCJG"], row.Duties.Where(d => d.IsOpen).Select(d => d.Unit.Value));
        Assert.Equal("反馈落实", (await town.JournalOf(id))[^1]);
        Assert.Equal(HttpStatusCode.Conflict, (await Api("civil-liaison", $"/api/v1/orders/{id}/duty", new { text = "已逐户通知。" })).StatusCode); // once
        Assert.Equal(HttpStatusCode.Conflict, (await Api("civil-liaison", $"/api/v1/orders/{id}/handling", new { })).StatusCode); // it answers for its own part only
    }

    [Fact]
    public async Task Gaps_are_named_at_their_fields_and_what_was_typed_stays()
    {
        var id = await Proposed();

        using var answer = await town.Step("hotline1", id, "coordination", ("metOn", "昨天"), ("units", ""), ("minutes", "没谈拢"), ("decision", ""), ("lead", ""), ("due", ""), ("duty1", "MZJ"), ("what1", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Equal(7, page.QuerySelectorAll(".error-summary li").Length);
        Assert.Equal("没谈拢", page.QuerySelector("textarea[name=minutes]")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.BadRequest, (await Api("hotline1", $"/api/v1/orders/{id}/coordination", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await town.StatusOf("market-liaison", $"/desk/orders/{id}/coordination")));
    }

    [Theory]
    [InlineData("metOn", "2020-11-03", "会议日期")] // to come
    [InlineData("due", "2020-11-01", "完成期限")]
    [InlineData("due", "9999-12-31", "完成期限")]
    [InlineData("duty1", "SCJG", "只能列一次")]
    public async Task A_meeting_holds_its_rules(string field, string value, string words)
    {
        var id = await Proposed();

        using var answer = await town.Step("hotline1", id, "coordination", [.. Meeting.Where(m => m.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(words, (await Town.PageOf(answer)).Body!.TextContent);
        Assert.NotNull((await town.Order(id)).OpenCoordination);
    }

    [Fact]
    public async Task Whom_the_order_speaks_of_is_given_nothing_to_do()
    {
        var id = await Proposed(("type", "Report"), ("reported", "MZJ"));

        using var answer = await town.Step("hotline1", id, "coordination", Meeting);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("civil-liaison", $"/desk/orders/{id}"));
    }

    [Fact]
    public async Task A_duty_may_be_told_after_the_caller_was_answered_and_one_told_late_stays_late()
    {
        var id = await Proposed();
        await town.Step("hotline1", id, "coordination", Meeting);
        await town.Finish(id);
        Assert.Equal(["duty-MZJ", "duty-SCJG", "visit"], (await town.TasksOf(id)).Select(t => t.Code));

        var order = await town.Order(id);
        order.ReportDuty("已通知。", new Act(new Actor(Guid.Empty, "联络员", TownPeople.Civil), new DateTimeOffset(2020, 11, 11, 1, 0, 0, TimeSpan.Zero)));

        Assert.True(order.Duties.Single(d => d.Unit == TownPeople.Civil) is { ReportedOn: { } on, Due: var due } && on > due);
        Assert.Equal(OrderState.FollowUp, order.State);
    }

    [Fact]
    public async Task What_a_unit_owes_holds_the_archive_until_it_answers_or_the_office_says_what_became_of_it()
    {
        var id = await Proposed();
        await town.Step("hotline1", id, "coordination", Meeting);
        await town.Finish(id);
        await town.Step("hotline1", id, "visits", ("reached", "yes"), ("attitude", "Satisfied"), ("result", "Solved"));
        await town.Step("hotline1", id, "closure");
        using var early = await town.Step("hotline1", id, "archive", ("text", "RX-2020-0301"));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("还有 2 件没有反馈", (await Town.PageOf(early)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", $"/desk/orders/{id}/duty-note"));

        using var noted = await town.Step("hotline1", id, "duty-note", ("text", "到现场看过，线路已经换好。"));
        Assert.Equal(HttpStatusCode.SeeOther, noted.StatusCode);
        using var again = await (await Yimen.Tests.Cases.CaseProgram.Program(town, "hotline1")).PostAsJsonAsync($"/api/v1/orders/{id}/duty-note", new { text = "到现场看过。" }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        await town.Step("hotline1", id, "archive", ("text", "RX-2020-0301"));

        var row = await town.Order(id);
        Assert.Equal((OrderState.Archived, true), (row.State, row.Duties.All(d => d is { IsOpen: false, Report: "到现场看过，线路已经换好。" })));
        Assert.Equal(["登记落实", "归档"], (await town.JournalOf(id))[^2..]);
    }

    private async Task<Guid> Proposed(params (string, string?)[] fields)
    {
        var id = await town.Signed(fields);
        await town.Step("hotline1", id, "coordination-request", ("text", "两家都说不归自己管"));
        return id;
    }

    private async Task<HttpResponseMessage> Api(string user, string path, object body) => await (await Yimen.Tests.Cases.CaseProgram.Program(town, user)).PostAsJsonAsync(path, body, Ct);
}
