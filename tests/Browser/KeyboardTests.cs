using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>What who cannot use a mouse meets beside the journeys, which are all made by keyboard too.</summary>
public sealed class KeyboardTests(Hall hall)
{
    [Fact]
    public async Task The_first_stop_of_the_keyboard_leads_past_the_header()
    {
        var page = (await hall.Visitor()).Page;
        await page.GotoAsync("/items");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#content")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_was_not_found_is_said_where_the_keyboard_stands()
    {
        var visitor = await hall.Visitor(Manner.Keyboard);
        await visitor.Go("/progress");
        await visitor.Type("受理编号", "不存在的编号");
        await visitor.Type(visitor.Page.GetByLabel("查询码", new() { Exact = true }), "ABC234");
        await visitor.Press("查询");
        await Assertions.Expect(visitor.Page.Locator(".error-summary, [role=alert]").First).ToBeVisibleAsync();
    }
}
