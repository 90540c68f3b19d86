using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Impacts;

namespace Yimen.Catalog.Preview;

/// <summary>What this room itself says to a change: the windows that receive the item, and the facts that figures count it by.</summary>
internal static class CatalogImpacts
{
    public static IServiceCollection AddCatalogImpacts(this IServiceCollection services) =>
        services.AddImpact(new Impact("窗口", Windows)).AddImpact(new Impact("指标", Counted));

    private static async Task<IReadOnlyList<ImpactLine>> Windows(AppDb db, Guid item, CancellationToken ct)
    {
        var bound = from b in db.WindowBindings.Where(b => b.ItemId == item && b.To == null)
                    join w in db.WindowRefs on b.Window equals w.Code
                    orderby w.Code
                    select new { w.Code, w.Name, w.Kind };
        var windows = await bound.ToListAsync(ct);
        return [.. windows.GroupBy(w => w.Kind).Select(g => new ImpactLine(Label.Of(g.Key), g.Count() > 8 ? $"{g.Count()} 个" : string.Join("、", g.Select(w => $"{w.Code} {w.Name}"))))];
    }

    /// <summary>The dated facts that change with this publication; a figure over them moves by this item.</summary>
    private static async Task<IReadOnlyList<ImpactLine>> Counted(AppDb db, Guid id, CancellationToken ct)
    {
        var item = await db.ItemsWhole.AsNoTracking().FirstAsync(i => i.Id == id, ct);
        if (item.Working is not { } next)
        {
            return [];
        }

        var now = item.Published;
        var inHall = await db.Residencies.AnyAsync(r => r.ItemId == id && r.To == null, ct);
        return
        [
            .. Moves("已发布事项", now is not null, true), .. Moves("依申请事项", now?.ByApplication ?? false, next.ByApplication),
            .. Moves("可网办事项", now?.Online ?? false, next.Online), .. Moves("综合窗口受理事项", inHall && (now?.OneWindow ?? false), inHall && next.OneWindow),
        ];
    }

    private static IEnumerable<ImpactLine> Moves(string figure, bool before, bool after) =>
        before == after ? [] : [new(figure, after ? "增加 1 项" : "减少 1 项", "/desk/figures")];
}
