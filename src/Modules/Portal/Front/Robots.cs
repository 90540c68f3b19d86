using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Portal.Front;

/// <summary>What search engines may read: the public catalogue, and nothing that belongs to a person or to the desk.</summary>
internal static class Robots
{
    private static readonly string[] Pages = ["/", "/items", "/themes/person", "/themes/corporate", "/units", "/towns", "/questions", "/help", "/about", "/accessibility"];
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/robots.txt", (HttpContext http) => Results.Text(Rules(http), "text/plain", Encoding.UTF8)).PublicPage().ExcludeFromDescription();
        app.MapGet("/sitemap.xml", Show).PublicPage().ExcludeFromDescription();
    }

    private static string Rules(HttpContext http) => string.Join('\n',
        ["User-agent: *", .. new[] { "/desk", "/my", "/account", "/login", "/progress", "/verify", "/api/" }.Select(p => $"Disallow: {http.Request.PathBase}{p}"), $"Sitemap: {Root(http)}/sitemap.xml", ""]);

    private static async Task<IResult> Show(HttpContext http, AppDb db, CancellationToken ct)
    {
        var questions = await db.AnswersOn(http.Act().Today).Where(a => a.Visibility == Visibility.Public).OrderBy(a => a.Id).Select(a => a.Id).Take(9_000).ToListAsync(ct);
        var items = await db.ItemRefs.Where(i => i.State == ItemState.InForce).OrderBy(i => i.Id).Select(i => i.Id).Take(40_000).ToListAsync(ct);
        var urls = Pages.Concat(items.Select(id => $"/items/{id}")).Concat(questions.Select(id => $"/questions/{id}")).Select(path => new XElement(Sitemap + "url", new XElement(Sitemap + "loc", Root(http) + path)));
        return Results.Text(new XDeclaration("1.0", "utf-8", null) + "\n" + new XElement(Sitemap + "urlset", urls), "application/xml", Encoding.UTF8);
    }

    private static string Root(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
}
