using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;

namespace Yimen.Platform.Figures;

/// <summary>All figures that the modules answer for.</summary>
public sealed class FigureBook(IEnumerable<Figure> figures)
{
    private readonly Dictionary<string, Figure> byId = figures.ToDictionary(f => f.Id);

    public IEnumerable<Figure> All => byId.Values.OrderBy(f => f.Group, StringComparer.Ordinal).ThenBy(f => f.Id, StringComparer.Ordinal);

    public Figure? Find(string id) => byId.GetValueOrDefault(id);

    public async Task<FigureValue> Compute(AppDb db, Figure figure, FigureScope scope, CancellationToken ct)
    {
        if (figure.Ratio is not { } ratio)
        {
            var count = await figure.Rows!(db, scope).LongCountAsync(ct);
            return new(figure, count, count, null);
        }

        var numerator = await byId[ratio.Numerator].Rows!(db, scope).LongCountAsync(ct);
        var denominator = await byId[ratio.Denominator].Rows!(db, scope).LongCountAsync(ct);
        return new(figure, Percent(figure, numerator, denominator), numerator, denominator);
    }

    private static decimal? Percent(Figure figure, long numerator, long denominator)
    {
        if (denominator == 0)
        {
            return null;
        }

        var mode = figure.Rounding == "截断" ? MidpointRounding.ToZero : MidpointRounding.AwayFromZero;
        return Math.Round(100m * numerator / denominator, figure.Decimals, mode);
    }
}

public static class FigureRegistration
{
    public static IServiceCollection AddFigures(this IServiceCollection services, params IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            services.AddSingleton(figure);
        }

        return services;
    }
}
