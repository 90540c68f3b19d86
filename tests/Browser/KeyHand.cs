using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>Tab, Enter, Space, arrows and typing. Where it stops, the eye must see that it has stopped there.</summary>
internal sealed class KeyHand : IHand
{
    private const int Stops = 400;
    private readonly IPage page;

    public KeyHand(IPage page)
    {
        this.page = page;
        page.FileChooser += (_, _) => { }; // told to the browser only when the key is hit, the wish to hear of it may come after the dialog has gone
    }

    public async Task Press(ILocator target)
    {
        await Reach(target);
        await Hit("Enter");
    }

    public async Task Write(ILocator field, string text)
    {
        await Reach(field);
        await Hit("Control+a");
        await page.Keyboard.InsertTextAsync(text); // as an input method would
    }

    public async Task Tick(ILocator box)
    {
        await Reach(box);
        if (!await box.IsCheckedAsync())
        {
            await Hit("Space");
        }

        await Assertions.Expect(box).ToBeCheckedAsync();
    }

    public async Task Choose(ILocator select, string value)
    {
        await Reach(select);
        for (var line = await select.Locator("option").CountAsync(); line > 0 && await select.InputValueAsync() != value; line--)
        {
            await Hit("ArrowDown");
        }

        await Assertions.Expect(select).ToHaveValueAsync(value);
    }

    public async Task Give(ILocator field, FilePayload file)
    {
        await Reach(field);
        var chooser = await page.RunAndWaitForFileChooserAsync(() => Hit("Space"));
        await chooser.SetFilesAsync(file);
    }

    /// <summary>Presses Tab until the target has the focus; within a group of radio buttons the arrows go on from the one that Tab stops at.</summary>
    public async Task Reach(ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        var wanted = await target.ElementHandleAsync();
        for (var stop = 0; stop < Stops; stop++)
        {
            switch (await page.EvaluateAsync<string>(Place, wanted))
            {
                case "here":
                    Assert.True(await page.EvaluateAsync<bool>(Seen, wanted), $"The focus on {target} cannot be seen.");
                    return;
                case "group":
                    await Hit("ArrowDown");
                    break;
                default:
                    await Hit("Tab");
                    break;
            }
        }

        Assert.Fail($"{Stops} presses of Tab did not reach {target}.");
    }

    private Task Hit(string key) => page.Keyboard.PressAsync(key);

    private const string Place = """
        wanted => {
          const here = document.activeElement;
          return here === wanted ? 'here' : wanted.type === 'radio' && here.type === 'radio' && here.name === wanted.name && here.form === wanted.form ? 'group' : 'elsewhere';
        }
        """;

    // the outline may be drawn by the label that holds a hidden box
    private const string Seen = """
        element => [element, element.parentElement, element.nextElementSibling].some(e => e && getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) > 0)
        """;
}
