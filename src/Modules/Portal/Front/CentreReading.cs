using Microsoft.EntityFrameworkCore;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Portal.Front;

/// <summary>The centre as a visitor finds it: taken from its unit and its windows, so that it cannot disagree with the guides.</summary>
public sealed record CentreView(string Name, string Phone, string SupervisePhone, int Windows, int Comprehensive, IReadOnlyList<string> Places, IReadOnlyList<string> Hours);

internal static class CentreReading
{
    public static async Task<CentreView?> Of(AppDb db, CancellationToken ct)
    {
        var unit = await db.UnitRefs.Where(u => u.Kind == UnitKind.Centre && !u.Closed).OrderBy(u => u.Id).FirstOrDefaultAsync(ct);
        if (unit is null)
        {
            return null;
        }

        var windows = await db.WindowRefs.Where(w => w.ClosedOn == null && (w.Kind == WindowKind.Comprehensive || w.Kind == WindowKind.Specialised))
            .Select(w => new { w.Code, w.Kind, w.Place, w.Hours }).ToListAsync(ct);
        return new(unit.Name, unit.ConsultPhone, unit.SupervisePhone, windows.Count, windows.Count(w => w.Kind == WindowKind.Comprehensive),
            Together([.. windows.Select(w => Hall(w.Place, w.Code)).Distinct().Order(StringComparer.Ordinal)]), [.. windows.Select(w => w.Hours).Distinct()]);
    }

    // 政务服务大厅一楼 A01 号窗 → 政务服务大厅一楼
    private static string Hall(string place, string window)
    {
        var at = place.IndexOf(window, StringComparison.Ordinal);
        return (at > 0 ? place[..at] : place).Trim();
    }

    // 大厅一楼、大厅二楼 → 大厅一楼、二楼
    private static IReadOnlyList<string> Together(IReadOnlyList<string> places)
    {
        if (places.Count < 2)
        {
            return places;
        }

        var shared = Enumerable.Range(0, places.Min(p => p.Length)).TakeWhile(i => places.All(p => p[i] == places[0][i])).Count();
        return [places[0], .. places.Skip(1).Select(p => p[shared..])];
    }
}
