using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Yimen.Cases.Contracts;
using Yimen.Hotline.Contracts;

namespace Yimen.Browser;

/// <summary>A page that somebody can come to by links, and whether it is one for the eye.</summary>
internal sealed record Stop(string User, Door Door, string Address, bool IsPage)
{
    /// <summary>Set where a link leads to nothing: which, and what was answered.</summary>
    public string? Dead { get; init; }
}

/// <summary>Who walks through the house: everybody of the demo world once who has a desk of another kind; and where each begins.</summary>
internal sealed partial class Walk(Doors doors)
{
    public const string Anybody = "anybody";

    // so many addresses of one door are opened from one page, and in all: not every case or item leads to every act
    private const int Most = 5;
    private const int MostInAll = 80;

    public static readonly Dictionary<string, string[]> Begins = new()
    {
        [Anybody] = ["/", "/items?q=食品经营许可"],
        ["citizen1"] = ["/my"],
        ["clerk1"] = ["/desk", "/desk/reception?q=食品经营许可", "/desk/search?q=食品", "/desk/reception?q=食品经营许可&late=1", .. CasesInEveryState],
        ["clerk-town1"] = ["/desk"],
        ["scjg-approver"] = ["/desk", "/desk/orders?state=UnitReview", .. CasesInEveryState],
        ["jtj-approver"] = ["/desk", .. CasesInEveryState],
        ["zjj-approver"] = ["/desk"],
        ["jtj-head"] = ["/desk"],
        ["zrzy-head"] = ["/desk", .. CasesInEveryState],
        ["scjg-editor"] = ["/desk", "/desk/items?q=药品零售企业经营许可"],
        ["scjg-reviewer"] = ["/desk", "/desk/items?q=药品零售企业经营许可"],
        ["catalogue1"] = ["/desk", "/desk/items?q=药品零售企业经营许可"],
        ["coordination1"] = ["/desk", .. new[] { "Recorded", "Dispatched", "Answered" }.Select(s => $"/desk/grievances?state={s}")],
        ["office1"] = ["/desk"],
        // the walk opens so many orders and no more: the rarer ones first
        ["hotline1"] = ["/desk/urgent-contacts?state=Unanswered", "/desk/orders?paused=1", "/desk/orders?state=FollowUp", "/desk/orders?state=Closed&unit=SCJG", "/desk", .. OrdersInEveryState, .. new[] { "version=Editing", "version=HotlineReview", "state=TakenDown", "state=Live&sort=-uses" }.Select(q => $"/desk/knowledge?{q}")],
        ["scjg-liaison"] = ["/desk/urgent-contacts?state=Unanswered", "/desk", .. OrdersInEveryState],
        ["dyz-liaison"] = ["/desk", .. OrdersInEveryState],
        ["director"] = ["/desk"],
        ["admin"] = ["/desk", "/desk/calendar?year=" + NextYear],
        ["security"] = ["/desk"],
        ["auditor"] = ["/desk"],
    };

    private static string[] CasesInEveryState => [.. Enum.GetNames<CaseState>().Select(s => $"/desk/cases?state={s}")];

    private static string[] OrdersInEveryState => [.. Enum.GetNames<OrderState>().Select(s => $"/desk/orders?state={s}")];

    // these show each visitor other verbs and lists; every other page is looked at once, with the first who comes to it
    private static readonly HashSet<string> Own = ["/my", "/desk", "/desk/cases", "/desk/cases/{id:guid}", "/desk/items", "/desk/items/{id:guid}", "/desk/offers/{id:guid}", "/desk/grievances/{id:guid}", "/desk/consultations/{id:guid}", "/desk/orders", "/desk/orders/{id:guid}", "/desk/knowledge", "/desk/knowledge/{id:guid}"];

    private readonly HashSet<Door> seen = [];

    // what is open to anybody stands outside the desk
    private HashSet<Door> open = [];

    public List<Stop> Stops { get; } = [];

    private static int NextYear => TimeProvider.System.GetUtcNow().Year + 1;

    public async Task All(Hall hall)
    {
        foreach (var (user, begins) in Begins)
        {
            Stops.AddRange(await From([.. begins, .. Staging.Begins(user)], user, (await hall.Walker(user)).Page));
            seen.UnionWith(Stops.Where(s => s.Dead is null).Select(s => s.Door));
            open = open.Count > 0 ? open : [.. seen];
        }
    }

    /// <summary>Follows links from where the visitor begins, a few of each kind, and tells the first page met of each.</summary>
    private async Task<IEnumerable<Stop>> From(string[] begins, string user, IPage page)
    {
        var (stops, opened, addresses, ahead) = (new Dictionary<Door, Stop>(), new Dictionary<(string, Door), int>(), new HashSet<string>(), new Queue<(string, string)>(begins.Select(b => (b, "the walker"))));
        while (ahead.TryDequeue(out var next))
        {
            var (address, from) = next;
            if (doors.Of(address) is not { } door || Passes(user, door) || !addresses.Add(address) || Enough(opened, from, door, stops))
            {
                continue;
            }

            var answer = await page.APIRequest.GetAsync(address);
            if (!answer.Ok && answer.Status != 409) // a rule that says no in words is a page as well
            {
                stops.TryAdd(door, new(user, door, address, false) { Dead = $"{user}: {from} links to {address}, which answers {answer.Status}" });
                continue;
            }

            var html = answer.Headers["content-type"].StartsWith("text/html", StringComparison.Ordinal);
            if (doors.Of(new Uri(answer.Url).AbsolutePath) is { } reached) // which may be the sign-in instead
            {
                stops.TryAdd(reached, new(user, reached, address, html));
            }

            foreach (var link in html ? [.. Links(await answer.TextAsync()), .. Further(door, address)] : Array.Empty<string>())
            {
                ahead.Enqueue((link, address));
            }
        }

        return stops.Values.Where(s => s.Dead is not null || !seen.Contains(s.Door) || Own.Contains(s.Door.Pattern));
    }

    private bool Passes(string user, Door door) => !user.StartsWith("citizen", StringComparison.Ordinal) && open.Contains(door);

    private bool Enough(Dictionary<(string From, Door Door), int> opened, string from, Door door, Dictionary<Door, Stop> stops)
    {
        var once = (seen.Contains(door) && !Own.Contains(door.Pattern)) || (stops.TryGetValue(door, out var stop) && !stop.IsPage);
        var (here, inAll) = (opened[(from, door)] = opened.GetValueOrDefault((from, door)) + 1, opened.Where(o => o.Key.Door == door).Sum(o => o.Value));
        return once ? inAll > 1 : here > Most || inAll > MostInAll;
    }

    private static IEnumerable<string> Links(string html) =>
        Link().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(a => !a.StartsWith("/view", StringComparison.Ordinal)).Select(a => a.Split('#')[0]);

    /// <summary>Pages that a button leads to and not a link, and the versions of a guide, which are linked from the second on.</summary>
    private static string[] Further(Door door, string address) => door.Pattern switch
    {
        "/my/cases/{id:guid}/edit" => [address.Replace("/edit", "/materials", StringComparison.Ordinal), address.Replace("/edit", "/submission", StringComparison.Ordinal)],
        "/desk/reception/{itemId:guid}" => ["/desk/bundles/new?item=" + address.Split('/')[^1]],
        "/desk/inquiries/{id:guid}" => [address + "/notice"],
        "/items/{id:guid}" => [address + "/versions", address + "/versions/1"],
        _ => [],
    };

    [GeneratedRegex("<a [^>]*href=\"(/[^\"]*)\"")]
    private static partial Regex Link();
}
