using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Switches;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Codes;

/// <summary>A table of codes among those that one may read.</summary>
/// <param name="Code">Its name in addresses of the API.</param>
/// <param name="InForce">How many codes are in force today.</param>
/// <param name="Next">The first day to come on which something changes; null when nothing is set.</param>
public sealed record CodeTableRef(string Code, string Name, int InForce, DateOnly? Next, string Href);

/// <summary>A code as it stands on a day.</summary>
/// <param name="About">What the code stands for where the table is about something else, e.g. 举报; otherwise the code.</param>
/// <param name="Detail">What else the table asks of a code; empty where it asks nothing.</param>
/// <param name="DetailWords">The same as people read it.</param>
/// <param name="From">Since when it is called so.</param>
/// <param name="Own">Set by the county; otherwise it ships with the program.</param>
public sealed record CodeRow(string Code, string About, string Name, string Detail, string DetailWords, DateOnly From, string Basis, bool Own);

/// <summary>A table on a day.</summary>
public sealed record CodesOn(string Code, string Name, DateOnly On, IReadOnlyList<CodeRow> Rows);

/// <summary>A new row: from a day to come on the code is called so, or is out of use.</summary>
public sealed record NewCode
{
    [Required(ErrorMessage = "请填写代码 code。")]
    public string? Code { get; init; }

    /// <summary>Not asked when <see cref="Ended"/>.</summary>
    public string? Name { get; init; }

    public string? Detail { get; init; }

    /// <summary>Tomorrow at the earliest.</summary>
    [Required(ErrorMessage = "请填写生效日期 from，如 2020-12-01。")]
    public DateOnly? From { get; init; }

    [Required(ErrorMessage = "请填写依据 basis。")]
    public string? Basis { get; init; }

    public bool Ended { get; init; }
}

/// <summary>代码表 for programs: what there is, how it stands on a day, and a new row by who may set it on the page.</summary>
internal sealed class CodeApi(IEnumerable<CodeTables> rooms, PermissionTable rights, SwitchBoard board, CountyScope scope, AppDb db, CodeEntry entry)
{
    private const string Root = "/api/v1/code-tables";

    public static void Map(IEndpointRouteBuilder app)
    {
        Told(app.MapGet(Root, (HttpContext http, CodeApi api, CancellationToken ct) => api.List(http, ct)), "可以查看的代码表");
        Told(app.MapGet(Root + "/{code:maxlength(40)}", (HttpContext http, string code, string? on, CodeApi api, CancellationToken ct) => api.On(http, code, on, ct)), "一张代码表某一天（on，缺省今天）在用的代码");
        Told(app.MapPost(Root + "/{code:maxlength(40)}/rows", (HttpContext http, string code, NewCode row, CodeApi api, CancellationToken ct) => api.Set(http, code, row, ct)), "从某一天起设定或者停用一个代码，最早为明天");
    }

    private async Task<Ok<IReadOnlyList<CodeTableRef>>> List(HttpContext http, CancellationToken ct)
    {
        var (on, codes, today) = (await board.On(scope.County, ct), await CodeSet.Of(db, ct), http.Act().Today);
        var tables = rooms.Where(r => http.Visitor.May(rights, r.Read)).SelectMany(r => r.There(on)).ToList();
        return tables.Count == 0 ? throw new NotThere() : TypedResults.Ok<IReadOnlyList<CodeTableRef>>(
            [.. tables.Select(t => new CodeTableRef(t.Kind, t.Name, codes.On(t, today).Count, CodeDesk.Next(codes.All(t), today), $"{http.Request.PathBase}{Root}/{t.Kind}"))]);
    }

    private async Task<Results<Ok<CodesOn>, ValidationProblem>> On(HttpContext http, string code, string? on, CancellationToken ct)
    {
        var table = await Find(http, code, r => r.Read, ct);
        var day = http.Act().Today;
        if (!string.IsNullOrWhiteSpace(on) && !DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["on"] = ["日期 on 应如 2020-12-01。"] });
        }

        var codes = await CodeSet.Of(db, ct);
        var words = CodeLines.Words(table, codes, day);
        return TypedResults.Ok(new CodesOn(table.Kind, table.Name, day, [.. codes.On(table, day).Select(r => Row(table, words, r))]));
    }

    private async Task<Results<Ok<CodeRow>, ValidationProblem>> Set(HttpContext http, string code, NewCode row, CancellationToken ct)
    {
        var (table, codes, errors) = (await Find(http, code, r => r.Set, ct), await CodeSet.Of(db, ct), new FormErrors());
        var input = new CodeInput { Code = row.Code, Name = row.Name, Detail = row.Detail, From = $"{row.From:yyyy-MM-dd}", Basis = row.Basis, Way = row.Ended ? "end" : "set" };
        if (CodeEntry.Read(table, input, codes, errors) is not { } wanted)
        {
            return BadInput.Problem(errors);
        }

        await entry.Keep(table, wanted, http, ct);
        return TypedResults.Ok(Row(table, CodeLines.Words(table, codes, wanted.From), wanted));
    }

    // a table that one may not read, or that is behind a switch, is not there
    private async Task<CodeTable> Find(HttpContext http, string code, Func<CodeTables, string> right, CancellationToken ct)
    {
        var on = await board.On(scope.County, ct);
        return rooms.Where(r => http.Visitor.May(rights, right(r))).SelectMany(r => r.There(on)).FirstOrDefault(t => t.Kind == code) ?? throw new NotThere();
    }

    private static CodeRow Row(CodeTable table, Func<string, string> words, DatedCode r) => new(r.Code, words(r.Code), r.Name, r.Detail, table.DetailOf(r), r.From, r.Basis, !table.Shipped.Contains(r));

    private static void Told(RouteHandlerBuilder endpoint, string summary) => endpoint.RequireAuthorization().WithTags("代码表").WithSummary(summary);
}
