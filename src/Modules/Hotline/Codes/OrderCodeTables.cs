using Yimen.Platform.Codes;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline;

/// <summary>热线代码表 — what may be chosen in the room, dated: shipped rows in <c>Data/*.json</c>, the county's own over them by the desk.</summary>
internal static class OrderCodeTables
{
    public const string Here = "/desk/order-codes";

    /// <summary>内容分类 — six digits in the manner of GB/T 39666 (大、中、小类 two each). The shipped selection is the county's own and no copy of the standard's table.</summary>
    public static readonly CodeTable Classes = Of("classes", "内容分类", "工单按受理之日在用的分类选择，并保持当日的名称；新设的分类没有公开规则的不对外公开。") with { Pattern = "[0-9]{6}", PatternWords = "六位数字，大、中、小类各两位" };

    /// <summary>挂起情形 — on which the clock may stand.</summary>
    public static readonly CodeTable Grounds = Of("grounds", "挂起情形", "只有列明的情形可以挂起；已经挂起的工单保持当时的情形。") with { Least = 1 };

    /// <summary>退单理由.</summary>
    public static readonly CodeTable Reasons = Of("reasons", "退单理由", "申请退单和移交时选择；已经提出的申请保持当时的理由。") with { Least = 1 };

    /// <summary>审核层级 — the levels that a reply passes inside the unit after whoever wrote it; the roles are those that may review.</summary>
    public static readonly CodeTable Levels = Of("reviews", "审核层级", "答复由经办人填写后按代码从小到大逐级审核，最后报热线办；一份答复按填写之日的层级审到底。") with
    {
        Least = 1,
        MostName = 20,
        Pattern = "[1-9]",
        PatternWords = "一位数字，从小到大逐级审核",
        DetailLabel = "由谁审核",
        DetailChoices = [.. new[] { Roles.Approver, Roles.UnitHead }.Select(r => new Choice(r, Roles.Names[r]))],
    };

    /// <summary>不受理范围 (domain E1) — words by which a caller who writes on the portal is told the right door.</summary>
    public static readonly CodeTable Exclusions = Of("exclusions", "不受理范围", "市民在网上填写时，含有这些词语的提示应去的渠道；工作人员登记的不受影响。") with { MostName = 200, NameLabel = "词语", NameHint = "几个词语之间用顿号分开；停用时不用填。", DetailLabel = "提示的话" };

    /// <summary>不文明用语 — a caller is asked kindly for other words.</summary>
    public static readonly CodeTable Abuse = Of("abuse", "不文明用语", "市民在网上填写时，含有这些词语的请其改写；工作人员登记的不受影响。") with { MostName = 20, NameLabel = "词语" };

    public static readonly CodeTables All = new("热线代码表", Here, [Classes, Levels, Grounds, Reasons, Exclusions, Abuse]);

    private static CodeTable Of(string data, string name, string lead) => new($"order-{data}", name, $"{Here}/{data}")
    {
        Lead = lead, Pattern = "[1-9][0-9]{0,3}", PatternWords = "一至四位数字，不以 0 开头", Shipped = CodeTable.Read(typeof(OrderCodeTables), $"Yimen.Hotline.{data}.json"),
    };
}
