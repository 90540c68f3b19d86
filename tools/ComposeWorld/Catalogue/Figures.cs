namespace Yimen.ComposeWorld.Catalogue;

/// <summary>The counts that the report prints as of 2020-12-31 and that the composed rows must give.</summary>
static class Figures
{
    public const int ResidentItems = 1574; // A02
    public const int OneWindowItems = 1422; // A05
    public const int OnlineItems = 1657; // B02
    public const int CrossRegion = 444; // E01
    public const int CrossRegionCity = 385; // E02
    public const int CrossRegionCounty = 285; // E03
    public const int CrossRegionTown = 88; // E04
    public const int CrossRegionVillage = 45; // E05
    public const int Offered = 1275; // F02
    public const int Claimed = 1180; // F03
    public const int TownItems = 434; // F05
    public const int VillageItems = 111; // F06

    public static readonly IReadOnlyDictionary<string, int> Expected = new Dictionary<string, int>
    {
        ["A01"] = 35, ["A02"] = ResidentItems, ["A04"] = 23, ["A05"] = OneWindowItems, ["B01"] = 1809, ["B02"] = OnlineItems,
        ["B04"] = 1483, ["B05"] = 1483, ["E01"] = CrossRegion, ["E02"] = CrossRegionCity, ["E03"] = CrossRegionCounty,
        ["E04"] = CrossRegionTown, ["E05"] = CrossRegionVillage, ["F02"] = Offered, ["F03"] = Claimed, ["F05"] = TownItems,
        ["F06"] = VillageItems, ["I01"] = 12, ["I02"] = 10, ["N01"] = 8,
    };
}
