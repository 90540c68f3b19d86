using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>Someone stands at the window with his papers.</summary>
public sealed class WindowTests(Hall hall)
{
    // the demo world's second citizen; the number passes the checksum and belongs to nobody
    private const string Name = "演示乙";
    private const string ResidentId = "440281195510019988";

    [Fact]
    public async Task A_walk_in_is_received_at_the_window_and_accepted_by_the_unit()
    {
        var clerk = await hall.SignedIn("clerk1");
        await ChooseItem(clerk);
        await FillIn(clerk);
        await clerk.Press("收件并打印凭证");
        await clerk.Shows("已收件，请打印收件凭证交申请人。");
        var receipt = await clerk.ReadReceipt();
        await clerk.Shows("食品经营许可申请书");

        var unit = await hall.SignedIn("scjg-approver");
        await unit.OpenCase(receipt.Number);
        await unit.Follow("受理");
        await unit.Press("确认受理");
        await unit.Shows("已受理，承诺时限从次日起算");

        await clerk.OpenCase(receipt.Number);
        await clerk.Shows("A01");
        await Assertions.Expect(clerk.GetByText("已受理").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_resident_id_is_named_at_its_field_and_nothing_typed_is_lost()
    {
        var clerk = await hall.SignedIn("clerk1");
        await ChooseItem(clerk);
        await FillIn(clerk);
        var number = clerk.GetByLabel("身份证号码或统一社会信用代码");
        await number.FillAsync("440281195510019987");
        await clerk.Press("收件并打印凭证");
        await Assertions.Expect(number).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(number).ToHaveValueAsync("440281195510019987");
        await Assertions.Expect(clerk.GetByLabel("姓名或单位名称")).ToHaveValueAsync(Name);
    }

    private static async Task ChooseItem(IPage clerk)
    {
        await clerk.GotoAsync("/desk/reception");
        await clerk.Type("事项名称", "食品经营许可");
        await clerk.Press("查找");
        await clerk.Follow(Application.Item);
    }

    private static async Task FillIn(IPage clerk)
    {
        await clerk.GetByLabel("收件窗口").SelectOptionAsync("A01");
        await clerk.GetByLabel("自然人", new() { Exact = true }).CheckAsync();
        await clerk.Type("姓名或单位名称", Name);
        await clerk.Type("身份证号码或统一社会信用代码", ResidentId);
        await clerk.Type("联系电话", "13800138002");
        foreach (var box in await clerk.GetByRole(AriaRole.Group, new() { Name = "收到的材料" }).GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await box.CheckAsync();
        }
    }
}
