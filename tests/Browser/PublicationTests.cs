namespace Yimen.Browser;

/// <summary>An item on its way from the batch that came from above to the portal's search.</summary>
public sealed class PublicationTests(Hall hall)
{
    [Theory]
    [InlineData(Manner.Pointer, "外商投资企业登记（补发证书）")]
    [InlineData(Manner.NoScript, "外商投资企业登记（注销登记）")]
    [InlineData(Manner.Keyboard, "外商投资企业登记（变更登记）")]
    public async Task An_offered_item_is_claimed_edited_reviewed_published_and_found_by_the_public(Manner manner, string item)
    {
        var editor = await hall.SignedIn("scjg-editor", manner);
        await Claim(editor, item);
        await Edit(editor);
        await editor.Follow("返回事项");
        var address = editor.Page.Url;
        await editor.Follow("提交审核");
        await editor.Press("提交审核");
        await editor.Shows("已提交审核。");

        await Step(await hall.SignedIn("scjg-reviewer", manner), address, "部门审核通过", "已部门审核通过。");
        await Publish(await hall.SignedIn("catalogue1", manner), address, $"GD-{manner}-1");

        var citizen = await hall.Visitor(manner, Screen.Phone);
        await citizen.FindItem(item);
        await citizen.Shows("所需的条件齐备");
    }

    private static async Task Claim(Person editor, string item)
    {
        await editor.Go("/desk/offers");
        await editor.Type("名称或基本编码", "外商投资企业登记");
        await editor.Press("筛选");
        await editor.Follow(item);
        await editor.Press("认领");
        await editor.Shows("已认领，请填写实施清单。");
    }

    private static async Task Edit(Person editor)
    {
        await editor.Tick("企业法人");
        await Next(editor, "主体与权力");
        await Next(editor, "办理时限");
        await editor.Type("承诺办结时限", "3");
        await Next(editor, "受理与办理");
        await editor.Type("受理条件", "办理所需的条件齐备。");
        await editor.Tick("窗口办理");
        await editor.Type("必须现场办理原因", "须当面交回证书原件。");
        await editor.Press("保存");
        await Row(editor, "设定依据", "法律法规名称", "中华人民共和国外商投资法");
        await Row(editor, "审批结果", "结果名称", "营业执照");
    }

    private static async Task Row(Person editor, string group, string field, string text)
    {
        await editor.Follow(editor.Page.Locator("nav.tabs a", new() { HasText = group }));
        await editor.Press("再加一行");
        await editor.Type(field, text);
        await editor.Press("保存");
    }

    private static async Task Next(Person editor, string then)
    {
        await editor.Press("保存并填下一组");
        await editor.Shows("编辑：" + then);
    }

    /// <summary>The right to publish is the province's: what it gave the item is typed here.</summary>
    private static async Task Publish(Person centre, string address, string province)
    {
        await centre.Go(address);
        await centre.Follow("发布");
        await centre.Type("省目录编号", province);
        await centre.Type("省目录版本", "1");
        await centre.Press("发布");
        await centre.Shows("已发布，今天起生效。");
    }

    private static async Task Step(Person staff, string address, string verb, string done)
    {
        await staff.Go(address);
        await staff.Follow(verb);
        await staff.Press(verb);
        await staff.Shows(done);
    }
}
