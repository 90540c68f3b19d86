using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Platform.Figures;

/// <summary>All figures that the modules answer for.</summary>
public sealed class FigureBook(IEnumerable<Figure> figures)
{
    private readonly Dictionary<string, Figure> byId = figures.ToDictionary(f => f.Id);

    /// <summary>In groups; groups and figures in the order of their ids.</summary>
    public IEnumerable<Figure> All => byId.Values.OrderBy(f => f.Id, StringComparer.Ordinal).GroupBy(f => f.Group).SelectMany(g => g);

    public Figure? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The dimensions by which a figure may be narrowed.</summary>
    public FigureBy DimensionsOf(Figure figure) =>
        figure.Ratio is { } ratio ? byId[ratio.Numerator].By & byId[ratio.Denominator].By : figure.By;

    /// <summary>The counts that a figure is made of: itself, or numerator and denominator.</summary>
    public IReadOnlyList<Figure> CountsOf(Figure figure) =>
        figure.Ratio is { } ratio ? [byId[ratio.Numerator], byId[ratio.Denominator]] : [figure];

    public async Task<FigureValue> Compute(AppDb db, Figure figure, FigureScope scope, CancellationToken ct) =>
        (await Compute(db, [figure], scope, ct))[0];

    /// <summary>Computes figures together: one query for each distinct count, on one connection.</summary>
    public async Task<IReadOnlyList<FigureValue>> Compute(AppDb db, IReadOnlyList<Figure> wanted, FigureScope scope, CancellationToken ct)
    {
        var (counts, left) = (new Dictionary<string, long>(), new Dictionary<string, long>());
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            foreach (var count in wanted.SelectMany(CountsOf).DistinctBy(f => f.Id))
            {
                counts[count.Id] = count.IsMoney ? await count.Rows!(db, scope).SumAsync(r => r.Amount, ct) : await count.Rows!(db, scope).LongCountAsync(ct);
                if (count.LeftOut is { } leftOut)
                {
                    left[count.Id] = await leftOut(db, scope).LongCountAsync(ct);
                }
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return [.. wanted.Select(f => Of(f, counts) with { LeftOut = LeftOut(f, left) })];
    }

    /// <summary>The value of a figure whose counts were taken elsewhere, by id; what is not among them is zero.</summary>
    public static FigureValue Of(Figure figure, IReadOnlyDictionary<string, long> counts)
    {
        if (figure.Ratio is { } ratio)
        {
            var (few, all) = (counts.GetValueOrDefault(ratio.Numerator), counts.GetValueOrDefault(ratio.Denominator));
            return new(figure, Percent(figure, few, all), few, all);
        }

        var count = counts.GetValueOrDefault(figure.Id);
        return new(figure, figure.IsMoney ? count / 100m : count, count, null);
    }

    private static (long, long)? LeftOut(Figure figure, Dictionary<string, long> left) => figure.Ratio is { } ratio
        ? left.ContainsKey(ratio.Numerator) || left.ContainsKey(ratio.Denominator) ? (left.GetValueOrDefault(ratio.Numerator), left.GetValueOrDefault(ratio.Denominator)) : null
        : left.TryGetValue(figure.Id, out var few) ? (few, 0) : null;

    private static decimal? Percent(Figure figure, long numerator, long denominator) =>
        denominator == 0 ? null : figure.Round(100m * numerator / denominator, figure.Decimals);
}
