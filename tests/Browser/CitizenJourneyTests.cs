using System.Text;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>The case from the door to the decision, and the same way without script.</summary>
public sealed class CitizenJourneyTests(Hall hall)
{
    [Fact]
    public async Task A_citizen_applies_on_a_phone_the_unit_decides_and_the_citizen_downloads_the_decision()
    {
        var citizen = await hall.Visitor(Screen.Phone);
        await citizen.FindItem();
        await citizen.Apply("citizen1", "新开一间小餐馆，请予许可。");
        var receipt = await citizen.Submit();

        await UnitAccepts(receipt);
        await HeadGrants(receipt);

        await citizen.GotoAsync("/my/cases");
        await citizen.Locator("main a", new() { HasText = Application.Item }).First.ClickAsync();
        await citizen.Shows(receipt.Number);
        await citizen.Shows("准予");
        await citizen.Follow("查看和下载决定文书");
        await citizen.Shows("核验码");
        await Download(citizen, "下载 PDF", "%PDF");
        await Download(citizen, "下载 Word", "PK");
    }

    [Fact]
    public async Task A_citizen_applies_without_script()
    {
        var citizen = await hall.Visitor(Screen.Phone, script: false);
        await citizen.FindItem();
        await citizen.Apply("citizen2", "不开脚本也能申请。");
        var receipt = await citizen.Submit();

        var stranger = await hall.Visitor(Screen.Phone, script: false);
        await stranger.GotoAsync("/progress");
        await stranger.Type("受理编号", receipt.Number);
        await stranger.GetByLabel("查询码", new() { Exact = true }).FillAsync(receipt.Code);
        await stranger.Press("查询");
        await stranger.Shows("办理过程");
        await stranger.Shows(receipt.Number);
    }

    private async Task UnitAccepts(Receipt receipt)
    {
        var unit = await hall.SignedIn("scjg-approver");
        await unit.OpenCase(receipt.Number);
        await unit.Follow("受理");
        await unit.Press("确认受理");
        await unit.Shows("承诺时限从次日起算");
        await unit.Follow("审查");
        await unit.GetByLabel("拟准予").CheckAsync();
        await unit.Type("审查意见", "材料齐全，符合条件。");
        await unit.Press("提交审查意见");
        await unit.Shows("审查意见已提交");
    }

    private async Task HeadGrants(Receipt receipt)
    {
        var head = await hall.SignedIn("scjg-head");
        await head.OpenCase(receipt.Number);
        await head.Follow("签批");
        await head.GetByLabel("准予", new() { Exact = true }).CheckAsync();
        await head.Press("确认签批");
        await head.Shows("已作出决定");
    }

    private static async Task Download(IPage page, string text, string begins)
    {
        var file = await page.RunAndWaitForDownloadAsync(() => page.Follow(text));
        await using var stream = await file.CreateReadStreamAsync();
        var head = new byte[begins.Length];
        await stream.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
        Assert.Equal(begins, Encoding.ASCII.GetString(head));
    }
}
