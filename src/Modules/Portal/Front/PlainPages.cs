using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Portal.Front;

/// <summary>Pages of the portal that explain: how to use it, what the centre is, how it can be used by everybody.</summary>
internal static class PlainPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/help", async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<HelpPage>(http, new PlainView(await CentreReading.Of(db, ct)))).PublicPage().ExcludeFromDescription();
        app.MapGet("/about", async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<AboutPage>(http, new PlainView(await CentreReading.Of(db, ct)))).PublicPage().ExcludeFromDescription();
        app.MapGet("/accessibility", async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<AccessibilityPage>(http, new PlainView(await CentreReading.Of(db, ct)))).PublicPage().ExcludeFromDescription();
    }
}

/// <summary>What these pages say that is not the same in every county.</summary>
public sealed record PlainView(CentreView? Centre)
{
    internal string Phone => Centre is { Phone.Length: > 0 } ? Centre.Phone : "12345";
}
