using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Catalog;

/// <summary>What this room answers for in the centre's yearly report; ids are the report's (domain A1), readings are ours where it gives none (ruling 41).</summary>
internal static class CatalogFigures
{
    private const string Counting = "计数单位：不同的“基本编码＋业务办理项”，全市（县镇村）合并，多个实施主体只计一项；按在用起止日期，不按当前状态。";

    public static IReadOnlyList<Figure> All => [.. Hall, .. Published, .. CrossRegions, .. Standards];

    private static IEnumerable<Figure> Hall =>
    [
        Count("A01", "大厅进驻单位", "个单位", "截至当日，有至少一个在用事项进驻政务服务大厅的单位数。", (db, s) => db.Bodies(db.Resident(s), s)),
        Count("A02", "大厅进驻事项", "项", $"截至当日在用并已进驻政务服务大厅的事项数。{Counting}", (db, s) => db.CountingUnits(db.Resident(s))),
        Percent("A03", "进驻率", "A02", "B01", "分子：大厅进驻事项（A02）；分母：公布的政务服务事项（B01）。"),
        Count("A04", "综合窗口进驻单位", "个单位", "截至当日，有至少一个在用事项由综合窗口分类受理的单位数。", (db, s) => db.Bodies(db.OneWindow(s), s)),
        Count("A05", "一窗受理事项", "项", $"截至当日在用并由综合窗口分类受理的事项数。{Counting}", (db, s) => db.CountingUnits(db.OneWindow(s))),
        Percent("A06", "一窗率", "A05", "A02", "分子：一窗受理事项（A05）；分母：大厅进驻事项（A02）。自评报告没有写明分母，这是本系统的口径。"),
    ];

    private static IEnumerable<Figure> Published =>
    [
        Count("B01", "公布八大类政务服务事项", "项", $"截至当日在用的政务服务事项数，含县、镇、村三级和全部类型，不含暂停和取消的事项。{Counting}", (db, s) => db.CountingUnits(db.Standing(s))),
        Count("B02", "可在线申办事项", "项", $"B01中开通网上申办的事项数。自评报告没有定义，本系统以实施清单的“可网办”为准。{Counting}", (db, s) => db.CountingUnits(db.Standing(s).Where(i => i.Online))),
        Percent("B03", "网上可办率", "B02", "B01", "分子：可在线申办事项（B02）；分母：公布的政务服务事项（B01）。"),
        Count("B04", "依申请事项", "项", $"B01中依申请办理的事项数。{Counting}", (db, s) => db.CountingUnits(db.Standing(s).Where(i => i.ByApplication))),
        Count("B05", "依申请可网办事项", "项", $"B04中开通网上申办的事项数。{Counting}", (db, s) => db.CountingUnits(db.Standing(s).Where(i => i.ByApplication && i.Online))),
        Percent("B06", "依申请可网办率", "B05", "B04", "分子：依申请可网办事项（B05）；分母：依申请事项（B04）。"),
    ];

    private static IEnumerable<Figure> CrossRegions =>
    [
        Count("E01", "完成全市通办配置事项", "项", "截至当日在用并至少配置了一个通办层级的事项数；按不同的基本编码计，一个事项配置几级都计一项。", (db, s) => db.CrossRegionEntries(s)),
        AtLevel("E02", "全市通办配置：市级", RegionLevel.City, "市级指地级市（韶关市）"),
        AtLevel("E03", "全市通办配置：县区级", RegionLevel.County, "县区级"),
        AtLevel("E04", "全市通办配置：镇级", RegionLevel.Town, "镇（街道）级"),
        AtLevel("E05", "全市通办配置：村级", RegionLevel.Village, "村（社区）级"),
        Count("E06", "全市通办配置各级之和", "条", "E02至E05各级配置行数之和：一个事项在几级配置就计几行，因此不等于事项数（E01）。", (db, s) => db.CrossRegionRows(s)),
    ];

    private static IEnumerable<Figure> Standards =>
    [
        Count("F02", "市统筹三批事项", "项", "截至当日韶关市统筹下发我市的第一、二、三批事项数；按不同的“基本编码＋业务办理项”计，不论是否认领。", (db, s) => db.OfferedEntries(s, published: false)),
        Count("F03", "我市认领发布", "项", "F02中已由我市认领、截至当日在用的事项数。", (db, s) => db.OfferedEntries(s, published: true)),
        Percent("F04", "认领发布率", "F03", "F02", "分子：我市认领发布（F03）；分母：市统筹三批事项（F02）。自评报告没有印出此率。"),
        Count("F05", "镇级可直接登记受理事项", "项", $"截至当日在用并绑定了至少一个镇街窗口的事项数，不论事项的行使层级。自评报告没有定义，这是本系统的口径。{Counting}", (db, s) => db.CountingUnits(db.BoundAt(Organization.Contracts.WindowKind.Town, s))),
        Count("F06", "村级可直接登记受理事项", "项", $"截至当日在用并绑定了至少一个村居窗口的事项数，不论事项的行使层级。自评报告没有定义，这是本系统的口径。{Counting}", (db, s) => db.CountingUnits(db.BoundAt(Organization.Contracts.WindowKind.Village, s))),
    ];

    private static Figure AtLevel(string id, string name, RegionLevel level, string words) =>
        Count(id, name, "项", $"截至当日在用并在{words}配置了全市通办的事项数。{Counting}", (db, s) => db.CountingUnits(db.CrossRegion(level, s)));

    private static Figure Count(string id, string name, string unit, string definition, Func<AppDb, FigureScope, IQueryable<FigureRow>> rows) =>
        Figure.Count(id, name, unit, definition, rows) with { Group = GroupOf(id), Standing = true, By = FigureBy.Unit };

    private static Figure Percent(string id, string name, string numerator, string denominator, string definition) =>
        Figure.Percent(id, name, numerator, denominator, definition) with { Group = GroupOf(id), Standing = true };

    private static string GroupOf(string id) => id[0] switch { 'A' => "进驻与一窗", 'B' => "政务服务事项", 'E' => "全市通办", _ => "事项标准化" };
}
