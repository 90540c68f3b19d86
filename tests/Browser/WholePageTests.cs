using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>Every kind of page as a whole: no rule of WCAG 2 A and AA broken, nothing that scrolls sideways, normal and elder, wide and on a phone.</summary>
public sealed class WholePageTests(Hall hall)
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } };

    [Theory]
    [InlineData("normal")]
    [InlineData("elder")]
    public async Task Public_pages_are_accessible_and_fit_the_screen(string size) =>
        Assert.Empty(await Faults(await hall.Visitor(), Pages.Public, size));

    [Theory]
    [InlineData("normal")]
    [InlineData("elder")]
    public async Task Applicants_pages_are_accessible_and_fit_the_screen(string size) =>
        Assert.Empty(await Faults(await hall.SignedIn("citizen1"), Pages.Applicant, size));

    [Theory]
    [InlineData("clerk1", "normal")]
    [InlineData("clerk1", "elder")]
    [InlineData("catalogue1", "normal")]
    [InlineData("catalogue1", "elder")]
    [InlineData("director", "normal")]
    [InlineData("director", "elder")]
    [InlineData("admin", "normal")]
    [InlineData("admin", "elder")]
    [InlineData("auditor", "normal")]
    [InlineData("auditor", "elder")]
    public async Task Desk_pages_are_accessible_and_fit_the_screen(string user, string size) =>
        Assert.Empty(await Faults(await hall.SignedIn(user), Pages.Desk[user], size));

    private static async Task<List<string>> Faults(IPage page, string[] names, string size)
    {
        await page.Context.AddCookiesAsync([new() { Name = "size", Value = size, Url = new Uri(new Uri(page.Url == "about:blank" ? await Home(page) : page.Url), "/").ToString() }]);
        var faults = new List<string>();
        foreach (var name in names)
        {
            await page.Open(name);
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-size", size);
            faults.AddRange(await Sideways(page, name));
            var found = await page.RunAxe(Rules);
            faults.AddRange(found.Violations.SelectMany(v => v.Nodes.Take(3).Select(n => $"{name} {size}: {v.Id} {v.Help}: {n.Html}")));
        }

        return faults;
    }

    private static async Task<string> Home(IPage page)
    {
        await page.GotoAsync("/");
        return page.Url;
    }

    private static async Task<List<string>> Sideways(IPage page, string name)
    {
        var faults = new List<string>();
        foreach (var width in new[] { Screen.Phone, Screen.Desk })
        {
            await page.SetViewportSizeAsync(width, 768);
            var over = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth");
            if (over > 0)
            {
                faults.Add($"{name} is {over} px too wide at {width}: {await page.EvaluateAsync<string>(Widest)}");
            }
        }

        return faults;
    }

    private const string Widest = """
        [...document.querySelectorAll('main *, header *, nav *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 3).map(e => e.tagName + '.' + e.className).join(', ')
        """;
}
