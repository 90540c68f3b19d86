using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Delivery;
using Yimen.Platform.Identity;
using Yimen.Tests.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>签收, 拍照, 答复, 逐级审核, 回访, 办结, 重办.</summary>
public sealed class HandlingTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_liaison_signs_photographs_and_replies_and_it_goes_up_to_the_caller()
    {
        var id = await town.Signed();
        Assert.Equal(("reply", Roles.Liaison), Assert.Single((await town.TasksOf(id)).Select(t => (t.Code, t.Role))));

        var photo = await town.PostFile("market-liaison", $"/desk/orders/{id}/photos", "photos", Specimens.Jpeg, "现场.jpg", []);
        Assert.Equal(HttpStatusCode.SeeOther, photo.StatusCode);
        Assert.Equal(OrderState.Handling, (await town.Order(id)).State);
        await town.Reply(id);
        var task = Assert.Single(await town.TasksOf(id));
        Assert.Equal(("review", Roles.Approver, (UnitId?)TownPeople.Market), (task.Code, task.Role, task.Unit));
        await town.Step("market-approver", id, "review", ("answer", "yes"));
        Assert.Equal(Roles.UnitHead, Assert.Single(await town.TasksOf(id)).Role);
        await town.Step("market-head", id, "review", ("answer", "yes"));
        Assert.Equal(("release", Roles.Hotline), Assert.Single((await town.TasksOf(id)).Select(t => (t.Code, t.Role))));
        await town.Step("hotline1", id, "office-review", ("answer", "yes"));

        var row = await town.Order(id);
        Assert.Equal((OrderState.FollowUp, (UnitOutcome?)UnitOutcome.Solved), (row.State, row.Outcome));
        Assert.Equal(["分管负责人", "单位负责人", "热线办"], row.Reviews.OrderBy(r => r.At).ThenBy(r => r.Id).Select(r => r.Level));
        Assert.Equal(["受理", "派单", "签收", "开始办理", "上传照片", "回复", "逐级审核", "报热线办", "审核通过"], await town.JournalOf(id));
        Assert.Equal(1, await town.Rows(db => db.Set<OutboxMessage>().CountAsync(m => m.MatterId == id && m.Channel == DeliveryChannel.Sms)));
        using var scan = await (await town.SignedIn("hotline1")).GetAsync($"/desk/orders/{id}/files/{row.LastReply!.ScanId}", Ct);
        Assert.Equal("application/pdf", scan.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("contactedOn", "", "哪一天联系")]
    [InlineData("contactedOn", "2020-12-31", "不能晚于现在")]
    [InlineData("contactedAt", "", "几点联系")]
    [InlineData("way", "", "怎样联系")]
    [InlineData("facts", "看了", "调查情况")]
    [InlineData("outcome", "", "承办结果")]
    [InlineData("text", "好了", "答复内容")]
    [InlineData("basis", "", "依据")]
    [InlineData("person", "", "联系人")]
    [InlineData("phone", "12", "联系电话")]
    public async Task A_missing_part_of_the_reply_blocks_it_and_is_named_at_its_field(string field, string value, string says)
    {
        var id = await Shared();

        var answer = await town.Reply(id, fields: (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains(says, page.QuerySelector($"#f-{field}-error")!.TextContent);
        Assert.Contains(field == "basis" ? "到现场查看" : "城市照明管理规定", page.QuerySelector("form[enctype]")!.TextContent); // what was typed stays
        Assert.Equal(OrderState.Signed, (await town.Order(id)).State);
    }

    [Fact]
    public async Task Without_the_sealed_scan_or_with_a_file_that_lies_it_is_not_taken()
    {
        var id = await Shared();

        var without = await town.Reply(id, scan: []);
        var lying = await town.Reply(id, scan: [.. "MZ this is a program"u8]);

        Assert.Contains("扫描件", (await Town.PageOf(without)).QuerySelector("#f-scan-error")!.TextContent);
        Assert.Contains("不能接收这种文件", (await Town.PageOf(lying)).QuerySelector("#f-scan-error")!.TextContent);
        Assert.Empty((await town.Order(id)).Replies);
    }

    [Fact]
    public async Task A_liaison_does_not_answer_for_another_unit_not_even_one_that_assists()
    {
        var id = await town.Recorded();
        await town.Dispatch(id, "SCJG", ("assisting", "MZJ"));

        Assert.Equal(HttpStatusCode.Conflict, (await town.Step("civil-liaison", id, "signature")).StatusCode);
        await town.Step("market-liaison", id, "signature");
        Assert.Equal(HttpStatusCode.Conflict, (await town.Reply(id, "civil-liaison")).StatusCode);
        await town.Step("civil-liaison", id, "assistance", ("text", "本单位管理的路段没有问题。"));

        var row = await town.Order(id);
        Assert.Equal((OrderState.Signed, "本单位管理的路段没有问题。"), (row.State, Assert.Single(row.Assists).Opinion));
        Assert.Equal(["reply"], (await town.TasksOf(id)).Select(t => t.Code));
    }

    [Fact]
    public async Task A_reply_sent_back_is_mended_and_the_first_stays_beside_it()
    {
        var id = await town.Signed();
        await town.Reply(id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Step("market-head", id, "review", ("answer", "no"), ("remark", ""))).StatusCode);
        await town.Step("market-head", id, "review", ("answer", "no"), ("remark", "没有写明什么时候修好。"));
        Assert.Contains("没有写明什么时候修好", await town.TextOf("market-liaison", $"/desk/orders/{id}/reply"));
        await town.Reply(id);
        await town.Step("market-head", id, "review", ("answer", "yes")); // the head's level covers those below
        await town.Step("hotline1", id, "office-review", ("answer", "no"), ("remark", "请补充联系人。"));

        var row = await town.Order(id);
        Assert.Equal((OrderState.Handling, 2), (row.State, row.Replies.Count));
        Assert.All(row.Replies, r => Assert.NotNull(r.SentBackAt));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("civil-head", $"/desk/orders/{id}/review"));
    }

    [Fact]
    public async Task It_is_closed_when_the_caller_was_asked_and_the_two_verdicts_stand_beside_each_other()
    {
        var id = await town.Answered();

        Assert.Equal(HttpStatusCode.Conflict, (await town.Step("hotline1", id, "closure")).StatusCode); // not asked yet
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Step("hotline1", id, "visits", ("reached", "yes"))).StatusCode);
        await town.Step("hotline1", id, "visits", ("reached", "no"));
        await town.Step("hotline1", id, "visits", ("reached", "yes"), ("attitude", "Satisfied"), ("result", "NotSolved"), ("note", "灯又不亮了"));
        Assert.Equal(HttpStatusCode.Conflict, (await town.Step("hotline1", id, "closure")).StatusCode); // displeased: not without a reason
        await town.Step("hotline1", id, "closure", ("text", "已转入路灯改造计划，诉求人知晓。"));

        var row = await town.Order(id);
        Assert.Equal((OrderState.Closed, (UnitOutcome?)UnitOutcome.Solved, (CallerResult?)CallerResult.NotSolved, (Attitude?)Attitude.Satisfied), (row.State, row.Outcome, row.Result, row.Attitude));
        Assert.Equal(2, row.Visits.Count);
        Assert.Equal(UnitOutcome.Solved, row.Visits.Last(v => v.Reached).Said);
    }

    [Fact]
    public async Task Who_is_never_reached_is_closed_after_the_third_attempt()
    {
        var id = await town.Answered();
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal(HttpStatusCode.Conflict, (await town.Step("hotline1", id, "closure")).StatusCode);
            await town.Step("hotline1", id, "visits", ("reached", "no"));
        }

        await town.Step("hotline1", id, "closure");
        await town.Step("hotline1", id, "archive", ("text", "RX-2020-0001"));

        Assert.Equal((OrderState.Archived, "RX-2020-0001"), ((await town.Order(id)).State, (await town.Order(id)).ArchiveNumber));
    }

    [Fact]
    public async Task Handled_again_it_has_a_limit_of_its_own_and_the_third_time_it_is_raised_and_coordinated()
    {
        var id = await town.Answered();
        for (var n = 1; n <= 3; n++)
        {
            await town.Step("hotline1", id, "rehandling", ("text", "诉求人反映没有修好。"));
            var row = await town.Order(id);
            Assert.Equal((OrderState.Handling, n, (DateOnly?)new DateOnly(2020, 11, 9), n == 3), (row.State, row.Rehandlings, row.Due, row.Raised));
            if (n < 3)
            {
                await town.Finish(id);
            }
        }

        Assert.Equal(["coordinate", "reply"], (await town.TasksOf(id)).Select(t => t.Code));
        await town.Step("hotline1", id, "coordination", ("metOn", "2020-11-02"), ("units", "市场监管局、民政局"), ("minutes", "两家都认为线路不归自己，会议核对了移交清单。"), ("decision", "由民政局牵头一周内更换整条线路。"), ("lead", "MZJ"), ("due", "2020-11-09"));
        Assert.Equal(new UnitId("MZJ"), Assert.Single((await town.Order(id)).Coordinations).Lead);
    }

    [Fact]
    public async Task Who_is_still_displeased_is_not_closed_before_the_meeting_decided_and_nothing_is_archived_over_it()
    {
        var (id, content) = (await Raised(), await Raised());
        await town.Step("hotline1", id, "visits", ("reached", "yes"), ("attitude", "Dissatisfied"), ("result", "NotSolved"));
        await town.Step("hotline1", content, "visits", ("reached", "yes"), ("attitude", "Satisfied"), ("result", "Solved"));

        using var refused = await town.Step("hotline1", id, "closure", ("text", "已经尽力。"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("请先记录协调决定", (await Town.PageOf(refused)).Body!.TextContent, StringComparison.Ordinal);

        // who is content at last is closed; the meeting's word is still owed, and comes before the archive
        await town.Step("hotline1", content, "closure");
        Assert.Equal(["coordinate"], (await town.TasksOf(content)).Select(t => t.Code));
        Assert.Equal(HttpStatusCode.Conflict, (await town.Step("hotline1", content, "archive", ("text", "RX-1"))).StatusCode);
        await town.Step("hotline1", content, "coordination", ("metOn", "2020-11-02"), ("units", "市场监管局"), ("minutes", "会议核对了三次办理的经过。"), ("decision", "照此办理，今后由市场监管局牵头。"), ("lead", "SCJG"), ("due", "2020-11-09"));
        Assert.Equal(HttpStatusCode.Conflict, (await town.Step("hotline1", content, "archive", ("text", "RX-1"))).StatusCode); // what it gave to do is owed as well
        await town.Step("market-liaison", content, "duty", ("text", "已经明确由我局照此办理。"));
        await town.Step("hotline1", content, "archive", ("text", "RX-1"));
        Assert.Equal(OrderState.Archived, (await town.Order(content)).State);
        Assert.Empty(await town.TasksOf(content));
    }

    private async Task<Guid> Raised()
    {
        var id = await town.Answered();
        for (var n = 1; n <= 3; n++)
        {
            await town.Step("hotline1", id, "rehandling", ("text", "诉求人反映没有修好。"));
            await town.Finish(id);
        }

        return id;
    }

    [Fact]
    public async Task The_caller_is_to_be_asked_the_day_after_the_answer()
    {
        var id = await town.Answered();

        Assert.Equal(new DateOnly(2020, 11, 3), Assert.Single(await town.TasksOf(id), t => t.Code == "visit").Due);
    }

    private async Task<Guid> Shared() => await town.Rows(db => db.Orders.Where(o => o.Topic == "shared").Select(o => (Guid?)o.Id).FirstOrDefaultAsync()) ?? await Make();

    private async Task<Guid> Make()
    {
        var id = await town.Recorded();
        await town.Dispatch(id, "SCJG", ("topic", "shared"));
        await town.Step("market-liaison", id, "signature");
        return id;
    }
}
