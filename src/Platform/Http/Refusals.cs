using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Http;

/// <summary>Not there, or not yours: the two look alike. Thrown by look-ups, answered with 404.</summary>
public sealed class NotThere() : Exception("not there");

/// <summary>Turns what went wrong into one answer: a page for people, ProblemDetails (RFC 9457) for programs, with a number to quote.</summary>
public sealed partial class Refusals(ILogger<Refusals> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Response.HasStarted)
        {
            return false;
        }

        var refusal = Of(exception);
        if (refusal.Status >= 500)
        {
            Failed(log, exception, httpContext.Request.Method, httpContext.Request.Path.Value);
        }

        await Answer(httpContext, refusal);
        return true;
    }

    internal static async Task Answer(HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = refusal.Status;
        var number = (Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier)[..8];
        if (IsForPrograms(http) || !http.RequestServices.GetRequiredService<CountyScope>().IsChosen)
        {
            await Results.Problem(refusal.Message, statusCode: refusal.Status, title: refusal.Title, extensions: Extensions(refusal, number)).ExecuteAsync(http);
            return;
        }

        await Page.Of<ErrorPage>(http, new ErrorView(refusal.Status, number, refusal.Message, refusal.Article), refusal.Status).ExecuteAsync(http);
    }

    internal static bool IsForPrograms(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/open311");

    private static Dictionary<string, object?> Extensions(Refusal refusal, string number)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = refusal.Code, ["number"] = number };
        if (refusal.Article is not null)
        {
            extensions["article"] = refusal.Article;
        }

        return extensions;
    }

    private static Refusal Of(Exception e) => e switch
    {
        RuleViolation r => new(r.Code == "busy" ? 503 : 409, r.Code, "暂时不能办理", r.Message, r.Article),
        NotThere => Refusal.NotFound,
        DbUpdateConcurrencyException => new(409, "conflict", "内容已被他人修改", "在您填写期间，这份内容已由他人修改。您的操作没有保存，请返回查看最新内容后再办理。"),
        BadHttpRequestException b => new(b.StatusCode, "bad-request", "提交的内容无法读取", b.StatusCode == 413 ? "提交的内容过大，没有保存。" : "请求的格式不正确，没有保存任何内容。"),
        DbException or DbUpdateException { InnerException: DbException } => new(503, "database", "系统暂时无法连接数据库", "您刚才的操作没有保存。请稍候几分钟后重试，已经办好的业务不受影响。"),
        _ => new(500, "internal", "系统出现问题", "您刚才的操作可能没有保存。请返回上一页查看，或联系服务中心并告知下面的编号。"),
    };

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed")]
    private static partial void Failed(ILogger log, Exception exception, string method, string? path);
}

/// <summary>An answer that says no.</summary>
public sealed record Refusal(int Status, string Code, string Title, string Message, string? Article = null)
{
    public static readonly Refusal NotFound = new(404, "not-found", "没有找到", "您要找的内容不存在，或者您无权查看。");

    /// <summary>For statuses that arrive without a body.</summary>
    public static Refusal OfStatus(int status) => status switch
    {
        401 => new(401, "unauthenticated", "需要登录", "请先登录，或在请求中提供有效的访问令牌。"),
        400 => new(400, "bad-request", "请求无法处理", "页面可能已经过期。请返回上一页，刷新后重新提交；您填写的内容没有保存。"),
        405 => new(405, "method", "不支持的操作", "此地址不支持这种操作。"),
        413 => new(413, "too-large", "提交的内容过大", "提交的内容超过了允许的大小，没有保存。"),
        415 => new(415, "media-type", "格式不支持", "请求内容的格式不支持。"),
        429 => new(429, "too-many", "操作过于频繁", "您的操作过于频繁，请稍候再试。"),
        404 or 403 => NotFound,
        _ => new(status, "error", "请求未能完成", "请求未能完成，请稍后再试。"),
    };
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
