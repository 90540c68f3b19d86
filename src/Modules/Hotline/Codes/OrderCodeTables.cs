using Yimen.Hotline.Calls;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Codes;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline;

/// <summary>热线代码表 — what may be chosen in the room, dated: shipped rows in <c>Data/*.json</c>, the county's own over them by the desk.</summary>
internal static class OrderCodeTables
{
    public const string Here = "/desk/order-codes";

    /// <summary>Of an invalid call: the agent says what happened.</summary>
    public const string MustTell = "note";

    /// <summary>Of a door: what came through it is shown with its content.</summary>
    public const string ShowsContent = "content";

    // before the tables: they are built in the order of the text
    private static readonly IReadOnlyList<Choice> TypeChoices = [.. Enum.GetValues<OrderType>().Select(t => new Choice(t.ToString(), $"{Label.Of(t)}类", Group: "诉求类型"))];
    private static readonly IReadOnlyList<Choice> DoorChoices = [.. Enum.GetValues<OrderSource>().Select(d => new Choice(d.ToString(), Label.Of(d)))];

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

    /// <summary>紧急情形 — words by which the dispatcher is advised of an order's urgency; the dispatcher decides.</summary>
    public static readonly CodeTable Pressing = Of("urgent-words", "紧急情形", "诉求里含有这些词语的，派单时提示紧急程度，由派单人决定；一件含有几种的，提示最急的。") with
    {
        MostName = 200,
        NameLabel = "词语",
        NameHint = "几个词语之间用顿号分开；停用时不用填。",
        DetailLabel = "提示的紧急程度",
        DetailChoices = [.. new[] { Urgency.Urgent, Urgency.Extreme }.Select(u => new Choice(u.ToString(), Label.Of(u)))],
    };

    /// <summary>无效来电情形 — for which a call is no matter; only where the county takes calls itself. A call keeps the name of its day.</summary>
    public static readonly CodeTable Invalid = Of("invalid-calls", "无效来电情形", "话务员判来电无效时选择；已经登记的来电保持当日的名称。") with
    {
        Least = 1,
        MostName = 40,
        Pattern = "[a-z][a-z0-9-]{0,39}",
        PatternWords = "小写字母开头，由小写字母、数字和横线组成",
        DetailLabel = "要不要说明",
        DetailChoices = [new(MustTell, "须说明情况"), new("plain", "不用说明")],
        Switch = CallSlices.Switch,
    };

    /// <summary>不计满意率 — 执法类、调解类 (粤办函〔2021〕216号): a type of order, or a class of content, that appraisal does not judge by satisfaction.</summary>
    public static readonly CodeTable Unjudged = Of("unjudged", "不计满意率的事项", "执法类、调解类的诉求类型和内容分类，考核时不按满意率评价。每个月的考核按当月最后一天的设定计算；已经定稿的不变。") with
    {
        Pattern = "[0-9]{6}|[A-Z][A-Za-z]*",
        PatternWords = "内容分类或者诉求类型",
        CodeLabel = "分类或者类型",
        Among = (codes, day) => [.. TypeChoices, .. ClassChoices(codes, day)],
        NamesRepeat = true,
        NameLabel = "理由",
    };

    /// <summary>公开渠道 — whether what came through a door is shown with its content: only where whoever writes knows that it is published. Each door has its word on every day.</summary>
    public static readonly CodeTable Doors = Of("open311-doors", "Open311 公开渠道", "从这个渠道来的工单，对外能看到内容，还是只有事项和进度。只有提交的人知道会公开的渠道才能公开内容。按查看当天的设定：改为不公开的，从生效日期起连同以前的都看不到。") with
    {
        Pattern = "[A-Z][A-Za-z0-9]*",
        PatternWords = "来源渠道",
        CodeLabel = "渠道",
        Among = (_, _) => DoorChoices,
        NamesRepeat = true,
        NameLabel = "理由",
        DetailLabel = "公开",
        DetailChoices = [new(ShowsContent, "事项、进度和内容"), new("progress", "只有事项和进度")],
        Least = Enum.GetValues<OrderSource>().Length,
    };

    public static readonly CodeTables All = new("热线代码表", Here, [Classes, Levels, Grounds, Reasons, Exclusions, Abuse, Pressing, Invalid, Unjudged, Doors]) { Read = OrderPermissions.Read, Set = OrderPermissions.SetLimits };

    private static IEnumerable<Choice> ClassChoices(CodeSet codes, DateOnly day) => codes.On(Classes, day).Select(c => new Choice(c.Code, $"{c.Code} {c.Name}", Group: "内容分类"));

    private static CodeTable Of(string data, string name, string lead) => new($"order-{data}", name, $"{Here}/{data}")
    {
        Lead = lead, Pattern = "[1-9][0-9]{0,3}", PatternWords = "一至四位数字，不以 0 开头", Shipped = CodeTable.Read(typeof(OrderCodeTables), $"Yimen.Hotline.{data}.json"),
    };
}
