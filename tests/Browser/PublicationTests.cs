using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>An item on its way from the batch that came from above to the portal's search.</summary>
public sealed class PublicationTests(Hall hall)
{
    private const string Item = "外商投资企业登记（补发证书）";

    [Fact]
    public async Task An_offered_item_is_claimed_edited_reviewed_published_and_found_by_the_public()
    {
        var editor = await hall.SignedIn("scjg-editor");
        await Claim(editor);
        await Edit(editor);
        await editor.Follow("返回事项");
        await editor.Follow("提交审核");
        await editor.Press("提交审核");
        await editor.Shows("已提交审核。");
        var address = editor.Url;

        var reviewer = await hall.SignedIn("scjg-reviewer");
        await reviewer.GotoAsync(address);
        await reviewer.Follow("部门审核通过");
        await reviewer.Press("部门审核通过");
        await reviewer.Shows("已部门审核通过。");

        var centre = await hall.SignedIn("catalogue1");
        await centre.GotoAsync(address);
        await centre.Follow("发布");
        await centre.Press("发布");
        await centre.Shows("已发布，今天起生效。");

        var citizen = await hall.Visitor(Screen.Phone);
        await citizen.FindItem(Item);
        await citizen.Shows("补发所需的条件齐备");
    }

    private static async Task Claim(IPage editor)
    {
        await editor.GotoAsync("/desk/offers");
        await editor.Type("名称或基本编码", "外商投资企业登记");
        await editor.Press("筛选");
        await editor.Follow(Item);
        await editor.Press("认领");
        await editor.Shows("已认领，请填写实施清单。");
    }

    private static async Task Edit(IPage editor)
    {
        await editor.GetByLabel("企业法人", new() { Exact = true }).CheckAsync();
        await Next(editor, "主体与权力");
        await Next(editor, "办理时限");
        await editor.Type("承诺办结时限", "3");
        await Next(editor, "受理与办理");
        await editor.Type("受理条件", "补发所需的条件齐备。");
        await editor.GetByLabel("窗口办理", new() { Exact = true }).CheckAsync();
        await editor.Type("必须现场办理原因", "须当面交回损毁的证书原件。");
        await editor.Press("保存");
        await editor.Follow("审批结果");
        await editor.Press("再加一行");
        await editor.Type("结果名称", "营业执照");
        await editor.Press("保存");
    }

    private static async Task Next(IPage editor, string then)
    {
        await editor.Press("保存并填下一组");
        await editor.Shows("编辑：" + then);
    }
}
