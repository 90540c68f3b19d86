namespace Yimen.ComposeWorld.Organization;

/// <summary>机构 — departments as written in the source, towns and the village committees that have a window from the divisions.</summary>
sealed class Units
{
    const int FirstTown = 101;
    const int FirstVillage = 201;

    readonly World world;
    readonly Dictionary<string, UnitSource> sources;

    public Units(World world, IReadOnlyList<Division> divisions, UnitSources written)
    {
        this.world = world;
        sources = written.Units.ToDictionary(unit => unit.Code);
        Departments = [.. written.Units.Select(Department)];
        Members = [.. written.Members.Select(Department)];
        Towns = [.. divisions.Where(row => row.Level == "town" && written.Towns.ContainsKey(row.Name))
            .Select((row, i) => Town(row, written.Towns[row.Name], i))];
        Villages = [.. Towns.SelectMany(town => divisions.Where(row => row.Parent == town.Area)
            .Take(written.VillagesPerTown).Select(row => (town, row))).Select((pair, i) => Village(pair.town, pair.row, i))];
    }

    public IReadOnlyList<Unit> Departments { get; }

    public IReadOnlyList<Unit> Towns { get; }

    public IReadOnlyList<Unit> Villages { get; }

    /// <summary>热线办, and the units that are members of the hotline and have nothing in the hall.</summary>
    public IReadOnlyList<Unit> Members { get; }

    public IEnumerable<Unit> All => [.. Departments, .. Towns, .. Villages, .. Members];

    public UnitSource Source(string code) => sources[code];

    public Unit this[string code] => All.First(unit => unit.Code == code);

    string CountyArea => world.Code + "000000";

    Unit Department(UnitSource unit) => new(
        unit.Code, unit.Name, unit.ShortName, Codes.Credit(Category(unit.Kind), world.Code, unit.Number), unit.Kind, 4,
        CountyArea, unit.Parent, unit.Since, Phone(unit.Number), world.Hall.Supervision);

    Unit Town(Division town, string code, int index) => new(
        code, $"{world.Name}{town.Name}{(town.Name.EndsWith("街道", StringComparison.Ordinal) ? "办事处" : "人民政府")}", town.Name,
        Codes.Credit("11", world.Code, FirstTown + index), "镇街", 5, town.Code12, null, null,
        Phone(FirstTown + index), world.Hall.Supervision);

    Unit Village(Unit town, Division village, int index) => new(
        "V" + village.Code12[6..], $"{world.Name}{town.ShortName}{village.Name}", ShortVillage(village.Name),
        Codes.Credit("54", world.Code, FirstVillage + index), "村居", 6, village.Code12, town.Code, null,
        Phone(FirstVillage + index), world.Hall.Supervision);

    static string ShortVillage(string name) => name
        .Replace("社区居民委员会", "社区", StringComparison.Ordinal)
        .Replace("村村民委员会", "村", StringComparison.Ordinal)
        .Replace("村民委员会", "村", StringComparison.Ordinal);

    // GB 32100: 11 机关, 12 事业单位, 91 企业, 54 基层群众性自治组织.
    static string Category(string kind) => kind switch
    {
        "市直机关" => "11",
        "中心" or "事业单位" => "12",
        "公共企业" => "91",
        _ => throw new InvalidDataException($"unknown kind of unit {kind}"),
    };

    static string Phone(int number) => $"0751-000{number:D4}";
}
