using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Organization;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Tests.World;

/// <summary>The small town's units, windows and divisions. Codes and names are those of the world of 乐昌; credit codes are composed and belong to nobody.</summary>
public static class TownPlaces
{
    public static readonly UnitId Police = new("GAJ");
    public static readonly UnitId Disabled = new("CLH");
    public static readonly UnitId Langtian = new("LTZ");
    public static readonly UnitId BeixiangTown = new("BXZ");
    public static readonly AreaCode County = new("440281000000");
    public static readonly AreaCode LangtianArea = new("440281104000");
    public static readonly AreaCode LangtianVillage = new("440281104213");

    public static readonly IReadOnlyDictionary<UnitId, string> CreditCodes = new Dictionary<UnitId, string>
    {
        [TownPeople.Centre] = "12440281YM0000016C",
        [TownPeople.Market] = "11440281YM0000198K",
        [TownPeople.Civil] = "11440281YM0000059W",
        [Police] = "11440281YM0000251F",
        [Disabled] = "12440281YM0000227U",
        [Langtian] = "11440281YM0001043G",
        [BeixiangTown] = "11440281YM0001027T",
    };

    public static Task Build(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        var ids = services.GetRequiredService<IdSource>();
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now());
        return services.GetRequiredService<Writer>().Write(act, () =>
        {
            db.AddRange(Divisions());
            db.AddRange(Units().Select(u => Unit.Found(ids.NewId(act.Now), u, act)));
            db.AddRange(Windows().Select(w => Window.Open(ids.NewId(act.Now), w, act)));
            return Task.CompletedTask;
        }, CancellationToken.None);
    }

    private static IEnumerable<Division> Divisions() =>
    [
        Division(County, "乐昌市", 4, null),
        Division(TownPeople.Beixiang, "北乡镇", 5, County),
        Division(LangtianArea, "廊田镇", 5, County),
        Division(LangtianVillage, "廊田村村民委员会", 6, LangtianArea),
    ];

    private static IEnumerable<NewUnit> Units() =>
    [
        Body(TownPeople.Centre, "乐昌市行政服务中心", "行政服务中心", UnitKind.Centre, County, "0751-0000001"),
        Body(TownPeople.Market, "乐昌市市场监督管理局", "市场监管局", UnitKind.Bureau, County, "0751-0000019"),
        Body(TownPeople.Civil, "乐昌市民政局", "民政局", UnitKind.Bureau, County, "0751-0000005"),
        Body(Police, "乐昌市公安局", "公安局", UnitKind.Bureau, County, "0751-0000025"),
        Body(Disabled, "乐昌市残疾人联合会", "残联", UnitKind.Institution, County, "0751-0000022"),
        Body(Langtian, "乐昌市廊田镇人民政府", "廊田镇", UnitKind.Town, LangtianArea, "0751-0000104"),
        Body(BeixiangTown, "乐昌市北乡镇人民政府", "北乡镇", UnitKind.Town, TownPeople.Beixiang, "0751-0000102"),
    ];

    private static IEnumerable<NewWindow> Windows() =>
    [
        Counter("A01", "综合受理1号窗（商事登记）", WindowKind.Comprehensive, TownPeople.Centre, County, "政务服务大厅一楼 A01 号窗"),
        Counter("A03", "综合受理3号窗（社会民生）", WindowKind.Comprehensive, TownPeople.Centre, County, "政务服务大厅一楼 A03 号窗"),
        Counter("B05", "公安专窗", WindowKind.Specialised, Police, County, "政务服务大厅二楼 B05 号窗"),
        Counter("T-LTZ-01", "廊田镇便民服务中心综合窗口", WindowKind.Town, Langtian, LangtianArea, "廊田镇便民服务中心一楼"),
        Counter("T-BXZ-01", "北乡镇便民服务中心综合窗口", WindowKind.Town, BeixiangTown, TownPeople.Beixiang, "北乡镇便民服务中心一楼"),
        Counter("V104213-01", "廊田村便民服务站窗口", WindowKind.Village, Langtian, LangtianVillage, "廊田村便民服务站"),
    ];

    private static Division Division(AreaCode code, string name, int level, AreaCode? parent) => new() { Code = code, Name = name, Level = level, Parent = parent };

    private static NewUnit Body(UnitId id, string name, string shortName, UnitKind kind, AreaCode area, string phone) =>
        new(id, name, shortName, CreditCodes[id], kind, area) { ConsultPhone = phone, SupervisePhone = "0751-0000345" };

    private static NewWindow Counter(string code, string name, WindowKind kind, UnitId unit, AreaCode area, string place) => new(code, name, kind, unit, area)
    {
        Place = place, Hours = "工作日 08:30–12:00，14:30–17:30", Phone = "0751-0001001", OpenedOn = new DateOnly(2018, 9, 28),
    };
}
