using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Platform.Figures;

/// <summary>How many of the rows came in otherwise than by their own door: 补录, 导入, 外部系统.</summary>
public sealed record OriginCount(string Origin, int Count)
{
    public const string Late = "补录";
    public const string Imported = "导入";
    public const string Outside = "外部系统";

    /// <summary>Told even where there is none: an auditor reads the zero.</summary>
    internal static readonly string[] Known = [Late, Imported, Outside];
}

/// <summary>A stretch of the rows that a count counts.</summary>
public sealed record FigurePage(IReadOnlyList<FigureRow> Rows, int Total);

/// <summary>The rows behind a count, by the very query that counts them.</summary>
public sealed class FigureRows(FigureBook book, AppDb db)
{
    /// <summary>The count whose rows are asked for: the figure itself, or a ratio's numerator or denominator.</summary>
    public Figure Side(Figure figure, bool denominator) => book.CountsOf(figure) is [var numerator, var whole] ? (denominator ? whole : numerator) : figure;

    /// <summary>The rows that a count leaves out, as a count of their own; null where nothing can be.</summary>
    public static Figure? LeftOut(Figure count) => count.LeftOut is { } rows ? count with { Name = $"{count.Name}（已剔除）", Rows = rows, LeftOut = null, Elsewhere = null } : null;

    /// <param name="search">Narrows to rows whose title, number or detail holds the text; null lists exactly those counted.</param>
    public async Task<FigurePage> Page(Figure count, FigureScope scope, string? search, int skip, int take, CancellationToken ct)
    {
        var rows = Searched(count, scope, search);
        return new(await Ordered(rows).Skip(skip).Take(take).ToListAsync(ct), await rows.CountAsync(ct));
    }

    public Task<int> Total(Figure count, FigureScope scope, string? search, CancellationToken ct) => Searched(count, scope, search).CountAsync(ct);

    /// <summary>All of them, read as they are written out.</summary>
    public IAsyncEnumerable<FigureRow> Stream(Figure count, FigureScope scope, string? search) => Ordered(Searched(count, scope, search)).AsAsyncEnumerable();

    /// <summary>Each known origin with its count, zero included; empty for figures whose rows have only one door.</summary>
    public async Task<IReadOnlyList<OriginCount>> Origins(Figure count, FigureScope scope, CancellationToken ct)
    {
        var rows = count.Rows!(db, scope);
        if (!Sets(rows, nameof(FigureRow.Origin)))
        {
            return [];
        }

        var counts = await (count.Elsewhere?.Invoke(db, scope) ?? rows).Where(r => r.Origin != null).GroupBy(r => r.Origin!).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. OriginCount.Known.Select(o => new OriginCount(o, counts.GetValueOrDefault(o)))];
    }

    private IQueryable<FigureRow> Searched(Figure count, FigureScope scope, string? search)
    {
        var rows = count.Rows!(db, scope);
        return search is null ? rows
            : Sets(rows, nameof(FigureRow.Detail)) ? rows.Where(r => r.Title.Contains(search) || r.Key.Contains(search) || (r.Detail != null && r.Detail.Contains(search)))
            : rows.Where(r => r.Title.Contains(search) || r.Key.Contains(search));
    }

    // by the day on which a row was counted, then by its key: the index that finds the rows gives them in this order
    private static IOrderedQueryable<FigureRow> Ordered(IQueryable<FigureRow> rows) =>
        Sets(rows, nameof(FigureRow.On)) ? rows.OrderBy(r => r.On).ThenBy(r => r.Key) : rows.OrderBy(r => r.Key);

    // a member that the projection does not set cannot be asked for in SQL
    private static bool Sets(IQueryable<FigureRow> rows, string member)
    {
        var finder = new ProjectionFinder();
        finder.Visit(rows.Expression);
        return finder.Members.Contains(member);
    }

    private sealed class ProjectionFinder : ExpressionVisitor
    {
        public HashSet<string> Members { get; } = [];

        protected override Expression VisitMemberInit(MemberInitExpression node)
        {
            if (node.Type == typeof(FigureRow))
            {
                Members.UnionWith(node.Bindings.Select(b => b.Member.Name));
            }

            return base.VisitMemberInit(node);
        }
    }
}
