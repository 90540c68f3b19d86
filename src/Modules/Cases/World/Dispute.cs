using Yimen.Cases.Hearings;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Crypto;

namespace Yimen.Cases.World;

/// <summary>Over what neighbours of a licence quarrel: of what kind of item, and what they say. Nobody in them lives.</summary>
internal sealed record Dispute(string Words, string Why, string Who, string Says)
{
    private static readonly Dispute[] All =
    [
        new("建设工程", "拟建建筑距相邻住宅较近，影响通风采光", "演示相邻业主甲", "新楼挡住我家南面的窗户，冬天晒不到太阳，请重新核算间距。"),
        new("施工许可", "施工场地紧邻居民住宅，影响通行和安宁", "演示相邻业主乙", "工地出入口占了我们唯一的通道，请听取住户意见。"),
        new("规划", "规划调整涉及相邻地块的通行和排水", "演示相邻业主丙", "改了标高以后雨水往我家院子流，请现场核实。"),
        new("食品经营", "拟设餐饮场所与居民住宅同一楼栋，油烟和噪声影响相邻住户", "演示楼上住户", "排烟口正对卧室窗户，夜里一直有噪声。"),
        new("娱乐", "拟设娱乐场所与居民住宅相邻，夜间噪声影响休息", "演示楼上住户", "离学校和住宅太近，请按规定量距离。"),
        new("公共场所", "拟设公共场所与居民住宅相邻，影响通行和安宁", "演示相邻商户", "共用的消防通道被占，请先解决通道。"),
        new("排污", "排污口位于下游取水点附近，影响用水安全", "演示下游农户", "下游灌溉和饮水都靠这条渠，请公开监测数据。"),
        new("排水", "排水接入涉及相邻小区管网容量", "演示小区业主委员会", "我们小区雨季已经内涝，请说明管网是否够用。"),
        new("采矿", "采矿范围与相邻林地、道路有重大利益关系", "演示林地承包人", "放炮震裂了护坡，请重新划定范围。"),
        new("采砂", "采砂影响河堤和沿岸农田", "演示沿岸农户", "去年采砂后河堤塌了一段，请先评估。"),
        new("林木采伐", "采伐地块的四至与相邻承包地有争议", "演示林地承包人", "东边的界石被移过，请先核对四至。"),
        new("取水", "取水量影响下游用水户", "演示下游农户", "枯水期下游已经不够用，请核减取水量。"),
        new("燃气", "拟设站点与相邻住宅的安全距离有争议", "演示相邻业主丁", "离我们楼只有几十米，请说明安全距离怎么量的。"),
        new("危险化学品", "拟设储存点与相邻单位的安全距离有争议", "演示相邻企业", "我们厂房住着值班人员，请公开安全评价。"),
        new("医疗机构", "拟设机构与相邻住户共用出入口", "演示楼上住户", "医疗废物从共用楼道运出，请另开出入口。"),
        new("道路运输", "拟设停车场影响相邻住户通行和安宁", "演示相邻业主戊", "大车半夜进出，请限制时段。"),
    ];

    /// <summary>What there is to quarrel about; null of what is no licence or touches nobody else.</summary>
    public static Dispute? Of(ItemRef item) => item.BasicCode[2..4] == "01" && !item.Name.Contains("注销", StringComparison.Ordinal) && !item.Name.Contains('补') ? Array.Find(All, d => item.Name.Contains(d.Words, StringComparison.Ordinal)) : null;

    /// <summary>The party, who gets letters in another way each time.</summary>
    public HearingParty Party(CountyKeys keys, int n) => n % 2 == 0
        ? new(Who, DeliveryMethod.Direct, keys.Seal("演示路 1 号"))
        : new(Who, DeliveryMethod.Electronic, keys.Seal($"0751-0{800 + n:000000}"));
}
