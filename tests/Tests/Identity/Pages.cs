using System.Net;
using AngleSharp.Dom;
using Yimen.Tests.World;

namespace Yimen.Tests.Identity;

/// <summary>Small questions about an answer.</summary>
internal static class Pages
{
    internal static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<string> Alert(this HttpResponseMessage answer) =>
        string.Join(" ", (await Town.PageOf(answer)).QuerySelectorAll("[role=alert], .error, .error-summary").Select(e => e.TextContent.Trim()));

    internal static async Task<string> Text(this HttpResponseMessage answer) => (await Town.PageOf(answer)).Body!.TextContent;

    internal static string? To(this HttpResponseMessage answer) => answer.Headers.Location?.ToString();

    internal static async Task<HttpStatusCode> Status(this HttpClient browser, string path) => (await browser.GetAsync(path, Ct)).StatusCode;
}
