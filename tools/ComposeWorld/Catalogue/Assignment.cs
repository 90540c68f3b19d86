using Yimen.ComposeWorld.Organization;

namespace Yimen.ComposeWorld.Catalogue;

/// <summary>
/// What a line alone cannot say: which lines are resident in the hall, bound to town windows, handled county-crossing.
/// The authors' wishes decide first, the order of the sources fills up to the report's counts.
/// </summary>
sealed class Assignment(IReadOnlyList<Draft> drafts, Units units, Windows windows)
{
    readonly HashSet<string> online = Choose(
        drafts.Where(draft => !draft.Line.ByApplication && draft.Wish.Online != false), draft => draft.Wish.Online == true ? 0 : 1,
        Figures.OnlineItems - drafts.Count(draft => draft.Line.ByApplication));

    readonly HashSet<string> resident =
    [
        .. Choose(drafts.Where(draft => draft is { Counter: "综窗", MayEnterHall: true }), Distance, Figures.OneWindowItems),
        .. Choose(drafts.Where(draft => draft is { Counter: "专窗", MayEnterHall: true }), Distance, Figures.ResidentItems - Figures.OneWindowItems),
    ];

    readonly HashSet<string> town = Choose(
        drafts.Where(draft => draft.WishesTown || (draft.Line.ByApplication && draft.Group is "民生" or "农林")),
        draft => draft.WishesTown ? Nearness(draft, draft.WishesVillage) : 9, Figures.TownItems);

    readonly HashSet<string> village = Choose(
        drafts.Where(draft => draft.WishesVillage && (draft.Line.Level == 6 || draft.Line.Level == 4)),
        draft => draft.Line.Level == 6 ? 0 : Nearness(draft, draft.Wish.Village == true), Figures.VillageItems);

    public IReadOnlyList<Line> Lines()
    {
        var bound = drafts.Select(Bound).ToList();
        var cross = CrossRegion.Levels(bound);
        var offers = Offers.Claimed(bound);
        return [.. bound.Select(line => Finish(line, cross.GetValueOrDefault(Key(line), []), offers.GetValueOrDefault(Key(line))))];
    }

    public static string Key(Line line) => line.BasicCode + line.Handling;

    Line Bound(Draft draft)
    {
        var line = draft.Line;
        var enters = resident.Contains(draft.Key);
        if (online.Contains(draft.Key) && !line.IsOnline)
        {
            line = line with { IsOnline = true, OnlineDepth = "II", Visits = 0, Limits = null };
        }

        return line with
        {
            Hall = new(enters, enters ? units.Source(line.Unit).Since : null),
            OneWindow = enters && draft.Counter == "综窗",
            Windows = [.. Hall(draft, enters), .. Local(draft)],
            AcceptMode = enters || draft.Counter is null || draft.Wish.Accept is not null ? line.AcceptMode : "部门受理",
            Place = enters ? null : line.Place ?? OwnPlace(line),
        };
    }

    IEnumerable<string> Hall(Draft draft, bool enters) => (enters, draft.Counter) switch
    {
        (true, "综窗") => [.. windows.Comprehensive(draft.Group!), .. Extra(draft)],
        (true, _) => [.. windows.Specialised(draft.Line.Unit), .. Extra(draft)],
        _ => [],
    };

    static string[] Extra(Draft draft) => draft.Wish.Window is { } window ? [window] : [];

    IEnumerable<string> Local(Draft draft) =>
    [
        .. town.Contains(draft.Key) ? windows.Town.Select(window => window.Code) : [],
        .. village.Contains(draft.Key) ? windows.Village.Select(window => window.Code) : [],
    ];

    string OwnPlace(Line line) => line.Level switch
    {
        5 => "各镇（街道）便民服务中心",
        6 => "各村（社区）便民服务站",
        _ => $"{units[line.Unit].Name}办公地点",
    };

    Line Finish(Line line, IReadOnlyList<string> levels, Offer? offer) => line with
    {
        CrossRegion = levels,
        Windows = levels.Count > 0 && line.OneWindow ? [.. line.Windows.Union(windows.CrossRegion)] : line.Windows,
        Offer = offer,
        PublishedOn = Dates.Published(Key(line), offer),
    };

    // Who is asked for most stands nearest to the door: applications before information, online information before the rest.
    static int Distance(Draft draft) => draft.Line.ByApplication ? 0 : draft.Wish.Online == true ? 1 : 2;

    // A window near home first takes its own items and the most asked for, then each item's principal handling.
    static int Nearness(Draft draft, bool wished) => draft switch
    {
        { Line.Level: > 4 } => 0,
        { Line.HotRank: not null } => 1,
        { Line: { Handling: "01", ByApplication: true } } when wished => 2,
        { Line: { Handling: "01", ByApplication: true } } => 3,
        _ when wished => 4,
        _ => 5,
    };

    static HashSet<string> Choose(IEnumerable<Draft> candidates, Func<Draft, int> rank, int count) =>
        [.. candidates.OrderBy(rank).ThenBy(draft => draft.Order).Take(count).Select(draft => draft.Key)];
}
