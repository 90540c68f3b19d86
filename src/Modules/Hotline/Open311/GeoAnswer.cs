using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Yimen.Kernel;
using Yimen.Platform.Http;

namespace Yimen.Hotline.Open311;

/// <summary>An answer in the format that was asked for: by the suffix, else by Accept, else XML, which every client reads.</summary>
internal sealed class GeoAnswer(GeoDocument document, int status = StatusCodes.Status200OK) : IResult
{
    private const string Xml = "text/xml; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (json, response) = (WantsJson(httpContext.Request), httpContext.Response);
        var bytes = json ? document.AsJson() : document.AsXml();
        response.StatusCode = status;
        response.ContentType = json ? Json : Xml;
        response.ContentLength = bytes.Length;
        // open data: pages of others may read it; there is no cookie in it
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    /// <summary>Carries out what was asked and words whatever is wrong as an error document.</summary>
    public static async Task<IResult> Of(HttpContext http, Func<Task<GeoDocument>> answer)
    {
        try
        {
            MustKnowFormat(http);
            return new GeoAnswer(await answer());
        }
        catch (GeoFault fault)
        {
            return new GeoAnswer(fault.Document, fault.Status);
        }
        catch (RuleViolation refused) when (refused.Code != "busy")
        {
            return new GeoAnswer(GeoFault.Of(StatusCodes.Status400BadRequest, [refused.Message]), StatusCodes.Status400BadRequest);
        }
        catch (NotThere)
        {
            return new GeoAnswer(GeoFault.Of(StatusCodes.Status404NotFound, ["没有找到。"]), StatusCodes.Status404NotFound);
        }
    }

    /// <summary>For whatever else goes wrong below /open311: no such address, too often, the database away.</summary>
    public static readonly RefusalForm Refusals = new("/open311", (http, refusal) => new GeoAnswer(GeoFault.Of(refusal.Status, [refusal.Message]), refusal.Status).ExecuteAsync(http));

    private static bool WantsJson(HttpRequest request) =>
        request.Path.Value is { } path && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || (request.Path.Value?.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) != true && request.Headers[HeaderNames.Accept].ToString().Contains("json", StringComparison.OrdinalIgnoreCase));

    private static void MustKnowFormat(HttpContext http)
    {
        if (http.GetRouteValue("format") is string given && !given.Equals("xml", StringComparison.OrdinalIgnoreCase) && !given.Equals("json", StringComparison.OrdinalIgnoreCase))
        {
            throw new GeoFault(StatusCodes.Status404NotFound, $"format: 没有 .{given} 格式，只有 .xml 和 .json。");
        }
    }
}
