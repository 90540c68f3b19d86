using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>Every page as a whole, for everybody who can come to it: no rule of WCAG 2 A and AA broken, nothing that scrolls sideways, normal and elder, wide and on a phone.</summary>
public sealed class WholePageTests(Hall hall)
{
    // so many pages are looked at at a time: the server draws one while the browser reads another
    private const int Eyes = 2;

    /// <summary>Doors that no link leads to in the demo world, and why.</summary>
    private static readonly Dictionary<string, string> NotWalked = new()
    {
        ["/account"] = "only leads on to /my/account",
        ["/desk/cases/{id:guid}/clock"] = "leads on to the calendar's explanation",
        ["/my/cases/{id:guid}/clock"] = "leads on to the calendar's explanation",
        ["/desk/orders/{id:guid}/clock"] = "leads on to the calendar's explanation",
        ["/desk/cases/{id:guid}/signature"] = "a picture; nobody signs on a pad in the demo world",
        ["/desk/cases/{id:guid}/pickup/signature"] = "a picture; nobody signs on a pad in the demo world",
        ["/desk/outside-cases/imports/{id:guid}"] = "needs a workbook that was taken in",
        ["/desk/outside-cases/imports/{id:guid}/rejects.xlsx"] = "needs a workbook that was taken in",
        ["/desk/appraisals/{month}/files/{file:guid}"] = "a file; no objection of the demo world carries one",
        ["/desk/appraisals/{month}/exclusions/{id:guid}"] = "of an exclusion that waits for the director; the demo world's is allowed, and an objection's page is the same",
        ["/desk/order-rechecks/{id:guid}/files/{file:guid}"] = "a file; no explanation of the demo world carries one",
        ["/desk/secondments/{id:guid}/files/{file:guid}"] = "a file; no training of the demo world carries one",
        ["/desk/knowledge/imports/{id:guid}"] = "needs a workbook that was taken in",
        ["/desk/knowledge/imports/{id:guid}/rejects.xlsx"] = "needs a workbook that was taken in",
        ["/desk/orders/imports/{id:guid}"] = "needs a workbook that was taken in",
        ["/desk/orders/imports/{id:guid}/rejects.xlsx"] = "needs a workbook that was taken in",
        ["/desk/calls"] = "behind a switch that is off in the demo world; the call-taker's journey turns it on",
        ["/desk/calls/export"] = "behind a switch that is off in the demo world; the call-taker's journey turns it on",
        ["/desk/calls/{id:guid}"] = "behind a switch that is off in the demo world; the call-taker's journey turns it on",
        ["/desk/calls/{id:guid}/outcome"] = "behind a switch that is off in the demo world; the call-taker's journey turns it on",
        ["/desk/order-codes/invalid-calls"] = "behind a switch that is off in the demo world",
        ["/desk/order-codes/invalid-calls/export"] = "behind a switch that is off in the demo world",
        ["/desk/calls/{id:guid}/recording"] = "behind a switch that is off in the demo world; the call-taker's journey turns it on",
        ["/view"] = "sets a cookie and leads back",
        ["/desk/items/{id:guid}/edit"] = "only leads on to the first group of fields",
        ["/login/code"] = "follows on a password of somebody who has a second factor",
        ["/password/{secret:maxlength(80)}"] = "its secret is handed over once, on paper",
        ["/verify/{code}"] = "its code stands on an issued paper; the citizen's journey opens one",
        ["/desk/items/import/{id:guid}"] = "needs a workbook that was taken in",
        ["/desk/items/import/{id:guid}/rejects.xlsx"] = "needs a workbook that was taken in",
        ["/desk/units/{id}/restoration"] = "needs a unit that was closed; its page is the one of the closure",
        ["/desk/bundles"] = "the address of a form that was shown again, opened anew: leads to the reception",
        ["/health/live"] = "for machines",
        ["/health/ready"] = "for machines",
        ["/robots.txt"] = "for machines",
        ["/sitemap.xml"] = "for machines",
        ["/openapi/{documentName}.json"] = "for machines",
        ["/scalar/{documentName?}"] = "the API's reference is drawn by Scalar, not by us",
        ["/scalar/scalar.js"] = "the API's reference is drawn by Scalar, not by us",
        ["/scalar/scalar.aspnetcore.js"] = "the API's reference is drawn by Scalar, not by us",
        ["/scalar/favicon.svg"] = "the API's reference is drawn by Scalar, not by us",
    };

