namespace Yimen.ComposeWorld.Catalogue;

/// <summary>
/// 全市通办 — 444 items configured at 803 levels. Each has a basic code of its own (its principal handling item), so that
/// counting basic codes and counting counting units gives the same.
/// </summary>
static class CrossRegion
{
    public static Dictionary<string, IReadOnlyList<string>> Levels(IReadOnlyList<Line> lines)
    {
        var chosen = lines.Where(line => line.ByApplication && line.Level == 4).DistinctBy(line => line.BasicCode)
            .OrderBy(Rank).Take(Figures.CrossRegion).Select(Assignment.Key).ToList();
        return chosen.Select((key, i) => (key, Levels: At(i))).ToDictionary(row => row.key, row => row.Levels);
    }

    // Village windows take part for the first 45, town windows for the first 88; the county alone for the last 59.
    static IReadOnlyList<string> At(int index) =>
    [
        .. Has("city", index < Figures.CrossRegionCity),
        .. Has("county", index < Both || index >= Figures.CrossRegionCity),
        .. Has("town", index < Figures.CrossRegionTown),
        .. Has("village", index < Figures.CrossRegionVillage),
    ];

    const int Both = Figures.CrossRegionCounty - (Figures.CrossRegion - Figures.CrossRegionCity);

    static string[] Has(string level, bool configured) => configured ? [level] : [];

    static int Rank(Line line) => line switch
    {
        _ when line.Windows.Any(window => window.StartsWith('V')) => 0,
        _ when line.Windows.Any(window => window.StartsWith('T')) => 1,
        { OnlineDepth: "IV", OneWindow: true } => 2,
        { OneWindow: true } => 3,
        _ => 4,
    };
}
