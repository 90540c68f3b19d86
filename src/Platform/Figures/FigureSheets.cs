using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Switches;

namespace Yimen.Platform.Figures;

/// <summary>One figure of a sheet: what the rows say, what a document says, or both.</summary>
/// <param name="Computed">Null for a figure that nothing computes.</param>
public sealed record FigureLine(string Id, string Name, string Group, FigureValue? Computed, DeclaredFigure? Declared)
{
    public Comparison? Comparison => Declared is null ? null : Comparison.Of(Computed, Declared);
}

/// <summary>Figures computed together with what was declared for the same period.</summary>
public sealed class FigureSheets(FigureBook book, AppDb db, SwitchBoard switches, CountyScope county)
{
    public const string OnlyDeclared = "仅申报";

    public FigureBook Book => book;

    /// <summary>A figure that this county tells; null where there is none, or it belongs to what is switched off.</summary>
    public async Task<Figure?> Find(string id, CancellationToken ct)
    {
        var told = await Told(ct);
        return book.Find(id) is { } figure && told(figure) ? figure : null;
    }

    /// <summary>Every figure that heeds the dimensions asked for; without dimensions also those that are declared and not computed.</summary>
    public async Task<IReadOnlyList<FigureLine>> All(FigureScope scope, CancellationToken ct)
    {
        var told = await Told(ct);
        var wanted = book.All.Where(f => told(f) && (scope.By & ~book.DimensionsOf(f)) == 0).ToList();
        var values = await book.Compute(db, wanted, scope, ct);
        var declared = scope.By == FigureBy.None ? await Declared(scope, ct) : [];
        return
        [
            .. values.Select(v => new FigureLine(v.Figure.Id, v.Figure.Name, v.Figure.Group, v, declared.Find(d => d.FigureId == v.Figure.Id && Matches(d, v.Figure, scope)))),
            .. declared.Where(d => book.Find(d.FigureId) is null).OrderBy(d => d.FigureId, StringComparer.Ordinal)
                .Select(d => new FigureLine(d.FigureId, d.Name, OnlyDeclared, null, d)),
        ];
    }

    /// <summary>One figure; null when neither computed nor declared.</summary>
    public async Task<FigureLine?> One(string id, FigureScope scope, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } figure)
        {
            var only = await db.Set<DeclaredFigure>().AsNoTracking().Where(d => d.FigureId == id && d.State == DeclaredState.Standing).OrderByDescending(d => d.Through).FirstOrDefaultAsync(ct);
            return only is null ? null : new(only.FigureId, only.Name, OnlyDeclared, null, only);
        }

        var value = await book.Compute(db, figure, scope.Only(book.DimensionsOf(figure)), ct);
        var declared = scope.By == FigureBy.None ? await Declared(scope, ct) : [];
        return new(figure.Id, figure.Name, figure.Group, value, declared.Find(d => d.FigureId == id && Matches(d, figure, scope)));
    }

    /// <summary>What stands declared for days within the period, or on the day.</summary>
    private Task<List<DeclaredFigure>> Declared(FigureScope scope, CancellationToken ct)
    {
        var (from, through, asOf) = (scope.From, scope.Through, scope.AsOf);
        return db.Set<DeclaredFigure>().AsNoTracking()
            .Where(d => d.State == DeclaredState.Standing && ((d.From >= from && d.Through <= through) || (d.From == asOf && d.Through == asOf)))
            .OrderBy(d => d.Through).ThenBy(d => d.Id).ToListAsync(ct);
    }

    // a number for other days says nothing about this one
    private static bool Matches(DeclaredFigure declared, Figure figure, FigureScope scope) => figure.Standing
        ? declared.From == scope.AsOf && declared.Through == scope.AsOf
        : declared.From == scope.From && declared.Through == scope.Through;

    private async Task<Func<Figure, bool>> Told(CancellationToken ct)
    {
        var on = await switches.On(county.County, ct);
        return f => f.Switch is null || on.Contains(f.Switch);
    }
}

/// <summary>A declared number held against the computed one.</summary>
/// <param name="Reconciles">Null when there is nothing to hold it against.</param>
/// <param name="Difference">Declared minus computed, at the declared number's precision.</param>
/// <param name="Words">吻合, or 不吻合 and by how much.</param>
public sealed record Comparison(bool? Reconciles, decimal? Difference, string Words)
{
    // 约: a document that says "about" means no more than one part in a hundred
    private const decimal About = 0.01m;

    internal static Comparison Of(FigureValue? computed, DeclaredFigure declared)
    {
        if (computed is null)
        {
            return new(null, null, "仅申报，没有可计算的记录");
        }

        if (computed.Exact is not { } exact || declared.Value is not { } said)
        {
            return new(null, null, "无法与计算值比较");
        }

        // 87 declared and 87.0094 computed agree: the document says no more than its places do
        var places = (int)said.Scale;
        var ours = computed.Figure.Round(exact, places);
        var holds = declared.Comparator switch
        {
            DeclaredComparator.AtLeast => ours >= said,
            DeclaredComparator.Below => ours < said,
            DeclaredComparator.About => Math.Abs(ours - said) <= Math.Abs(said) * About,
            _ => ours == said,
        };
        var difference = said - (computed.Value ?? exact);
        return new(holds, difference, holds ? "吻合" : $"不吻合，申报值比计算值{(difference < 0 ? "低" : "高")} {Math.Abs(difference):0.####} {(computed.Denominator is null ? computed.Figure.Unit : "个百分点")}");
    }
}
