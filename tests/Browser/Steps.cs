using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>The small things every visitor does: press, follow, type, sign in.</summary>
internal static class Steps
{
    // forms whose Enter must save carry the same button once more at their head, for no eye and no tab
    public static Task Press(this IPage page, string text) => page.GetByRole(AriaRole.Button, new() { Name = text, Exact = true }).And(page.Locator(":not([tabindex='-1'])")).ClickAsync();

    public static Task Follow(this IPage page, string text) => page.GetByRole(AriaRole.Link, new() { Name = text, Exact = true }).First.ClickAsync();

    public static Task Type(this IPage page, string label, string text) => page.GetByLabel(label).First.FillAsync(text);

    public static ILocator Heading(this IPage page, string text) => page.GetByRole(AriaRole.Heading, new() { Name = text }).First;

    public static Task Shows(this IPage page, string text) => Assertions.Expect(page.Locator("body")).ToContainTextAsync(text);

    public static async Task SignIn(this IPage page, string user)
    {
        await page.Type("登录名、手机号或身份证号", user);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(Hall.Password);
        await page.Press("登录");
        await page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
    }

    /// <summary>Finds a case in the list by its number and opens it.</summary>
    public static async Task OpenCase(this IPage page, string number)
    {
        await page.GotoAsync("/desk/cases");
        await page.Type("编号、姓名或事项", number);
        await page.Press("筛选");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = number, Exact = true }).ClickAsync();
        await page.Shows("申请材料");
    }
}
