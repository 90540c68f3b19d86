using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Yimen.Kernel;

namespace Yimen.Platform.Http;

/// <summary>How everything below a path words its refusals, where a standard of its own says how.</summary>
public sealed record RefusalForm(string Below, Func<HttpContext, Refusal, Task> Write);

/// <summary>An answer that says no.</summary>
public sealed record Refusal(int Status, string Code, string Title, string Message, string? Article = null)
{
    /// <summary>The message where no page is spoken of: a program has none to go back to.</summary>
    public string ForPrograms => this == OfStatus(400) ? "请求内容无法读取，没有改动任何内容。字段见 /openapi/v1.json。" : Message;

    public static readonly Refusal NotFound = new(404, "not-found", "没有找到", "您要找的内容不存在，或者您无权查看。");

    public static Refusal Of(Exception e) => e switch
    {
        RuleViolation r => new(r.Code == "busy" ? 503 : 409, r.Code, "暂时不能办理", r.Message, r.Article),
        NotThere => NotFound,
        DbUpdateConcurrencyException or StaleForm => new(409, "conflict", "内容已被他人修改", "在您填写期间，这份内容已由他人修改。您的操作没有保存，请返回查看最新内容后再办理。"),
        BadHttpRequestException b => OfStatus(b.StatusCode),
        _ when DatabaseFault(e) is { } fault && IsBrokenConstraint(fault) => Duplicate,
        // PostgreSQL keeps no NUL in a text; nobody types one
        _ when DatabaseFault(e) is PostgresException { SqlState: "22021" or "22P05" } => BadText,
        _ when DatabaseFault(e) is { } fault && IsOutOfReach(fault) => Unreachable,
        _ => new(500, "internal", "系统出现问题", "您刚才的操作可能没有保存。请返回上一页查看，或联系服务中心并告知下面的编号。"),
    };

    /// <summary>To a program whose request could not be read: what was wrong with it and where, as far as the reader knows.</summary>
    public static Refusal OfBody(BadHttpRequestException e) => new(400, "bad-request", "请求无法处理", e.InnerException is JsonException j
        ? $"请求正文不是这里要的 JSON：{(j.Path is { Length: > 1 } path ? $"{path} 的内容或类型不对" : "读不懂")}{(j.LineNumber is { } line ? $"（第 {line + 1} 行）" : "")}。字段见 /openapi/v1.json。"
        : "请求缺少正文或者必需的参数。字段见 /openapi/v1.json。");

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

    private static Refusal Unreachable =>
        new(503, "database", "系统暂时无法连接数据库", "您刚才的操作没有保存。请稍候几分钟后重试，已经办好的业务不受影响。");

    private static Refusal Duplicate =>
        new(409, "duplicate", "内容重复", "同样的内容刚刚已由他人保存。您的操作没有保存，请返回查看。");

    private static Refusal BadText =>
        new(400, "bad-text", "请求无法处理", "提交的内容里有不可见的控制字符，请删除后重新提交。没有改动任何内容。");

    // drivers wrap what happened to the connection, and EF wraps the drivers
    private static DbException? DatabaseFault(Exception? e) => e is null ? null : e as DbException ?? DatabaseFault(e.InnerException);

    // SQLSTATE class 23: integrity constraint violation; SQLITE_CONSTRAINT = 19
    private static bool IsBrokenConstraint(DbException e) =>
        e is PostgresException { SqlState: ['2', '3', ..] } or SqliteException { SqliteErrorCode: 19 };

    // a fault of our own SQL is a 500; what follows is the database's absence: 08 connection, 3D no such database, 53 resources, 57P shut down,
    // and on SQLite busy, locked, read-only, I/O, corrupt, full, cannot open, not a database
    private static bool IsOutOfReach(DbException e) => e switch
    {
        PostgresException p => p.SqlState.StartsWith("08", StringComparison.Ordinal) || p.SqlState.StartsWith("53", StringComparison.Ordinal)
            || p.SqlState.StartsWith("57P", StringComparison.Ordinal) || p.SqlState is "3D000" or "55000",
        NpgsqlException => true,
        SqliteException s => s.SqliteErrorCode is 5 or 6 or 8 or 10 or 11 or 13 or 14 or 26,
        _ => false,
    };
}
