using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>What holds of every page that somebody stands before: no rule of WCAG 2 A and AA broken, nothing that scrolls sideways.</summary>
internal static class Accessible
{
    /// <summary>The sign-in of axe's rules that have a law behind them; best practices are a matter of taste.</summary>
    public static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Looks at the page as it stands, at the width at which it stands.</summary>
    public static async Task Looks(this Person person, string heading)
    {
        await person.IsAt(heading);
        var over = await person.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth");
        Assert.True(over <= 0, $"{heading} is {over} px too wide");
        var found = person.Scripted ? await person.Page.RunAxe(Rules) : await ReadAgain(person);
        var faults = found.Violations.SelectMany(v => v.Nodes.Take(3).Select(n => $"{heading}: {v.Id} {v.Help}: {n.Html}")).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // axe is a script: where none runs, the same address is read once more by a browser with the same cookies that runs it
    private static async Task<AxeResult> ReadAgain(Person person)
    {
        var (page, here) = (person.Page, person.Page.ViewportSize!);
        await using var context = await page.Context.Browser!.NewContextAsync(new() { ViewportSize = new() { Width = here.Width, Height = here.Height }, StorageState = await page.Context.StorageStateAsync(), Locale = "zh-CN" });
        var scripted = await context.NewPageAsync();
        await scripted.GotoAsync(page.Url);
        return await scripted.RunAxe(Rules);
    }
}
