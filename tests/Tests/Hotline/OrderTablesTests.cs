using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Calls;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>The tables that were data of the program and are the county's now: invalid calls, what is not judged by satisfaction, the doors of publication.</summary>
public sealed class OrderTablesTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => ChinaTime.DateOf(town.Time.GetUtcNow());

    private string Tomorrow => $"{Today.AddDays(1):yyyy-MM-dd}";

    [Fact]
    public async Task While_the_county_takes_no_calls_there_is_no_table_of_invalid_calls()
    {
        await using var other = new Town();
        await other.InitializeAsync();
        var here = OrderCodeTables.Invalid.Href;
        var program = await Cases.CaseProgram.Program(other, "hotline1");

        Assert.Equal(HttpStatusCode.NotFound, await other.StatusOf("hotline1", here));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusOf("hotline1", here + "/export"));
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/api/v1/code-tables/order-invalid-calls", Ct)).StatusCode);
        Assert.DoesNotContain("无效来电情形", await other.TextOf("hotline1", OrderCodeTables.Here));
        Assert.DoesNotContain("order-invalid-calls", await program.GetStringAsync("/api/v1/code-tables", Ct));

        await other.SwitchOn();

        Assert.Equal(HttpStatusCode.OK, await other.StatusOf("hotline1", here));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/code-tables/order-invalid-calls", Ct)).StatusCode);
        Assert.Contains("无效来电情形", await other.TextOf("hotline1", OrderCodeTables.Here));
    }

    [Fact]
    public async Task A_reason_of_an_invalid_call_is_chosen_from_its_day_on_and_a_call_keeps_its_name()
    {
        await town.SwitchOn();
        var before = await town.Talking("table-1", "13800138071");
        await town.Finish(before, "invalid", fields: [("invalid", "silent")]);
        using var bad = await Set(OrderCodeTables.Invalid.Href, ("code", "无声"), ("name", ""), ("detail", ""));
        Assert.Contains("小写字母", (await Town.PageOf(bad)).QuerySelector("#f-code-error")!.TextContent);
        using var added = await Set(OrderCodeTables.Invalid.Href, ("code", "robot"), ("name", "机器人推销"), ("detail", "note"));
        using var renamed = await Set(OrderCodeTables.Invalid.Href, ("code", "silent"), ("name", "接通后无人说话"), ("detail", "plain"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (added.StatusCode, renamed.StatusCode));
        var early = await town.Talking("table-2", "13800138072");
        using var tooSoon = await town.Finish(early, "invalid", fields: [("invalid", "robot"), ("note", "推销贷款")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooSoon.StatusCode);

        town.Time.Advance(TimeSpan.FromDays(1));
        using var bare = await town.Finish(early, "invalid", fields: [("invalid", "robot")]);
        Assert.Contains("说明情况", (await Town.PageOf(bare)).QuerySelector("#f-note-error")!.TextContent);
        using var done = await town.Finish(early, "invalid", fields: [("invalid", "robot"), ("note", "推销贷款")]);

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(("机器人推销", "无声来电"), ((await town.Call("table-2")).InvalidReason, (await town.Call("table-1")).InvalidReason));
        var journal = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.Kind == OrderCodeTables.Invalid.Kind).Select(j => j.Changes).ToListAsync(Ct));
        Assert.Contains(journal, c => c.Contains("机器人推销（须说明情况）"));
    }

    [Fact]
    public async Task A_class_that_is_not_judged_by_satisfaction_is_left_out_from_its_day_on_and_not_before()
    {
        var here = OrderCodeTables.Unjudged.Href;
        Assert.All(["举报类", "010201", "粤办函〔2021〕216号"], said => Assert.Contains(said, town.TextOf("hotline1", here).Result));
        using var nothing = await Set(here, ("code", "123456"), ("name", "没有这个分类"));
        Assert.Contains("请选择分类或者类型", (await Town.PageOf(nothing)).QuerySelector("#f-code-error")!.TextContent);
        using var type = await Set(here, ("code", nameof(OrderType.Praise)), ("name", "表扬不评价满意率"));
        using var ended = await Set(here, ("code", "090101"), ("way", "end"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (type.StatusCode, ended.StatusCode));

        var codes = await town.Rows(db => db.OrderCodes(Ct));

        Assert.DoesNotContain(codes.Unjudged(Today), u => u.Type == OrderType.Praise);
        Assert.Contains(codes.Unjudged(Today), u => u.Class == "090101");
        Assert.Contains(codes.Unjudged(Today.AddDays(1)), u => u is { Type: OrderType.Praise, Class: null, Basis: "热线办通知" });
        Assert.DoesNotContain(codes.Unjudged(Today.AddDays(1)), u => u.Class == "090101");
        Assert.Contains("不以满意率评价：表扬不评价满意率", new AppraisalRules(Yimen.Hotline.Limits.OrderLimitTable.The.At(Today), codes.Unjudged(Today.AddDays(1))).InWords);
        Assert.Equal(codes.Unjudged(Today).Count, await town.Rows(db => Task.FromResult(db.OrderCodes().Unjudged(Today).Count)));
    }

    [Fact]
    public async Task A_door_is_opened_with_a_reason_and_none_is_left_without_a_word()
    {
        var here = OrderCodeTables.Doors.Href;
        using var bare = await Set(here, ("code", "Online"), ("name", ""), ("detail", ""));
        var page = await Town.PageOf(bare);
        Assert.All(["name", "detail"], f => Assert.NotNull(page.QuerySelector($"#f-{f}-error")));
        Assert.Equal("Online", page.QuerySelector("select[name=code] option[selected]")!.GetAttribute("value"));
        using var none = await Set(here, ("code", "Online"), ("way", "end"));
        Assert.Contains("至少要有 8 项", (await Town.PageOf(none)).QuerySelector("#f-code-error")!.TextContent);

        using var set = await Set(here, ("code", "Online"), ("name", "网络问政表单已写明会公开"), ("detail", "content"));

        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        var codes = await town.Rows(db => db.OrderCodes(Ct));
        Assert.False(codes.Doors(Today).Single(d => d.Door == OrderSource.Online).Content);
        Assert.True(codes.Doors(Today.AddDays(1)).Single(d => d.Door == OrderSource.Online).Content);
        Assert.Contains("网络问政表单已写明会公开", await town.TextOf("hotline1", here + "?standing=coming"));
        Assert.Contains("渠道的设定和历史", await town.TextOf("hotline1", "/desk/open311/services"));
    }

    private async Task<HttpResponseMessage> Set(string here, params (string Name, string? Value)[] fields)
    {
        (string Name, string? Value)[] usual = [("way", "set"), ("from", Tomorrow), ("basis", "热线办通知")];
        return await town.PostForm(await town.SignedIn("hotline1"), here, here, [.. usual.Where(u => fields.All(f => f.Name != u.Name)), .. fields]);
    }
}
