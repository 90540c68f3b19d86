using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Platform.Limits;

/// <summary>One dated value as programs read it.</summary>
/// <param name="Standing">现行, 未生效 or 已被替换 on the day of asking.</param>
/// <param name="Own">The county's own; else shipped with the program.</param>
public sealed record LimitRow(string Code, string Name, int Value, DateOnly From, string Basis, string Standing, bool Own);

/// <summary>A new value from a day on.</summary>
public sealed record LimitWanted(
    [property: Required(ErrorMessage = "请填写规则 code。"), MaxLength(40, ErrorMessage = "规则 code 不能超过 40 个字符。")] string? Code,
    [property: Required(ErrorMessage = "请填写生效日期 from，如 2020-12-01。")] DateOnly? From,
    [property: Required(ErrorMessage = "请填写数值 value。")] int? Value,
    [property: Required(ErrorMessage = "请填写依据 basis。"), MaxLength(200, ErrorMessage = "依据不能超过 200 个字。")] string? Basis);

/// <summary>The JSON twin of a room's table of limits: <c>/api/v1/</c> and the table's kind.</summary>
internal static class LimitApi
{
    public static void Map(IEndpointRouteBuilder app, LimitTable table, string read, string set)
    {
        var here = $"/api/v1/{table.Kind}";
        app.MapGet(here, async Task<Ok<IReadOnlyList<LimitRow>>> (HttpContext http, AppDb db, CancellationToken ct) =>
            TypedResults.Ok(await Rows(table, http, db, ct))).RequirePermission(read).WithTags(table.Name).WithSummary($"读取{table.Name}：每一条的数值、生效日期和依据");
        app.MapPost(here, async Task<Ok<IReadOnlyList<LimitRow>>> (HttpContext http, LimitWanted input, AppDb db, Writer writer, IdSource ids, CancellationToken ct) =>
        {
            await LimitDesk.Set(table, Read(table, input), http, (db, writer, ids), ct);
            return TypedResults.Ok(await Rows(table, http, db, ct));
        }).RequirePermission(set).WithTags(table.Name).WithSummary($"设定{table.Name}：从某日起执行新的数值");
    }

    private static DatedLimit Read(LimitTable table, LimitWanted input) =>
        table.Codes.All(c => c.Code != input.Code) ? throw new RuleViolation("limit-code", $"“{table.Name}”中没有这条规则：{input.Code}。")
        : string.IsNullOrWhiteSpace(input.Basis) ? throw new RuleViolation("limit-basis", "请填写依据的法律条款、通知或决定。")
        : new() { Code = input.Code!, From = input.From!.Value, Value = input.Value!.Value, Basis = input.Basis.Trim() };

    private static async Task<IReadOnlyList<LimitRow>> Rows(LimitTable table, HttpContext http, AppDb db, CancellationToken ct)
    {
        var (rows, today) = (await table.All(db, ct), http.Act().Today);
        return [.. table.Codes.SelectMany(c => LimitDesk.Lines(table, rows, c, today).Select(l => new LimitRow(c.Code, l.Name, l.Value, l.From, l.Basis, l.Standing, l.Own)))];
    }
}
