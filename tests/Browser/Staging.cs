using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>What the demo world has none of, made by those who make it in life, so that the pages about it can be walked to: items under change, in review, suspended; a local day off.</summary>
internal static class Staging
{
    public static async Task Set(Hall hall)
    {
        var editor = await hall.SignedIn("scjg-editor");
        await editor.Go("/desk/items?q=药品零售企业经营许可");
        var links = await editor.Page.Locator("main td a[href*='/desk/items/']").AllAsync();
        var items = (await Task.WhenAll(links.Select(l => l.GetAttributeAsync("href")))).OfType<string>().Distinct().ToList();
        foreach (var item in items[..3])
        {
            await Do(editor, item, "变更");
        }

        await Do(editor, items[1], "提交审核");
        await Do(editor, items[2], "提交审核");
        await Do(await hall.SignedIn("scjg-reviewer"), items[2], "部门审核通过");
        await Do(await hall.SignedIn("catalogue1"), items[3], "暂停", "原因和依据");
        await DayOff(await hall.SignedIn("admin"));
    }

    private static async Task Do(Person staff, string item, string verb, string? reason = null)
    {
        await staff.Go(item);
        await staff.Follow(verb);
        if (reason is not null)
        {
            await staff.Type(reason, "系统升级，暂停一天。");
        }

        await staff.Press(verb);
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
    }

    private static async Task DayOff(Person admin)
    {
        await admin.Go("/desk/calendar/days/new");
        await admin.Type("日期", $"{TimeProvider.System.GetUtcNow().Year + 1}-08-18");
        await admin.Type("名称", "台风停工");
        await admin.Type("依据", "防汛防旱防风指挥部通知");
        await admin.Press("设定");
    }
}
