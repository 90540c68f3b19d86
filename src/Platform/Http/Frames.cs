using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Identity;
using Yimen.Platform.Switches;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Http;

/// <summary>A line of the workbench's rail, contributed by a module; shown to those who may do <paramref name="Verb"/> (null: all staff).</summary>
public sealed record RailEntry(int Order, string Group, string Title, string Href, string Icon, string? Verb = null)
{
    /// <summary>The switch behind which its page stands; null: always there.</summary>
    public string? Switch { get; init; }
}

/// <summary>Builds the frame of a request for the shells.</summary>
public static class Frames
{
    internal const string NoticeCookie = "notice";

    private static readonly string AssetVersion = typeof(Frames).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    public static Frame Of(HttpContext http)
    {
        var services = http.RequestServices;
        var county = services.GetRequiredService<CountyScope>().County;
        var now = services.GetRequiredService<TimeProvider>().Now();
        var visitor = http.Visitor;
        return new Frame
        {
            CountyName = county.Name,
            Base = http.Request.PathBase.Value ?? "",
            Path = http.Request.Path.Value ?? "/",
            Query = http.Request.QueryString.Value ?? "",
            User = visitor.IsSignedIn ? new(visitor.Actor.AccountId, visitor.Actor.Name, visitor.IsStaff, visitor.LastSignIn) : null,
            AssetVersion = AssetVersion,
            Today = ChinaTime.DateOf(now),
            Now = now,
            TextSize = Look.SizeOf(http.Request),
            Dark = Look.IsDark(http.Request),
            Demo = county.Demo,
            Csrf = () => services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!,
            NewKey = () => services.GetRequiredService<IdSource>().NewToken(16),
            Rail = visitor.IsStaff ? Rail(services, visitor, http.OnSwitches) : [],
            Notice = Take(http),
        };
    }

    /// <summary>Leaves a line for the page after the redirect.</summary>
    internal static void Leave(HttpContext http, string notice) =>
        http.Response.Cookies.Append(NoticeCookie, Convert.ToBase64String(Encoding.UTF8.GetBytes(notice)), Options(http));

    private static string? Take(HttpContext http)
    {
        if (http.Request.Cookies[NoticeCookie] is not { Length: > 0 and < 2000 } text)
        {
            return null;
        }

        http.Response.Cookies.Delete(NoticeCookie, Options(http));
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
        IsEssential = true,
    };

    private static List<RailLink> Rail(IServiceProvider services, Visitor visitor, IReadOnlySet<string> on)
    {
        var table = services.GetRequiredService<PermissionTable>();
        return [.. services.GetServices<RailEntry>()
            .Where(r => (r.Switch is null || on.Contains(r.Switch)) && (r.Verb is null || visitor.May(table, r.Verb)))
            .OrderBy(r => r.Order)
            .Select(r => new RailLink(r.Group, r.Title, r.Href, r.Icon, null))];
    }
}
