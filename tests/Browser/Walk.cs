using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>A page that somebody can come to by links, and whether it is one for the eye.</summary>
internal sealed record Stop(string User, Door Door, string Address, bool IsPage)
{
    /// <summary>Set where a link leads to nothing: which, and what was answered.</summary>
    public string? Dead { get; init; }
}

/// <summary>Who walks through the house: everybody of the demo world once who has a desk of another kind.</summary>
internal static partial class Walk
{
    public const string Anybody = "anybody";

    // so many addresses of one door are opened, since not every case or item leads to every act
    private const int Most = 5;

    public static readonly string[] People =
        [Anybody, "citizen1", "clerk1", "clerk-town1", "scjg-approver", "scjg-head", "scjg-editor", "scjg-reviewer", "catalogue1", "coordination1", "office1", "director", "admin", "security", "auditor"];

    /// <summary>Follows links from where the visitor begins, a few of each kind, and tells the first page met of each.</summary>
    public static async Task<List<Stop>> From(string begin, string user, IPage page, Doors doors, IReadOnlySet<Door> known)
    {
        var (stops, opened, seen, ahead) = (new Dictionary<Door, Stop>(), new Dictionary<Door, int>(), new HashSet<string>(), new Queue<(string, string)>([(begin, "")]));
        while (ahead.TryDequeue(out var next))
        {
            var (address, from) = next;
            if (doors.Of(address) is not { } door || known.Contains(door) || !seen.Add(address) || Enough(opened, door, stops))
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
            if (doors.Of(new Uri(answer.Url).AbsolutePath) is { } reached && !known.Contains(reached)) // which may be the sign-in instead
            {
                stops.TryAdd(reached, new(user, reached, address, html));
            }

            foreach (var link in html ? Links(await answer.TextAsync()) : [])
            {
                ahead.Enqueue((link, address));
            }
        }

        return [.. stops.Values];
    }

    private static bool Enough(Dictionary<Door, int> opened, Door door, Dictionary<Door, Stop> stops) =>
        (opened[door] = opened.GetValueOrDefault(door) + 1) > (stops.TryGetValue(door, out var stop) && !stop.IsPage ? 1 : Most);

    private static IEnumerable<string> Links(string html) =>
        Link().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(a => !a.StartsWith("/view", StringComparison.Ordinal)).Select(a => a.Split('#')[0]);

    [GeneratedRegex("<a [^>]*href=\"(/[^\"]*)\"")]
    private static partial Regex Link();
}
