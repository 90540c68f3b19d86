using Microsoft.Playwright;
using Yimen.Kernel;

namespace Yimen.Browser;

/// <summary>What the desks do with a case.</summary>
internal static class Office
{
    public static DateOnly Today => ChinaTime.DateOf(TimeProvider.System.GetUtcNow());

    /// <summary>Finds a case in the list by its number and opens it.</summary>
    public static async Task OpenCase(this Person staff, string number)
    {
        await staff.Go("/desk/cases");
        await staff.Type("编号、姓名或事项", number);
        await staff.Press("筛选");
        await staff.Follow(staff.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = number, Exact = true }));
        await staff.Shows("申请材料");
    }

    public static async Task Accept(this Person unit, string number)
    {
        await unit.OpenCase(number);
        await unit.Follow("受理");
        await unit.Press("确认受理");
        await unit.Shows("已受理，承诺时限从次日起算");
    }

    public static async Task ProposeGrant(this Person unit)
    {
        await unit.Follow("审查");
        await unit.Tick("拟准予");
        await unit.Type("审查意见", "材料齐全，符合条件。");
        await unit.Press("提交审查意见");
        await unit.Shows("审查意见已提交");
    }

    public static async Task Grant(this Person head, string number)
    {
        await head.OpenCase(number);
        await head.Follow("签批");
        await head.Tick("准予");
        await head.Press("确认签批");
        await head.Shows("已作出决定");
    }

    /// <summary>征求联审意见 of one unit about the case in sight.</summary>
    public static async Task Ask(this Person lead, string unit, string question)
    {
        await lead.Follow("征求联审意见");
        await lead.Tick(lead.Page.Locator($"input[name=units][value={unit}]"));
        await lead.Type("征求意见的内容", question);
        await lead.Type("答复期限", $"{Today.AddDays(3):yyyy-MM-dd}");
        await lead.Press("发出");
    }

    /// <summary>Opens what the unit was asked about that case, from its inbox.</summary>
    public static async Task OpenAsked(this Person asked, string number)
    {
        await asked.Go("/desk?q=联审意见&size=100");
        var links = await asked.Page.Locator("main a[href*='/desk/consultations/']").AllAsync();
        foreach (var address in await Task.WhenAll(links.Select(l => l.GetAttributeAsync("href"))))
        {
            await asked.Go(address!);
            if ((await asked.Page.Locator("main").InnerTextAsync()).Contains(number, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"Nothing in the inbox asks about {number}.");
    }
}
