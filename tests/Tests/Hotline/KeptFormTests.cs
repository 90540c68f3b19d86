using System.Net;
using AngleSharp.Dom;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>A rule that forbids, or another who was faster, takes nothing from whoever filled the form: it stands as it was typed, with the rule's sentence at its field.</summary>
public sealed class KeptFormTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task An_extension_that_is_too_long_is_told_at_its_field_with_the_reason_kept()
    {
        using var answer = await town.Step("market-liaison", await town.Signed(), "extension", ("days", "99"), ("why", "需要采购灯头"));

        var page = await Kept(answer);
        Assert.Contains("不超过原办理期限", page.QuerySelector("#f-days-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("需要采购灯头", page.QuerySelector("textarea[name=why]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_reply_that_must_wait_for_a_transfer_s_answer_is_not_lost()
    {
        var id = await town.Signed();
        await town.Step("market-liaison", id, "return", ("reason", "不属于本单位法定职责"), ("basis", "职责清单第三项"), ("proposed", "MZJ"));

        using var answer = await town.Reply(id);

        var page = await Kept(answer);
        Assert.Contains("移交申请还没有答复", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("当晚恢复照明", page.QuerySelector("textarea[name=text]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_return_keeps_article_and_unit()
    {
        var id = await town.Recorded();
        await town.Dispatch(id);
        town.Time.Advance(TimeSpan.FromDays(4));

        Assert.Contains("最迟为", await town.TextOf("market-liaison", $"/desk/orders/{id}/return"), StringComparison.Ordinal); // before anything is typed
        using var answer = await town.Step("market-liaison", id, "return", ("reason", "不属于本单位法定职责"), ("basis", "职责清单第三项"), ("proposed", "MZJ"));

        var page = await Kept(answer);
        Assert.Contains("最迟为", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("职责清单第三项", page.QuerySelector("[name=basis]") is { TagName: "INPUT" } input ? input.GetAttribute("value") : page.QuerySelector("[name=basis]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Whom_a_report_speaks_of_is_told_at_the_unit_s_field_and_closing_at_its_text()
    {
        using var dispatch = await town.Dispatch(await town.Recorded(("type", "Report"), ("reported", "SCJG")));
        var page = await Kept(dispatch);
        Assert.Contains("不能派给它自己办理", page.QuerySelector("#f-unit-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(OrderTown.Basis, page.QuerySelector("input[name=basis]")!.GetAttribute("value"));

        using var closure = await town.Step("hotline1", await town.Answered(), "closure", ("text", "已经电话告知。"));
        page = await Kept(closure);
        Assert.Contains("还没有回访到诉求人", page.QuerySelector("#f-text-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("已经电话告知。", page.QuerySelector("textarea[name=text]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Who_is_overtaken_finds_what_they_wrote_beside_what_stands_now()
    {
        var id = await town.Signed();
        var send = await town.ReplyForm(id);
        await town.Step("hotline1", id, "supplement", ("text", "诉求人补充：路口还有一盏。"));

        using var answer = await send();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var said = (await Town.PageOf(answer)).QuerySelector("main")!.TextContent;
        Assert.All(["别人刚刚修改过", "到现场查看，灯杆线路老化导致不亮。", "已更换线路和灯头，当晚恢复照明，感谢您的反映。"], s => Assert.Contains(s, said, StringComparison.Ordinal));
    }

    private static async Task<IDocument> Kept(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.NotNull(page.QuerySelector("main form[method=post]"));
        return page;
    }
}
