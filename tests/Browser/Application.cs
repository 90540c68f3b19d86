using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>What stands on a receipt.</summary>
internal sealed record Receipt(string Number, string Code);

/// <summary>A citizen's way from the search to the receipt.</summary>
internal static partial class Application
{
    public const string Item = "食品经营许可（新办）";

    /// <summary>Searches on the home page and opens the guide.</summary>
    public static async Task FindItem(this Person citizen, string item = Item)
    {
        await citizen.Go("/");
        var search = citizen.Page.Locator("form", new() { Has = citizen.Page.Locator("#hero-q") });
        await citizen.Type(search.Locator("#hero-q"), item);
        await citizen.Press(search, "搜索");
        await citizen.Follow(citizen.Page.Locator(".results").GetByRole(AriaRole.Link, new() { Name = item }).First);
        await citizen.IsAt(item);
    }

    /// <summary>Applies from the guide page, signing in on the way where a user is named, until everything stands ready to be submitted; what may come later is given too when it is whole.</summary>
    public static async Task Apply(this Person citizen, string? user, string request, bool whole = true)
    {
        await citizen.Follow("在线办理");
        if (user is not null)
        {
            await citizen.SignIn(user);
        }

        await citizen.Press("开始填写");
        await citizen.Tick("自然人");
        await citizen.Type("联系电话", "13800138009");
        await citizen.Type("申请内容", request);
        await citizen.Press("下一步：上传材料");
        await citizen.Give(whole ? Needed() : Necessary());
        await citizen.Follow("下一步：核对提交");
        await citizen.Shows(request);
    }

    public static async Task<Receipt> Submit(this Person citizen)
    {
        await citizen.Tick(citizen.Page.GetByLabel("我确认所填内容和上传的材料真实、准确"));
        await citizen.Press("提交申请");
        return await citizen.ReadReceipt();
    }

    /// <summary>Opens the receipt of the case in sight and reads it as its holder would.</summary>
    public static async Task<Receipt> ReadReceipt(this Person holder)
    {
        await holder.Shows("收件凭证");
        if (await holder.Page.Locator("article.receipt").CountAsync() == 0)
        {
            await holder.Follow("收件凭证");
        }

        var number = await holder.Page.Locator("article.receipt dt:text-is('受理编号') + dd").InnerTextAsync();
        var code = await holder.Page.Locator("article.receipt dt:text-is('查询码') + dd").InnerTextAsync();
        Assert.Matches(NumberShape(), number);
        Assert.Matches(CodeShape(), code);
        return new(number, code);
    }

    /// <summary>One file for each material of that need, a picture and a PDF in turn.</summary>
    private static async Task Give(this Person citizen, Regex need)
    {
        var open = citizen.Page.Locator("section", new() { Has = citizen.Page.GetByText(need) })
            .Filter(new() { Has = citizen.Page.Locator("input[type=file]") });
        await citizen.Shows("每个文件不超过");
        for (var left = await open.CountAsync(); left > 0; left--)
        {
            await citizen.Give(open.First.Locator("input[type=file]"), left % 2 == 0 ? Paper.Picture($"材料{left}.png") : Paper.Pdf($"材料{left}.pdf"));
            await citizen.Press(open.First, "上传");
            await Assertions.Expect(open).ToHaveCountAsync(left - 1);
        }
    }

    [GeneratedRegex("^必要$")]
    private static partial Regex Necessary();

    [GeneratedRegex("^(必要|容缺后补)$")]
    private static partial Regex Needed();

    [GeneratedRegex(@"^20\d{6}")]
    private static partial Regex NumberShape();

    [GeneratedRegex(@"^[0-9A-Z]{6}$")]
    private static partial Regex CodeShape();
}
