using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>What a hand does with the things on a page.</summary>
internal interface IHand
{
    /// <summary>Follows a link, presses a button.</summary>
    Task Press(ILocator target);

    /// <summary>Replaces what stands in a text field.</summary>
    Task Write(ILocator field, string text);

    /// <summary>Ticks a box or chooses a radio button; what is ticked stays so.</summary>
    Task Tick(ILocator box);

    /// <summary>Chooses a line of a select by its value.</summary>
    Task Choose(ILocator select, string value);

    /// <summary>Gives a file.</summary>
    Task Give(ILocator field, FilePayload file);
}

/// <summary>Clicks and fills, as a mouse or a finger.</summary>
internal sealed class PointerHand : IHand
{
    public Task Press(ILocator target) => target.ClickAsync();

    public Task Write(ILocator field, string text) => field.FillAsync(text);

    public Task Tick(ILocator box) => box.CheckAsync();

    public Task Choose(ILocator select, string value) => select.SelectOptionAsync(value);

    public Task Give(ILocator field, FilePayload file) => field.SetInputFilesAsync(file);
}
