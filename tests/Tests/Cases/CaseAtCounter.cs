using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Kernel;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The acts of a case as people at the counter and in the unit do them, through the forms.</summary>
internal static class CaseAtCounter
{
    /// <summary>A made-up resident of the town; the number passes its checksum.</summary>
    public static string Resident(int serial) => ResidentId.Compose("440281", new DateOnly(1985, 3, 17), serial);

    /// <summary>A clerk receives an application with all its papers. Returns the case's id.</summary>
    public static async Task<Guid> Receive(this Town town, Guid item, string clerk = "clerk1", string window = "A01", bool withPapers = true)
    {
        var browser = await town.SignedIn(clerk);
        var page = $"/desk/reception/{item}";
        var hidden = await town.HiddenFields(browser, page, page);
        var fields = new List<(string, string?)>
        {
            ("window", window), ("kind", "Person"), ("name", "演示丙"), ("number", Resident(511)), ("phone", "13800138003"), ("address", ""), ("agent", ""), ("request", "开一家小店"),
        };
        if (withPapers)
        {
            fields.AddRange(Enumerable.Range(1, 30).Select(n => ("papers", (string?)$"{n}")));
        }

        using var answer = await TownDoor.Post(browser, page, hidden, fields);
        var location = answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{(int)answer.StatusCode}: {(await Town.PageOf(answer)).Body!.TextContent}");
        return Guid.Parse(location.Split('/')[^2]);
    }

    public static async Task<HttpResponseMessage> Do(this Town town, string user, Guid id, string noun, params IEnumerable<(string, string?)> fields)
    {
        var browser = await town.SignedIn(user);
        return await town.PostForm(browser, $"/desk/cases/{id}/{noun}", $"/desk/cases/{id}/{noun}", fields);
    }

    public static Task<HttpResponseMessage> Accept(this Town town, Guid id, string user = "market-approver") => town.Do(user, id, "acceptance");

    public static Task<HttpResponseMessage> Review(this Town town, Guid id, string result = "grant", string user = "market-approver") =>
        town.Do(user, id, "review", ("result", result), ("opinion", "现场和材料均符合条件。"));

    public static Task<HttpResponseMessage> Decide(this Town town, Guid id, string result = "grant", string reason = "", string user = "market-head") =>
        town.Do(user, id, "decision", ("result", result), ("reason", reason));

    /// <summary>The unit makes the licence that a grant is followed by.</summary>
    public static Task<HttpResponseMessage> Certify(this Town town, Guid id, string number = "JY24402810000001", string user = "market-approver") =>
        town.Do(user, id, "certificate", ("number", number), ("from", "2020-11-02"), ("until", "2025-11-01"));

    public static Task<Case> CaseOf(this Town town, Guid id) => town.Rows(db => db.Cases.Whole.AsNoTracking().FirstAsync(c => c.Id == id));
}
