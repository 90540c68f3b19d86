namespace Yimen.ComposeWorld.Organization;

/// <summary>窗口 — 22 in the hall, one in each town, one in each village committee that is listed.</summary>
sealed class Windows
{
    const string EveryGroup = "*";

    readonly WindowSources written;
    readonly World world;

    public Windows(World world, WindowSources written, Units units)
    {
        (this.world, this.written) = (world, written);
        Hall = [.. written.Hall.Select((window, i) => HallRow(window, i))];
        Town = [.. units.Towns.Select(unit => Local(unit, $"T-{unit.Code}-01", "镇", written.Town))];
        Village = [.. units.Villages.Select(unit => Local(unit, $"{unit.Code}-01", "村", written.Village))];
    }

    public IReadOnlyList<Window> Hall { get; }

    public IReadOnlyList<Window> Town { get; }

    public IReadOnlyList<Window> Village { get; }

    public IEnumerable<Window> All => [.. Hall, .. Town, .. Village];

    /// <summary>The comprehensive windows that receive a group of items.</summary>
    public IEnumerable<string> Comprehensive(string group) =>
        written.Hall.Where(window => window.Group == group).Select(window => window.Code);

    /// <summary>The window that backs up all groups and handles what comes from other counties.</summary>
    public IEnumerable<string> CrossRegion => Comprehensive(EveryGroup);

    public IEnumerable<string> Specialised(string unit) =>
        Hall.Where(window => window.Kind == "专业" && (window.Unit == unit || window.Serves.Contains(unit))).Select(window => window.Code);

    Window HallRow(HallWindow window, int index) => new(
        window.Code, window.Name, window.Kind, window.Unit, window.Serves ?? [], world.Code + "000000",
        $"{world.Hall.Name}{(window.Kind == "综合" ? "一楼" : "二楼")} {window.Code} 号窗", world.OfficeHours.Text, $"0751-0001{index + 1:D3}");

    Window Local(Unit unit, string code, string kind, WindowPattern pattern) => new(
        code, pattern.Name.Replace($"{{{(kind == "镇" ? "town" : "village")}}}", unit.ShortName, StringComparison.Ordinal), kind, unit.Code, [],
        unit.Area, pattern.Place.Replace($"{{{(kind == "镇" ? "town" : "village")}}}", unit.ShortName, StringComparison.Ordinal),
        world.OfficeHours.Text, unit.ConsultPhone);
}
