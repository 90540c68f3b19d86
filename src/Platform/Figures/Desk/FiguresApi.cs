using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Figures.Desk;

/// <param name="From">The first day of the period.</param>
/// <param name="To">The last day of the period, inclusive.</param>
public sealed record FiguresAnswer(DateOnly AsOf, DateOnly From, DateOnly To, IReadOnlyList<FigureAnswer> Figures);

/// <param name="Value">Rounded; null where the denominator is zero or nothing computes the figure.</param>
/// <param name="Standing">Stands on the day <c>asOf</c> rather than running over the period.</param>
/// <param name="Rounding">四舍五入, 截断; null for a count.</param>
public sealed record FigureAnswer(string Id, string Name, string Group, string Unit, decimal? Value, long? Numerator, long? Denominator, string? Definition, int? Version, string? Rounding, int? Decimals, bool? Standing, DeclaredAnswer? Declared)
{
    /// <summary>Rows left out of the numerator and of the denominator; null where nothing can be.</summary>
    public LeftOutAnswer? LeftOut { get; init; }

    internal static FigureAnswer Of(FigureLine line)
    {
        var figure = line.Computed?.Figure;
        var ratio = figure?.Ratio is not null;
        return new(line.Id, line.Name, line.Group, figure?.Unit ?? line.Declared!.Unit, line.Computed?.Value, line.Computed?.Numerator, line.Computed?.Denominator, figure?.Definition, figure?.Version,
            ratio ? figure!.Rounding : null, ratio ? figure!.Decimals : null, figure?.Standing, line.Declared is null ? null : DeclaredAnswer.Of(line.Declared, line.Comparison!))
        {
            LeftOut = line.Computed?.LeftOut is { } left ? new(left.Numerator, ratio ? left.Denominator : null) : null,
        };
    }
}

/// <param name="Denominator">Null for a count.</param>
public sealed record LeftOutAnswer(long Numerator, long? Denominator);

/// <param name="Text">As printed.</param>
/// <param name="Difference">Declared minus computed; null when there is nothing to compare with.</param>
public sealed record DeclaredAnswer(string Text, decimal? Value, string Comparator, string Unit, DateOnly From, DateOnly To, string Document, string? Section, string? Note, bool? Reconciles, decimal? Difference, string Words)
{
    internal static DeclaredAnswer Of(DeclaredFigure d, Comparison c) =>
        new(d.Text, d.Value, Label.Of(d.Comparator), d.Unit, d.From, d.Through, d.Document, d.Section, d.Note, c.Reconciles, c.Difference, c.Words);
}

/// <param name="Sources">Of each count that the figure is made of; null where rows have only one door.</param>
public sealed record OneFigureAnswer(FigureAnswer Figure, IReadOnlyList<FigureSources>? Sources);

/// <param name="Count">The id of the count.</param>
/// <param name="Origins">What came in otherwise than by this system's own door.</param>
public sealed record FigureSources(string Count, int Total, IReadOnlyList<OriginCount> Origins);

/// <param name="Count">The id of the count whose rows these are: for a ratio its numerator or denominator.</param>
public sealed record FigureRowsAnswer(string Id, string Count, int Total, int Page, int Size, IReadOnlyList<OriginCount> Origins, IReadOnlyList<FigureRow> Rows);

/// <summary>指标接口 — figures and exactly the rows counted, for programs with a token.</summary>
internal static class FiguresApi
{
    private const int MostRows = 1000;

    internal static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/figures").WithTags("指标").ProducesValidationProblem().ProducesProblem(StatusCodes.Status401Unauthorized);
        group.MapGet("", All).RequirePermission(FigureDoor.Every).Produces<FiguresAnswer>().WithName("figures").WithSummary("全部指标")
            .WithDescription("asOf 为时点，from 与 to 为期间的首日和末日（含）；都不给时为本年至今。给出 unit、window、channel、type、area 时只列支持该维度的指标。");
        group.MapGet("/{id}", One).RequireFigure().Produces<OneFigureAnswer>().ProducesProblem(StatusCodes.Status404NotFound).WithName("figure").WithSummary("一项指标及其记录来源")
            .WithDescription("sources 对分子（和分母）各列出补录、导入、外部系统的条数；记录只有一个来源的指标没有 sources。");
        group.MapGet("/{id}/rows", Rows).RequireFigure().Produces<FigureRowsAnswer>().ProducesProblem(StatusCodes.Status404NotFound).WithName("figureRows").WithSummary("指标所计的记录")
            .WithDescription("条数与指标的分子（或分母）相等。比率用 side=numerator（默认）或 denominator 选择。");
    }

    private static async Task<IResult> All([AsParameters] FigureQuery query, FigureSheets sheets, TimeProvider time, CancellationToken ct)
    {
        var errors = new FormErrors();
        return query.Read(time.Today(), errors) is { } scope
            ? Results.Ok(new FiguresAnswer(scope.AsOf, scope.From, scope.Through, [.. (await sheets.All(scope, ct)).Select(FigureAnswer.Of)]))
            : BadInput.Of(errors);
    }

    private static async Task<IResult> One(string id, [AsParameters] FigureQuery query, FigureSheets sheets, FigureRows rows, TimeProvider time, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (query.Read(time.Today(), errors) is not { } scope)
        {
            return BadInput.Of(errors);
        }

        var line = await sheets.One(id, scope, ct) ?? throw new NotThere();
        var sources = new List<FigureSources>();
        foreach (var count in line.Computed is { } computed ? sheets.Book.CountsOf(computed.Figure) : [])
        {
            if (await rows.Origins(count, scope, ct) is { Count: > 0 } origins)
            {
                sources.Add(new(count.Id, await rows.Total(count, scope, null, ct), origins));
            }
        }

        return Results.Ok(new OneFigureAnswer(FigureAnswer.Of(line), sources.Count == 0 ? null : sources));
    }

    private static async Task<IResult> Rows(
        string id, [AsParameters] FigureQuery query,
        [Description("numerator 或 denominator")] string? side, [Description("页码，从 1 起")] string? page, [Description("每页条数，1 至 1000，默认 20")] string? size,
        FigureRows rows, FigureSheets sheets, TimeProvider time, CancellationToken ct)
    {
        var figure = await sheets.Find(id, ct) ?? throw new NotThere();
        var errors = new FormErrors();
        var scope = query.Read(time.Today(), errors);
        var (number, length) = (Number(page, "page", 1, int.MaxValue / MostRows, errors), Number(size, "size", 20, MostRows, errors));
        if (side is not (null or "" or "numerator" or "denominator"))
        {
            errors.Add("side", "side 应为 numerator 或 denominator。");
        }

        if (scope is null || errors.Count > 0)
        {
            return BadInput.Of(errors);
        }

        var count = rows.Side(figure, side == "denominator");
        var answer = await rows.Page(count, scope, null, (number - 1) * length, length, ct);
        return Results.Ok(new FigureRowsAnswer(figure.Id, count.Id, answer.Total, number, length, await rows.Origins(count, scope, ct), answer.Rows));
    }

    private static int Number(string? text, string name, int absent, int most, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return absent;
        }

        if (int.TryParse(text, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        errors.Add(name, $"{name} 应为 1 至 {most} 的整数。");
        return absent;
    }
}
