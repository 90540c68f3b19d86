using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Figures.Desk;

/// <summary>Which rows of a figure are looked at, as it stands in the address.</summary>
public sealed record FigureRowsQuery(string? Side, string? Q, string? Page, string? Size)
{
    private const int LongestSearch = 60;

    internal bool Denominator => Side?.StartsWith("denominator", StringComparison.Ordinal) == true;

    /// <summary>Looks at what was left out instead of what was counted.</summary>
    internal bool LeftOut => Side?.EndsWith("left-out", StringComparison.Ordinal) == true;

    internal string Known => (Denominator ? "denominator" : "numerator") + (LeftOut ? "-left-out" : "");

    /// <summary>The count whose rows these are.</summary>
    internal Figure Of(FigureRows rows, Figure figure)
    {
        var side = rows.Side(figure, Denominator);
        return LeftOut ? FigureRows.LeftOut(side) ?? side : side;
    }

    internal string? Search => string.IsNullOrWhiteSpace(Q) ? null : Q.Trim()[..Math.Min(Q.Trim().Length, LongestSearch)];
}

public sealed record FigureDetailView(FigureLine Line, FigureQuery Query, FormErrors Errors, string Period, IReadOnlyList<FigurePreset> Presets, IReadOnlyList<DimensionField> Dimensions)
{
    public Figure? Figure => Line.Computed?.Figure;

    public FigureRowsView? Rows { get; init; }

    /// <summary>Whether the list of all figures may be opened too.</summary>
    public bool SeesAll { get; init; }
}

/// <param name="Count">The count whose rows these are.</param>
public sealed record FigureRowsView(Figure Count, IReadOnlyList<TabLink> Sides, IReadOnlyList<FigureRow> Rows, Paging Paging, IReadOnlyList<OriginCount> Origins, string? Search, string Export)
{
    /// <summary>All that were counted, whatever is searched for.</summary>
    public int Total { get; init; }
}

/// <summary>依据 — one figure: what it means, how it is rounded, and exactly the rows that were counted.</summary>
internal static class FigureDetail
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/desk/figures/{id}", Show).RequireFigure().ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, string id, [AsParameters] FigureQuery query, [AsParameters] FigureRowsQuery asked, FigureReading reading, PermissionTable table, CancellationToken ct)
    {
        var errors = new FormErrors();
        var view = await reading.Read(id, query, asked, errors, ct) ?? throw new NotThere();
        view = view with { SeesAll = http.Visitor.May(table, FigureDoor.Every) };
        return errors.Count > 0 ? Page.Again<FigureDetailPage>(http, view) : Page.Of<FigureDetailPage>(http, view);
    }
}

/// <summary>Gathers what the page of one figure shows.</summary>
internal sealed class FigureReading(FigureSheets sheets, FigureRows rows, FigureForms forms, TimeProvider time)
{
    internal async Task<FigureDetailView?> Read(string id, FigureQuery query, FigureRowsQuery asked, FormErrors errors, CancellationToken ct)
    {
        var today = time.Today();
        var scope = query.Read(today, errors) ?? FigureScope.YearTo(today);
        if (await sheets.One(id, scope, ct) is not { } line)
        {
            return null;
        }

        var figure = line.Computed?.Figure;
        var heeded = figure is null ? FigureBy.None : sheets.Book.DimensionsOf(figure);
        return new(line, errors.Count > 0 ? query : forms.Filled(query, scope), errors,
            figure is null ? FigureQuery.Span(line.Declared!.From, line.Declared.Through) : FigureQuery.Words(figure, scope),
            forms.Presets($"/desk/figures/{Uri.EscapeDataString(id)}", scope, today),
            [.. (await forms.Dimensions(query, ct)).Where(d => Enum.TryParse<FigureBy>(d.Name, true, out var by) && heeded.HasFlag(by))])
        {
            Rows = figure is null ? null : await Rows(figure, scope, asked, ct),
        };
    }

    private async Task<FigureRowsView> Rows(Figure figure, FigureScope scope, FigureRowsQuery asked, CancellationToken ct)
    {
        var count = asked.Of(rows, figure);
        var paging = Paging.Of(asked.Page, asked.Size, await rows.Total(count, scope, asked.Search, ct));
        var page = await rows.Page(count, scope, asked.Search, paging.Skip, paging.Size, ct);
        var path = $"/desk/figures/{Uri.EscapeDataString(figure.Id)}";
        var kept = FigureQuery.Of(scope);
        var search = asked.Search is null ? "" : $"&q={Uri.EscapeDataString(asked.Search)}";
        return new(count, await Sides(figure, scope, asked, path + kept, ct), page.Rows, paging, await rows.Origins(count, scope, ct), asked.Search,
            $"{path}/export{kept}&side={asked.Known}{search}")
        {
            Total = await rows.Total(count, scope, null, ct),
        };
    }

    private async Task<IReadOnlyList<TabLink>> Sides(Figure figure, FigureScope scope, FigureRowsQuery asked, string href, CancellationToken ct)
    {
        var ratio = figure.Ratio is not null;
        var tabs = new List<TabLink>();
        foreach (var denominator in ratio ? [false, true] : new[] { false })
        {
            var (count, words) = (rows.Side(figure, denominator), !ratio ? "" : denominator ? "分母：" : "分子：");
            var side = denominator ? "denominator" : "numerator";
            tabs.Add(new(words + count.Name, $"{href}&side={side}", asked.Known == side, await rows.Total(count, scope, null, ct)));
            if (FigureRows.LeftOut(count) is { } left && await rows.Total(left, scope, null, ct) is > 0 and var few)
            {
                tabs.Add(new(words + left.Name, $"{href}&side={side}-left-out", asked.Known == $"{side}-left-out", few));
            }
        }

        // a count with nothing beside it needs no tabs
        return tabs.Count > 1 || asked.LeftOut ? tabs : [];
    }
}