    /// <summary>Doors that only what another journey of the same run left behind may lead to.</summary>
    private static readonly Dictionary<string, string> SometimesWalked = new()
    {
        ["/desk/orders/{id:guid}/acknowledgement"] = "stands on the order that is being called about, until another journey answers it",
        ["/desk/orders/{id:guid}/phone-log"] = "stands on the order that is being called about, until another journey answers it",
        ["/desk/orders/{id:guid}/city-return"] = "stands on new orders that the city sent, until the dispatcher's journey sends them out",
        ["/desk/orders/{id:guid}/dispatch-rule"] = "stands among the further verbs of the few orders whose coordination was decided",
        ["/desk/orders/{id:guid}/errand"] = "stands among the further verbs of what a town handles",
        ["/desk/orders/{id:guid}/errand-report"] = "stands on what a town gave one of its villages to look into",
        ["/desk/orders/{id:guid}/duty"] = "stands on the few orders of which a meeting gave a unit something to do",
        ["/desk/orders/{id:guid}/duty-note"] = "stands among the further verbs of the few orders of which a meeting gave a unit something to do",
        ["/desk/items/{id:guid}/forms/{file:guid}"] = "a file; stands on the most used items only, and the walk opens a few",
        ["/desk/cases/{id:guid}/payments/new"] = "every case with a fee has its notice in the demo world",
        ["/desk/cases/{id:guid}/materials/{materialId:guid}/versions/{versionId:long}"] = "a file, a picture in the demo world and so shown inside the page of the versions",
    };

    public static TheoryData<string, string> Everybody => [.. Walk.Begins.Keys.SelectMany(p => new[] { (p, "normal"), (p, "elder") })];

    [Fact]
    public async Task Every_door_of_the_product_is_walked_through_or_named_with_a_reason()
    {
        var walked = (await hall.Stops()).Where(s => s.Dead is null).Select(s => s.Door.Pattern).ToHashSet();
        var all = hall.Doors.All.Select(d => d.Pattern).ToList();
        None(
        [
            .. all.Except(walked).Except(NotWalked.Keys).Except(SometimesWalked.Keys).Select(d => $"nobody comes to {d}"),
            .. NotWalked.Keys.Intersect(walked).Select(d => $"{d} is walked through after all"),
            .. NotWalked.Keys.Concat(SometimesWalked.Keys).Except(all).Select(d => $"{d} is no more"),
        ]);
    }

    [Fact]
    public async Task No_link_leads_to_nothing() => None((await hall.Stops()).Select(s => s.Dead).OfType<string>());

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Pages_are_accessible_and_fit_the_screen(string user, string size)
    {
        var pages = (await hall.Stops()).Where(s => s.User == user && s.IsPage).ToList();
        Assert.NotEmpty(pages);
        var faults = await Task.WhenAll(pages.Chunk((pages.Count + Eyes - 1) / Eyes).Select(some => Look(user, size, some)));
        None(faults.SelectMany(f => f));
    }

    /// <summary>Somebody's pages one after another in a browser of their own.</summary>
    private async Task<List<string>> Look(string user, string size, IEnumerable<Stop> pages)
    {
        var visitor = await hall.Walker(user);
        await visitor.Page.Context.AddCookiesAsync([new() { Name = "size", Value = size, Url = hall.Address }]);
        var faults = new List<string>();
        foreach (var stop in pages)
        {
            faults.AddRange(await Faults(visitor.Page, stop.Address, size));
            await Pictures.Take(visitor.Page, stop, size);
        }

        await visitor.Page.Context.CloseAsync();
        return faults;
    }

    private static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    /// <summary>What is wrong with one page in the text size of its visitor's cookie.</summary>
    internal static async Task<List<string>> Faults(IPage page, string address, string size)
    {
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-size", size);
        var faults = await Sideways(page, address);
        faults.AddRange((await page.EvaluateAsync<string[]>(Twice)).Select(id => $"{address}: two things of the page are called {id}"));
        var found = await page.RunAxe(Accessible.Rules);
        return [.. faults, .. found.Violations.SelectMany(v => v.Nodes.Take(3).Select(n => $"{address} {size}: {v.Id} {v.Help}: {n.Html}"))];
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

    private const string Twice = "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)";

    private const string Widest = """
        [...document.querySelectorAll('main *, header *, nav *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 3).map(e => e.tagName + '.' + e.className).join(', ')
        """;
}
