using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>Who cannot use a mouse finds the guide and asks for the progress.</summary>
public sealed class KeyboardTests(Hall hall)
{
    [Fact]
    public async Task Search_guide_and_progress_are_reached_by_keyboard_alone()
    {
        var page = await hall.Visitor();
        await page.GotoAsync("/");
        await TabTo(page, "#hero-q");
        await page.Keyboard.InsertTextAsync(Application.Item);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".results")).ToBeVisibleAsync();
        await TabTo(page, ".results a");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Heading(Application.Item)).ToBeVisibleAsync();

        await page.GotoAsync("/progress");
        await TabTo(page, "[name=number]");
        await page.Keyboard.InsertTextAsync("不存在的编号");
        await TabTo(page, "[name=code]");
        await page.Keyboard.InsertTextAsync("ABC234");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".error-summary, [role=alert]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_leads_past_the_header()
    {
        var page = await hall.Visitor();
        await page.GotoAsync("/items");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#content")).ToBeFocusedAsync();
    }

    /// <summary>Presses Tab until the wanted element has the focus.</summary>
    private static async Task TabTo(IPage page, string selector)
    {
        for (var stop = 0; stop < 80; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        Assert.Fail($"80 presses of Tab did not reach {selector}.");
    }
}
