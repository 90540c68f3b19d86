using Yimen.ComposeWorld.Organization;

namespace Yimen.ComposeWorld.Catalogue;

/// <summary>Counts the report's figures again from the composed rows.</summary>
static class Recount
{
    public static Dictionary<string, int> Figures(IReadOnlyList<Line> lines, IReadOnlyList<OpenOffer> open, Windows windows)
    {
        var village = windows.Village.Select(window => window.Code).ToHashSet();
        var town = windows.Town.Select(window => window.Code).ToHashSet();
        return new()
        {
            ["A01"] = lines.Where(line => line.Hall.Resident).DistinctBy(line => line.Unit).Count(),
            ["A02"] = Units(lines, line => line.Hall.Resident),
            ["A04"] = lines.Where(line => line.OneWindow).DistinctBy(line => line.Unit).Count(),
            ["A05"] = Units(lines, line => line.OneWindow),
            ["B01"] = Units(lines, _ => true),
            ["B02"] = Units(lines, line => line.IsOnline),
            ["B04"] = Units(lines, line => line.ByApplication),
            ["B05"] = Units(lines, line => line.ByApplication && line.IsOnline),
            ["E01"] = lines.Where(line => line.CrossRegion.Count > 0).DistinctBy(line => line.BasicCode).Count(),
            ["E02"] = Units(lines, line => line.CrossRegion.Contains("city")),
            ["E03"] = Units(lines, line => line.CrossRegion.Contains("county")),
            ["E04"] = Units(lines, line => line.CrossRegion.Contains("town")),
            ["E05"] = Units(lines, line => line.CrossRegion.Contains("village")),
            ["F02"] = Units(lines, line => line.Offer is not null) + open.DistinctBy(offer => offer.BasicCode + offer.Handling).Count(),
            ["F03"] = Units(lines, line => line.Offer is { State: "已认领" }),
            ["F05"] = Units(lines, line => line.Windows.Any(town.Contains)),
            ["F06"] = Units(lines, line => line.Windows.Any(village.Contains)),
            ["I01"] = windows.Hall.Count(window => window.Kind == "专业"),
            ["I02"] = windows.Hall.Count(window => window.Kind == "综合"),
            ["N01"] = lines.DistinctBy(line => line.Type).Count(),
        };
    }

    static int Units(IReadOnlyList<Line> lines, Func<Line, bool> counted) => lines.Where(counted).DistinctBy(Assignment.Key).Count();
}
