using System.Diagnostics;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>Somebody before a browser of his own, with the small things that everybody does there.</summary>
public sealed class Person
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly IHand hand;

    public Person(IPage page, Manner manner) => (Page, Scripted, hand) = (page, manner != Manner.NoScript, manner == Manner.Keyboard ? new KeyHand(page) : new PointerHand());

    public IPage Page { get; }

    /// <summary>The browser runs script.</summary>
    public bool Scripted { get; }

    public Task Go(string address) => Page.GotoAsync(address);

    /// <summary>Presses the button of that name and waits for the page that answers.</summary>
    public Task Press(string text) => Turn(Button(Page.Locator("body"), text));

    public Task Press(ILocator within, string text) => Turn(Button(within, text));

    /// <summary>Presses a button that asks once more, and says yes.</summary>
    public async Task Agree(string text)
    {
        await hand.Press(Button(Page.Locator("body"), text));
        await Turn(Button(Page.Locator("dialog"), text));
    }

    /// <summary>Presses where no page will answer: there is no signal.</summary>
    public Task PressInVain(string text) => hand.Press(Button(Page.Locator("body"), text));

    /// <summary>Follows the first link of that name to its page.</summary>
    public Task Follow(string text) => Turn(Link(text));

    public Task Follow(ILocator link) => Turn(link);

    /// <summary>Writes into the first field of the page's own part whose label holds these words.</summary>
    public Task Type(string label, string text) => hand.Write(Field(label), text);

    public Task Type(ILocator field, string text) => hand.Write(field, text);

    public Task Tick(string label) => hand.Tick(Page.GetByLabel(label, new() { Exact = true }));

    public Task Tick(ILocator box) => hand.Tick(box);

    public Task Choose(string label, string value) => hand.Choose(Field(label), value);

    public Task Give(ILocator field, FilePayload file) => hand.Give(field, file);

    public Task<IDownload> Download(string link) => Page.RunAndWaitForDownloadAsync(() => hand.Press(Link(link)));

    public Task Shows(string text) => Assertions.Expect(Page.Locator("body")).ToContainTextAsync(text);

    public Task IsAt(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading }).First).ToBeVisibleAsync();

    public async Task SignIn(string user)
    {
        await Type("登录名、手机号或身份证号", user);
        await Type(Page.GetByLabel("密码", new() { Exact = true }), Hall.Password);
        await Press("登录");
        Assert.DoesNotContain("/login", Page.Url, StringComparison.Ordinal);
    }

    public ILocator Field(string label) => Page.Locator("main").GetByLabel(label).First;

    private ILocator Link(string text) => Page.GetByRole(AriaRole.Link, new() { Name = text, Exact = true }).First;

    // forms whose Enter must save carry the same button once more at their head, for no eye and no tab
    private static ILocator Button(ILocator within, string text) =>
        within.GetByRole(AriaRole.Button, new() { Name = text, Exact = true }).And(within.Page.Locator(":not([tabindex='-1'])"));

    /// <summary>Presses, and waits until another body stands in the window: a new page, or the one that a script has put there.</summary>
    private async Task Turn(ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        await Page.EvaluateAsync("() => { document.body.leaving = true; }");
        await hand.Press(target);
        var since = Stopwatch.StartNew();
        while (!await Arrived())
        {
            Assert.True(since.Elapsed < Patience, $"Nothing followed on {target}.");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    private async Task<bool> Arrived()
    {
        try
        {
            return await Page.EvaluateAsync<bool>("() => !!document.body && !document.body.leaving && document.readyState !== 'loading'");
        }
        catch (PlaywrightException e) when (e.Message.Contains("context", StringComparison.OrdinalIgnoreCase))
        {
            return false; // between two pages
        }
    }
}
