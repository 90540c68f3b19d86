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
        await TwoAtOnce(await hall.SignedIn("clerk1"));
        await Owing(hall);
    }

    /// <summary>Where somebody's walk begins beside the usual: what was made here and no link of the first page leads to.</summary>
    public static IEnumerable<string> Begins(string user) => Made.Where(m => m.User == user).Select(m => m.Address);

    private static readonly List<(string User, string Address)> Made = [];

    /// <summary>一次多件: two items for one who stands at the window.</summary>
    private static async Task TwoAtOnce(Person clerk)
    {
        await clerk.Go("/desk/reception?q=食品经营许可");
        foreach (var box in (await clerk.Page.Locator("input[name=item]").AllAsync()).Take(2))
        {
            await clerk.Tick(box);
        }

        await clerk.Press("勾选的一次收件");
        Made.Add(("clerk1", new Uri(clerk.Page.Url).PathAndQuery));
        await clerk.Choose("收件窗口", "A01");
        await clerk.Tick("自然人");
        await clerk.Type("姓名或单位名称", "演示乙");
        await clerk.Type("身份证号码或统一社会信用代码", "440281195510019988");
        await clerk.Type("联系电话", "13800138002");
        await clerk.Press("收 2 件并打印凭证");
        Made.Add(("clerk1", new Uri(clerk.Page.Url).PathAndQuery));
    }

    /// <summary>A citizen who owes a material (容缺), about whose case another unit is asked (联审意见), and one who is told what to correct (补正).</summary>
    private static async Task Owing(Hall hall)
    {
        var (citizen, unit) = (await hall.Visitor(width: Screen.Phone), await hall.SignedIn("scjg-approver"));
        await citizen.FindItem();
        await citizen.Apply("citizen1", "健康证明后补。", whole: false);
        var number = (await citizen.Submit()).Number;
        await unit.Accept(number);
        var owed = new Uri(unit.Page.Url).PathAndQuery;
        Made.Add(("scjg-approver", owed));
        await TellHearing(unit);
        Made.Add(("citizen1", owed.Replace("/desk/", "/my/", StringComparison.Ordinal)));
        await unit.Go(owed);
        await unit.Ask("JTJ", "门前能不能停车？");
        var asked = await hall.SignedIn("jtj-approver");
        await asked.OpenAsked(number);
        Made.Add(("jtj-approver", new Uri(asked.Page.Url).PathAndQuery));
        await citizen.FindItem();
        await citizen.Apply(null, "申请书漏了签名。");
        await unit.OpenCase((await citizen.Submit()).Number);
        await unit.Follow("补正告知");
        await unit.Type(unit.Page.Locator("textarea[name^=flaw-]").First, "请补上签名。");
        await unit.Press("告知申请人");
    }

    /// <summary>告知听证权利 to the applicant and to one whom it touches.</summary>
    private static async Task TellHearing(Person unit)
    {
        await unit.Follow("告知听证权利");
        await unit.Type("涉及的重大利益", "后厨排烟口正对住户窗户。");
        await unit.Type(unit.Page.Locator("input[name=party-name-1]"), "演示己");
        await unit.Press("告知听证权利");
        await unit.Shows("听证权利告知书已生成");
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
