using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Yimen.Platform.Http;

/// <summary>字号、长辈版、深浅色 — how a person wants pages to look. Links and cookies, no form, so that pages stay cacheable (ruling 23).</summary>
internal static class Look
{
    private static readonly string[] Sizes = ["normal", "large", "elder"];
    private static readonly string[] Themes = ["light", "dark"];

    internal static string SizeOf(HttpRequest request) => Sizes.Contains(request.Cookies["size"]) ? request.Cookies["size"]! : "normal";

    internal static bool IsDark(HttpRequest request) => request.Cookies["theme"] == "dark";

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/view", Choose).AllowAnonymous();

    private static IResult Choose(HttpContext http, string? size, string? theme, string? back)
    {
        Keep(http, "size", size, Sizes);
        Keep(http, "theme", theme, Themes);
        return Page.Then(http, LocalUrl.Or(back, "/"));
    }

    private static void Keep(HttpContext http, string name, string? value, string[] known)
    {
        if (known.Contains(value))
        {
            http.Response.Cookies.Append(name, value!, new CookieOptions
            {
                Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                Secure = http.Request.IsHttps,
            });
        }
    }
}
