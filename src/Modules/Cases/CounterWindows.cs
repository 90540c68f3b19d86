using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases;

/// <summary>The windows at which a clerk may sit, and the one at which this browser last did.</summary>
internal sealed class CounterWindows(AppDb db)
{
    private const string Cookie = "window";

    /// <summary>Open today and within the clerk's reach: a town's clerks sit in their area, the others in the hall.</summary>
    public IQueryable<WindowRef> Of(HttpContext http)
    {
        var today = http.Act().Today;
        var areas = http.Visitor.Scopes.Where(s => s.Role == Roles.TownClerk && s.Area is not null).Select(s => s.Area!.Value).ToList();
        var open = db.WindowRefs.Where(w => w.OpenedOn <= today && (w.ClosedOn == null || w.ClosedOn > today));
        return areas.Count > 0 ? open.Where(w => areas.Contains(w.Area)) : open.Where(w => w.Kind == WindowKind.Comprehensive || w.Kind == WindowKind.Specialised);
    }

    public Task<List<Choice>> Choices(HttpContext http, CancellationToken ct) =>
        Of(http).OrderBy(w => w.Code).Select(w => new Choice(w.Code, w.Code + " " + w.Name, null, null)).ToListAsync(ct);

    /// <summary>The window of this code; null, with the fault named at its field, when the clerk does not sit there.</summary>
    public async Task<WindowRef?> Find(HttpContext http, string code, FormErrors errors, CancellationToken ct)
    {
        var window = await Of(http).FirstOrDefaultAsync(w => w.Code == code, ct);
        if (window is null)
        {
            errors.Add("window", "请选择窗口。");
        }

        return window;
    }

    /// <summary>Where this browser last received something; before that the window at which the clerk sits by the book of seats; else empty.</summary>
    public async Task<string> Usual(HttpContext http, CancellationToken ct)
    {
        if (Last(http) is { Length: > 0 } last)
        {
            return last;
        }

        var seats = db.WindowsOf(http.Visitor.Actor.AccountId, http.Act().Today);
        return await Of(http).Where(w => seats.Contains(w.Code)).OrderBy(w => w.Code).Select(w => w.Code).FirstOrDefaultAsync(ct) ?? "";
    }

    /// <summary>Where this browser last received something; empty at first.</summary>
    public static string Last(HttpContext http) => http.Request.Cookies[Cookie] ?? "";

    public static void Remember(HttpContext http, string code) => http.Response.Cookies.Append(Cookie, code,
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/" });

    public static Channel ChannelOf(WindowRef window) => window.Kind switch
    {
        WindowKind.Town => Channel.Town,
        WindowKind.Village => Channel.Village,
        _ => Channel.Hall,
    };
}
