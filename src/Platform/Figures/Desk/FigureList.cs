using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Figures.Desk;

public sealed record FigureGroup(string Title, IReadOnlyList<FigureView> Figures);

public sealed record FigurePreset(string Title, string Href, bool Current);

/// <summary>A dimension of the form: its field, its name, what may be chosen.</summary>
public sealed record DimensionField(string Name, string Label, string? Value, IReadOnlyList<Choice> Choices);

public sealed record FigureListView(FigureQuery Query, FormErrors Errors, string Period, IReadOnlyList<FigurePreset> Presets, IReadOnlyList<DimensionField> Dimensions, IReadOnlyList<FigureGroup> Groups, bool MayDeclare);

/// <summary>指标 — every figure of the centre for a day and a period, each of which opens.</summary>
internal static class FigureList
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/figures", Show).RequirePermission("figures.read").ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, [AsParameters] FigureQuery query, FigureSheets sheets, FigureForms forms, PermissionTable table, TimeProvider time, CancellationToken ct)
    {
        var (errors, today) = (new FormErrors(), time.Today());
        var scope = query.Read(today, errors);
        var lines = scope is null ? [] : await sheets.All(scope, ct);
        scope ??= FigureScope.YearTo(today);
        var view = new FigureListView(
            errors.Count > 0 ? query : forms.Filled(query, scope),
            errors,
            $"{FigureQuery.Span(scope.From, scope.Through)}；时点指标截至{Dates.Day(scope.AsOf)}",
            forms.Presets("/desk/figures", scope, today),
            await forms.Dimensions(query, ct),
            [.. lines.GroupBy(l => l.Group.Length == 0 ? "其他" : l.Group).Select(g => new FigureGroup(g.Key, [.. g.Select(l => FigureCards.Of(l, scope))]))],
            http.Visitor.May(table, "figures.declare"));
        return errors.Count > 0 ? Page.Again<FigureListPage>(http, view) : Page.Of<FigureListPage>(http, view);
    }
}

/// <summary>What the form above the figures offers.</summary>
internal sealed class FigureForms(AppDb db, IEnumerable<FigureDimension> dimensions)
{
    internal FigureQuery Filled(FigureQuery query, FigureScope scope) =>
        query with { AsOf = FigureQuery.Iso(scope.AsOf), From = FigureQuery.Iso(scope.From), To = FigureQuery.Iso(scope.Through) };

    internal async Task<IReadOnlyList<DimensionField>> Dimensions(FigureQuery query, CancellationToken ct)
    {
        var fields = new List<DimensionField>();
        foreach (var dimension in dimensions.OrderBy(d => d.By))
        {
            var value = dimension.By switch { FigureBy.Unit => query.Unit, FigureBy.Window => query.Window, FigureBy.Channel => query.Channel, FigureBy.Type => query.Type, _ => query.Area };
            fields.Add(new(dimension.By.ToString().ToLowerInvariant(), Label.Of(dimension.By), value, await dimension.Choices(db, ct)));
        }

        return fields;
    }

    internal IReadOnlyList<FigurePreset> Presets(string path, FigureScope scope, DateOnly today)
    {
        var (year, month) = (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, today.Month, 1));
        (string Title, DateOnly From, DateOnly Through)[] spans =
        [
            ("本年", year, today), ("上年", year.AddYears(-1), year.AddDays(-1)), ("本月", month, today), ("上月", month.AddMonths(-1), month.AddDays(-1)),
        ];
        return [.. spans.Select(s => new FigurePreset(s.Title, path + FigureQuery.Of(scope with { AsOf = s.Through, From = s.From, To = s.Through.AddDays(1) }), scope.From == s.From && scope.Through == s.Through))];
    }
}

/// <summary>A line of a sheet as a card.</summary>
internal static class FigureCards
{
    internal static FigureView Of(FigureLine line, FigureScope scope)
    {
        var figure = line.Computed?.Figure;
        return new(line.Name, line.Computed?.Value is null ? null : line.Computed.Text, figure?.Unit, Href(line.Id, scope))
        {
            None = line.Computed is null ? FigureSheets.OnlyDeclared : "不适用",
            Fraction = line.Computed is { Denominator: { } whole } c ? $"{c.Numerator:N0} / {whole:N0}" : null,
            LeftOut = line.Computed?.LeftOutWords,
            Scope = line.Computed is null ? FigureQuery.Span(line.Declared!.From, line.Declared.Through) : FigureQuery.Words(figure, scope),
            Definition = figure is null ? null : $"{figure.Definition}{(figure.Ratio is null ? "" : $"（{figure.Rounding}，保留 {figure.Decimals} 位小数）")}",
            Declared = line.Declared is null ? null : Declared(line),
        };
    }

    internal static DeclaredView Declared(FigureLine line)
    {
        var (said, comparison) = (line.Declared!, line.Comparison!);
        return new($"{(said.Comparator == DeclaredComparator.Equal ? "" : Label.Of(said.Comparator) + " ")}{said.Text}", Source(said), comparison.Words, comparison.Reconciles == true)
        {
            Unit = said.Unit,
        };
    }

    internal static string Source(DeclaredFigure said) => said.Section is null ? said.Document : $"{said.Document}，{said.Section}";

    internal static string Href(string id, FigureScope scope) => $"/desk/figures/{Uri.EscapeDataString(id)}{FigureQuery.Of(scope)}";
}
