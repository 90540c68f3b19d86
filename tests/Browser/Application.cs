using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>What stands on a receipt.</summary>
internal sealed record Receipt(string Number, string Code);

/// <summary>A citizen's way from the search to the receipt, the same with and without script.</summary>
internal static partial class Application
{
    public const string Item = "食品经营许可（新办）";

    /// <summary>Searches on the home page and opens the guide.</summary>
    public static async Task FindItem(this IPage page, string item = Item)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("搜索事项、部门").FillAsync(item);
        await page.Press("搜索");
        await page.Locator(".results").GetByRole(AriaRole.Link, new() { Name = item }).First.ClickAsync();
        await Assertions.Expect(page.Heading(item)).ToBeVisibleAsync();
    }

    /// <summary>Applies from the guide page, signing in on the way, until everything stands ready to be submitted.</summary>
    public static async Task Apply(this IPage page, string user, string request)
    {
        await page.Follow("在线办理");
        await page.SignIn(user);
        await page.Press("开始填写");
        await page.GetByLabel("自然人", new() { Exact = true }).CheckAsync();
        await page.Type("联系电话", "13800138009");
        await page.Type("申请内容", request);
        await page.Press("下一步：上传材料");
        await page.UploadRequired();
        await page.Follow("下一步：核对提交");
        await page.Shows(request);
    }

    public static async Task<Receipt> Submit(this IPage page)
    {
        await page.GetByLabel("我确认所填内容和上传的材料真实、准确").CheckAsync();
        await page.Press("提交申请");
        return await page.ReadReceipt();
    }

    /// <summary>Opens the receipt of the case in sight and reads it as its holder would.</summary>
    public static async Task<Receipt> ReadReceipt(this IPage page)
    {
        await Assertions.Expect(page.GetByText("收件凭证").First).ToBeVisibleAsync();
        if (await page.Locator("article.receipt").CountAsync() == 0)
        {
            await page.Follow("收件凭证");
        }

        var number = await page.Locator("article.receipt dt:text-is('受理编号') + dd").InnerTextAsync();
        var code = await page.Locator("article.receipt dt:text-is('查询码') + dd").InnerTextAsync();
        Assert.Matches(NumberShape(), number);
        Assert.Matches(CodeShape(), code);
        return new(number, code);
    }

    /// <summary>One file for each necessary material, a picture and a PDF in turn.</summary>
    private static async Task UploadRequired(this IPage page)
    {
        var open = page.Locator("section", new() { Has = page.GetByText("必要", new() { Exact = true }) }).Filter(new() { Has = page.Locator("input[type=file]") });
        await Assertions.Expect(page.GetByText("每个文件不超过")).ToBeVisibleAsync();
        for (var left = await open.CountAsync(); left > 0; left--)
        {
            var field = open.First.Locator("input[type=file]");
            await field.SetInputFilesAsync(left % 2 == 0 ? Paper.Picture($"材料{left}.png") : Paper.Pdf($"材料{left}.pdf"));
            await open.First.GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true }).ClickAsync();
            await Assertions.Expect(open).ToHaveCountAsync(left - 1);
        }
    }

    [GeneratedRegex(@"^20\d{6}")]
    private static partial Regex NumberShape();

    [GeneratedRegex(@"^[0-9A-Z]{6}$")]
    private static partial Regex CodeShape();
}
