using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Http;

/// <summary>Not there, or not yours: the two look alike. Thrown by look-ups, answered with 404.</summary>
public sealed class NotThere() : Exception("not there");

/// <summary>The form was filled over an older version; carries what was typed beside what stands now, so that nothing is lost.</summary>
public sealed class StaleForm(ConflictView view) : Exception("stale form")
{
    public ConflictView View { get; } = view;
}

/// <summary>Turns what went wrong into one answer: a page for people, ProblemDetails (RFC 9457) for programs, with a number to quote.</summary>
public sealed partial class Refusals(ILogger<Refusals> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Response.HasStarted)
        {
            return false;
        }

        var refusal = exception is BadHttpRequestException { StatusCode: 400 } unreadable && IsForPrograms(httpContext) ? Refusal.OfBody(unreadable) : Refusal.Of(exception);
        if (refusal.Status >= 500)
        {
            Failed(log, exception, httpContext.Request.Method, httpContext.Request.Path.Value);
        }

        if (exception is StaleForm stale && !IsForPrograms(httpContext))
        {
            await Page.Of<ConflictPage>(httpContext, stale.View, refusal.Status).ExecuteAsync(httpContext);
            return true;
        }

        else if (exception is BadHttpRequestException)
        {
            Unreadable(log, httpContext.Request.Method, httpContext.Request.Path.Value, exception.Message);
        }

        await Answer(httpContext, refusal);
        return true;
    }

    internal static async Task Answer(HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = refusal.Status;
        if (http.RequestServices.GetServices<RefusalForm>().FirstOrDefault(f => http.Request.Path.StartsWithSegments(f.Below)) is { } form)
        {
            await form.Write(http, refusal);
            return;
        }

        var number = (Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier)[..8];
        if (IsForPrograms(http) || !http.RequestServices.GetRequiredService<CountyScope>().IsChosen)
        {
            await Results.Problem(refusal.ForPrograms, statusCode: refusal.Status, title: refusal.Title, extensions: Extensions(refusal, number)).ExecuteAsync(http);
            return;
        }

        var view = new ErrorView(refusal.Status, refusal.Title, refusal.Message, refusal.Article, number)
        {
            BackHref = BackFrom(http.Request), AtDesk = http.Visitor.IsStaff && http.Request.Path.StartsWithSegments("/desk"),
        };
        await Page.Of<ErrorPage>(http, view, refusal.Status).ExecuteAsync(http);
    }

    internal static bool IsForPrograms(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/open311");

    /// <summary>
    /// The page on which the refused form stood, without the county's base; the home page when it is not known. The address of a form that takes posts only, opened anew, leads to what it
    /// stands under.
    /// </summary>
    internal static string BackFrom(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.HttpContext.Response.StatusCode == StatusCodes.Status405MethodNotAllowed && (request.Path.Value!.LastIndexOf('/') is > 0 and var cut) ? request.Path.Value[..cut]
        : !HttpMethods.IsGet(request.Method)
        && Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var from)
        && from.Authority == request.Host.Value
        && PathString.FromUriComponent(from).StartsWithSegments(request.PathBase, out var rest)
            ? rest + from.Query
            : "/";

    private static Dictionary<string, object?> Extensions(Refusal refusal, string number)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = refusal.Code, ["number"] = number };
        if (refusal.Article is not null)
        {
            extensions["article"] = refusal.Article;
        }

        return extensions;
    }

    [LoggerMessage(2, LogLevel.Information, "{Method} {Path} could not be read: {Why}")]
    private static partial void Unreadable(ILogger log, string method, string? path, string why);

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed")]
    private static partial void Failed(ILogger log, Exception exception, string method, string? path);
}

public static class RefusalsOfApp
{
    /// <summary>Fills answers that carry a status and nothing else.</summary>
    public static IApplicationBuilder UseRefusals(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(_ => { });
        return app.UseStatusCodePages(c => Refusals.Answer(c.HttpContext, Refusal.OfStatus(c.HttpContext.Response.StatusCode)));
    }
}
