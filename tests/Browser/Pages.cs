using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>The pages that are looked at as a whole: by axe and for their width.</summary>
public static class Pages
{
    public static readonly string[] Public =
        ["/", "/items", "/items?q=食品", "guide", "notice", "/progress", "/login", "/register", "/calendar", "/calendar/explain", "/themes/person", "/themes/corporate", "/units", "/towns", "/help", "/about", "/accessibility"];

    public static readonly string[] Applicant = ["/my", "/my/cases", "/my/account", "/my/messages", "apply"];

    public static readonly Dictionary<string, string[]> Desk = new()
    {
        ["clerk1"] = ["/desk", "/desk/cases", "case", "/desk/reception", "reception"],
        ["catalogue1"] = ["/desk/items", "item", "/desk/offers", "/desk/items/import"],
        ["director"] = ["/desk", "/desk/figures", "figure", "/desk/cases", "/desk/search?q=食品"],
        ["admin"] = ["/desk/units", "/desk/accounts", "/desk/roles", "/desk/calendar", "/desk/hours"],
        ["auditor"] = ["/desk/journal"],
    };

    /// <summary>Opens a page by its address, or by the name of a page that has another address in each world.</summary>
    public static async Task Open(this IPage page, string name)
    {
        var address = name switch
        {
            "guide" or "notice" or "apply" => await page.FirstLink("/items?q=食品经营许可", ".results a") + name switch { "guide" => "", var rest => "/" + rest },
            "case" => await page.FirstLink("/desk/cases", "main td a[href*='/desk/cases/']"),
            "item" => await page.FirstLink("/desk/items", "main td a[href*='/desk/items/']"),
            "reception" => await page.FirstLink("/desk/reception?q=食品经营许可", "main td a"),
            "figure" => await page.FirstLink("/desk/figures", "main a[href*='/desk/figures/']"),
            _ => name,
        };
        var response = await page.GotoAsync(address);
        Assert.True(response!.Ok, $"{name} ({address}) answered {response.Status}");
    }

    private static async Task<string> FirstLink(this IPage page, string list, string link)
    {
        await page.GotoAsync(list);
        return (await page.Locator(link).First.GetAttributeAsync("href"))!;
    }
}
