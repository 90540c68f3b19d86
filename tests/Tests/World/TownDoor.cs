using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Yimen.Platform.Identity;

namespace Yimen.Tests.World;

/// <summary>How tests come in and hand things over: by the real door and the real forms.</summary>
public static class TownDoor
{
    private static readonly Uri Address = new("http://localhost");
    private static readonly ConcurrentDictionary<(TownHost, string, string), (DateTimeOffset At, Task<string> Cookie)> Keys = new();

    /// <summary>A browser in which this person has signed in at /login. The cookie is fetched once for a town and again when the clock has moved.</summary>
    public static async Task<HttpClient> SignedIn(this Town town, string user, string password = Accounts.DemoPassword)
    {
        var now = town.Time.GetUtcNow();
        var key = Keys.AddOrUpdate((town.Host, user, password),
            _ => (now, town.SignIn(user, password)),
            (_, known) => (now - known.At).Duration() < TimeSpan.FromMinutes(5) && !known.Cookie.IsFaulted ? known : (now, town.SignIn(user, password)));
        var jar = new CookieContainer();
        jar.Add(Address, new Cookie("yimen", await key.Cookie));
        return town.Browser(jar);
    }

    /// <summary>A browser with this jar. Redirects are left for the test to see.</summary>
    public static HttpClient Browser(this Town town, CookieContainer jar) => town.Host.CreateDefaultClient(Address, new CookieContainerHandler(jar));

    /// <summary>Opens the page, fills its form and posts it: hidden fields (antiforgery token, idempotency key, version) go along, given fields go over them.</summary>
    public static async Task<HttpResponseMessage> PostForm(this Town town, HttpClient browser, string page, string action, params IEnumerable<(string Name, string? Value)> fields)
    {
        var hidden = await town.HiddenFields(browser, page, action);
        return await Post(browser, action, hidden, fields);
    }

    /// <summary>Posts without looking at the page again: to post a form twice, or an old one.</summary>
    public static Task<HttpResponseMessage> Post(HttpClient browser, string action, IReadOnlyDictionary<string, string> hidden, params IEnumerable<(string Name, string? Value)> fields)
    {
        var given = fields.ToList();
        var all = hidden.Where(h => given.All(g => g.Name != h.Key)).Select(h => KeyValuePair.Create(h.Key, h.Value))
            .Concat(given.Where(g => g.Value is not null).Select(g => KeyValuePair.Create(g.Name, g.Value!)));
        return browser.PostAsync(action, new FormUrlEncodedContent(all), TestContext.Current.CancellationToken);
    }

    /// <summary>The hidden fields of the form on <paramref name="page"/> that posts to <paramref name="action"/>.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> HiddenFields(this Town town, HttpClient browser, string page, string action)
    {
        using var answer = await browser.GetAsync(page, TestContext.Current.CancellationToken);
        var html = await Town.PageOf(answer);
        var form = html.QuerySelectorAll("form").OfType<IHtmlFormElement>()
            .FirstOrDefault(f => string.Equals(f.GetAttribute("action"), action, StringComparison.Ordinal) && f.Method == "post")
            ?? throw new InvalidOperationException($"{page} answered {(int)answer.StatusCode} and has no form that posts to {action}:\n{html.Body?.TextContent.Trim()}");
        return form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Where(i => i.Name is not null).GroupBy(i => i.Name!).ToDictionary(g => g.Key, g => g.First().Value);
    }

    private static async Task<string> SignIn(this Town town, string user, string password)
    {
        var jar = new CookieContainer();
        using var browser = town.Browser(jar);
        using var answer = await town.PostForm(browser, "/login", "/login", ("user", user), ("password", password));
        return jar.GetCookies(Address)["yimen"]?.Value
            ?? throw new InvalidOperationException($"{user} could not sign in: {(int)answer.StatusCode} {(await Town.PageOf(answer)).QuerySelector("[role=alert]")?.TextContent}");
    }
}
