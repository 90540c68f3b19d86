using Yimen.Catalog.Contracts;
using Yimen.Catalog.Forms;
using Yimen.Kernel;

namespace Yimen.Catalog.Guide;

/// <summary>What codes mean for the person who reads the guide.</summary>
internal static class GuideWords
{
    /// <summary>Who takes the papers, who accepts, who decides.</summary>
    public static string WhoAccepts(GuideView view) => (view.Version.HandledIn, view.Version.AcceptMode) switch
    {
        (HandledIn.Vertical, _) => $"窗口帮您登记；{view.Row.Unit.ShortName}在本系统专用网络中受理、办理并作出决定，期限由该系统计算。",
        (HandledIn.Province, _) => $"通过广东省统一受理平台提交，{view.Row.Unit.ShortName}受理并作出决定。窗口可以帮您操作。",
        (_, AcceptMode.WindowAccepts) => $"综合窗口受{view.Row.Unit.ShortName}委托，材料齐全的当场受理；由{view.Row.Unit.ShortName}审查并作出决定。",
        (_, AcceptMode.OnePerson) => $"{view.Row.Unit.ShortName}授权窗口人员当场受理、当场办结。",
        _ => $"综合窗口接收材料并给您回执，{view.Row.Unit.ShortName}受理、审查并作出决定。",
    };

    public static string Limit(Limit? limit, string none) => limit is null ? none : limit.Days == 0 ? "当日办结" : limit.Period.ToString();

    public static string Visits(int visits) => visits switch { 0 => "不用到现场", > 2 => "需多次到现场", _ => $"{visits} 次" };

    public static string Fee(ItemContent content) => content.Fees.Count == 0 ? "不收费" : "收费";

    public static string Online(GuideView view) => view.Version switch
    {
        { Online: false } => "只能到窗口办理" + (view.Content.VisitReason.Length > 0 ? $"：{view.Content.VisitReason}" : ""),
        { OnlineDepth: OnlineDepth.IV } => "可以全程网上办理",
        { OnlineDepth: OnlineDepth.III } => "可以网上申请和办理，只需到窗口一次核验或者取件",
        _ => "可以网上预约受理，材料到窗口核验",
    };

    /// <summary>Paper or electronic, and how many.</summary>
    public static string Form(Material material) => $"{material.Form}，{material.Copies} 份";

    /// <summary>What can be downloaded beside a material.</summary>
    public static IEnumerable<(string Word, MaterialFile File)> Files(Material material) =>
        from kind in Enum.GetValues<FormKind>()
        let file = MaterialFiles.Of(material, kind)
        where file is not null
        select (Label.Of(kind), file!);

    /// <summary>What is only said to exist.</summary>
    public static string Samples(Material material) => (material.HasBlankForm && material.BlankForm is null, material.HasSample && material.Sample is null) switch
    {
        (true, true) => "有空白表格和样表，可在窗口领取",
        (true, false) => "有空白表格，可在窗口领取",
        (false, true) => "有样表，可在窗口查看",
        _ => "",
    };

    /// <summary>What a lack of the paper means.</summary>
    public static string Need(Material material) => material.Need switch
    {
        "容缺后补" => "可以后补",
        "非必要" => "需要时提供",
        _ => "必须提供",
    };

    /// <summary>The lines of a text that its editor wrote one under another.</summary>
    public static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Services(ItemContent content) => string.Join('，', new[]
    {
        content.ByPost ? "结果可邮寄" : null, content.PayOnline ? "可网上缴费" : null, content.SelfService ? "可在自助机办理" : null,
    }.OfType<string>());

    public static string Level(int level) => Label.Of((UseLevel)level);
}
