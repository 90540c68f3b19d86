using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>物料交接: folders go from the counter to the unit and both sign.</summary>
public sealed class HandoverTests(Hall hall)
{
    [Theory]
    [InlineData(Manner.Pointer)]
    [InlineData(Manner.NoScript)]
    public async Task The_clerk_scans_out_the_unit_counts_in_and_a_shortage_is_cleared(Manner manner)
    {
        var clerk = await hall.SignedIn("clerk1", manner);
        var (first, second) = ((await WindowTests.Received(clerk)).Number, (await WindowTests.Received(clerk)).Number);
        await clerk.Go("/desk/handovers");
        await clerk.Choose("方向", "ToUnit");
        await clerk.Choose("部门", "SCJG");
        await clerk.Type("窗口", "A01");
        await clerk.Follow(clerk.Page.Locator("form[method=post][action$='/desk/handovers'] button[type=submit]"));
        foreach (var number in new[] { first, second })
        {
            await clerk.Type("受理编号", number);
            await clerk.Press("扫入");
            await Assertions.Expect(clerk.Page.Locator("tbody")).ToContainTextAsync(number);
        }

        var slip = new Uri(clerk.Page.Url).AbsolutePath;
        await (manner == Manner.NoScript ? clerk.Press("交出 2 件") : clerk.Agree("交出 2 件"));
        await clerk.Shows("物料流转清单");

        var unit = await hall.SignedIn("scjg-approver", manner);
        await unit.Go(slip);
        await unit.Tick(unit.Page.GetByLabel(first));
        await unit.Type("短缺情况", "少一件，请核对。");
        await unit.Press("签收");
        await unit.Shows("少一件，请核对。");

        await clerk.Go(slip);
        await clerk.Type("短缺的原因和处理结果", "落在收件台上，已补交。");
        await clerk.Tick(clerk.Page.GetByLabel(second));
        await clerk.Press("确认了结");

        foreach (var number in new[] { first, second })
        {
            await unit.OpenCase(number);
            await unit.Shows("纸件现在在谁手里");
            await Assertions.Expect(unit.Page.Locator("aside")).ToContainTextAsync("市场监督管理局");
        }
    }
}
