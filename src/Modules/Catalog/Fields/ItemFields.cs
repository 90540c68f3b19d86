using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using static Yimen.Catalog.Fields.FieldWords;
using F = Yimen.Catalog.Fields.Field<Yimen.Catalog.ItemDraft>;

namespace Yimen.Catalog.Fields;

/// <summary>A group of fields that is edited on one page.</summary>
internal sealed record Section(string Slug, string Title, IReadOnlyList<F> Fields);

/// <summary>The fields of B2 that an editor fills, in the order of the national table; what is inherited stands in <see cref="BasicItem"/> and is nowhere here.</summary>
internal static class ItemFields
{
    private static readonly string[] PersonThemes = ["生育收养", "户籍办理", "民族宗教", "教育科研", "入伍服役", "就业创业", "设立变更", "准营准办", "抵押质押", "职业资格", "行政缴费", "纳税缴费", "婚姻登记", "优待抚恤", "规划建设", "住房保障", "社会保障", "证件办理", "交通出行", "旅游观光", "出境入境", "消费维权", "公共安全", "司法公证", "知识产权", "环保绿化", "文化体育", "公用事业", "医疗卫生", "离职退休", "死亡殡葬", "其他"];

    private static readonly string[] CorporateThemes = ["设立变更", "准营准办", "资质认证", "年检年审", "税收财务", "人力资源", "社会保障", "投资审批", "融资信贷", "抵押质押", "商务贸易", "招标拍卖", "海关口岸", "涉外服务", "农林牧渔", "国土和规划建设", "交通运输", "环保绿化", "水务气象", "医疗卫生", "科技创新", "文体教育", "知识产权", "民族宗教", "质量技术", "检验检疫", "安全生产", "公安消防", "司法公证", "公用事业", "法人注销", "档案文物", "其他"];

    public static readonly Section Basics = new("basics", "基本要素",
    [
        Text<ItemDraft>("name", "事项名称", d => d.Name, (d, v) => d with { Name = v }) with { Required = true, MaxLength = 200, Hint = "一般与基本目录一致；情形拆分时可在后面用括号写明情形。" },
        YesNo<ItemDraft>("byApplication", "依申请事项", d => d.ByApplication, (d, v) => d with { ByApplication = v }),
        OneOf<ItemDraft, ProjectType>("projectType", "办件类型", d => d.ProjectType, (d, v) => d with { ProjectType = v }),
        OneOf<ItemDraft, HandledIn>("handledIn", "办理系统", d => d.HandledIn, (d, v) => d with { HandledIn = v }) with { Hint = "在外部系统办理的事项，这里只登记外部编号，不重复录入。" },
        OneOf<ItemDraft, AcceptMode>("acceptMode", "受理方式", d => d.AcceptMode, (d, v) => d with { AcceptMode = v }) with { Hint = "不予受理、延期和决定始终由部门作出。" },
        YesNo<ItemDraft>("oneWindow", "综合窗口分类受理", d => d.OneWindow, (d, v) => d with { OneWindow = v }),
        AnyOf<ItemDraft>("serviceObjects", "服务对象", d => d.Content.ServiceObjects, (d, v) => d.With(c => c with { ServiceObjects = v }), "自然人", "企业法人", "事业法人", "社会组织法人", "非法人企业", "行政机关", "法人", "其他组织") with { Required = true },
        AnyOf<ItemDraft>("personThemes", "面向自然人的主题", d => d.Content.PersonThemes, (d, v) => d.With(c => c with { PersonThemes = v }), PersonThemes),
        AnyOf<ItemDraft>("corporateThemes", "面向法人的主题", d => d.Content.CorporateThemes, (d, v) => d.With(c => c with { CorporateThemes = v }), CorporateThemes),
    ]);

    public static readonly Section Authority = new("authority", "主体与权力",
    [
        OneOf<ItemDraft>("bodyNature", "实施主体性质", d => d.Content.BodyNature, (d, v) => d.With(c => c with { BodyNature = v }), "法定机关", "授权组织", "受委托组织") with { Required = true },
        OneOf<ItemDraft>("powerSource", "权力来源", d => d.Content.PowerSource, (d, v) => d.With(c => c with { PowerSource = v }), "法定本级行使", "上级下放", "上级授权", "同级授权", "上级委托", "同级委托") with { Required = true },
        Text<ItemDraft>("entrustingBody", "委托部门", d => d.Content.EntrustingBody, (d, v) => d.With(c => c with { EntrustingBody = v })) with { Hint = "受委托行使权力时填写。" },
        Text<ItemDraft>("assistingUnits", "联办机构", d => d.Content.AssistingUnits, (d, v) => d.With(c => c with { AssistingUnits = v })),
        Text<ItemDraft>("quantityLimit", "数量限制", d => d.Content.QuantityLimit, (d, v) => d.With(c => c with { QuantityLimit = v })) with { Hint = "没有数量限制时留空。" },
        Text<ItemDraft>("intermediary", "中介服务", d => d.Content.Intermediary, (d, v) => d.With(c => c with { Intermediary = v })) with { Hint = "没有中介服务时留空。" },
        Text<ItemDraft>("consultPhone", "咨询方式", d => d.Content.ConsultPhone, (d, v) => d.With(c => c with { ConsultPhone = v })) with { Required = true },
        Text<ItemDraft>("supervisePhone", "监督投诉方式", d => d.Content.SupervisePhone, (d, v) => d.With(c => c with { SupervisePhone = v })) with { Required = true },
    ]);

    public static readonly Section Times = new("times", "办理时限",
    [
        Maybe<ItemDraft>("statutoryDays", "法定办结时限", d => d.Content.Statutory?.Days, (d, v) => d.With(c => c with { Statutory = v is { } n ? new Limit(n, c.Statutory?.Kind ?? DayKind.Working) : null })) with { Hint = "法律没有规定时限的留空。", Max = 730 },
        OneOf<ItemDraft>("statutoryKind", "法定时限单位", d => d.Content.Statutory is { } l ? Label.Of(l.Kind) : "", (d, v) => d.With(c => c with { Statutory = Counted(c.Statutory, v) }), "工作日", "自然日"),
        Maybe<ItemDraft>("promisedDays", "承诺办结时限", d => d.Content.Promised?.Days, (d, v) => d.With(c => c with { Promised = v is { } n ? new Limit(n, c.Promised?.Kind ?? DayKind.Working) : null })) with { Hint = "不能长于法定时限；即办件不超过1个工作日。", Max = 730 },
        OneOf<ItemDraft>("promisedKind", "承诺时限单位", d => d.Content.Promised is { } l ? Label.Of(l.Kind) : "", (d, v) => d.With(c => c with { Promised = Counted(c.Promised, v) }), "工作日", "自然日"),
        Prose<ItemDraft>("specialProcedure", "特别程序", d => d.Content.SpecialProcedure, (d, v) => d.With(c => c with { SpecialProcedure = v })) with { MaxLength = 500, Hint = "听证、检验、检测、鉴定、专家评审等不计入时限的程序。" },
        Number<ItemDraft>("specialDays", "特别程序最长天数", d => d.Content.SpecialDays, (d, v) => d.With(c => c with { SpecialDays = v })) with { Unit = "个工作日", Max = 730 },
    ]);

    public static readonly Section Handling = new("handling", "受理与办理",
    [
        Prose<ItemDraft>("conditions", "受理条件", d => d.Content.Conditions, (d, v) => d.With(c => c with { Conditions = v })) with { Required = true },
        Prose<ItemDraft>("flow", "办理流程", d => d.Content.Flow, (d, v) => d.With(c => c with { Flow = v })),
        AnyOf<ItemDraft>("handlingForms", "办理形式", d => d.Content.HandlingForms, (d, v) => d.With(c => c with { HandlingForms = v }), "窗口办理", "网上办理", "快递申请", "自助办理") with { Required = true },
        YesNo<ItemDraft>("online", "可在线申办", d => d.Online, (d, v) => d with { Online = v }),
        OneOf<ItemDraft, OnlineDepth>("onlineDepth", "网办深度", d => d.OnlineDepth, (d, v) => d with { OnlineDepth = v }) with { Hint = "Ⅲ级到现场不超过1次，Ⅳ级全程网办不到现场。" },
        Number<ItemDraft>("visits", "到现场次数", d => d.Content.Visits, (d, v) => d.With(c => c with { Visits = v })) with { Max = 3, Hint = "0、1、2，3表示多次。", Unit = "次" },
        Prose<ItemDraft>("visitReason", "必须现场办理原因", d => d.Content.VisitReason, (d, v) => d.With(c => c with { VisitReason = v })) with { MaxLength = 500, Hint = "不能网上办理时填写。" },
        Text<ItemDraft>("onlineUrl", "网上办理地址", d => d.Content.OnlineUrl, (d, v) => d.With(c => c with { OnlineUrl = v })) with { MaxLength = 500 },
        YesNo<ItemDraft>("bookable", "可预约", d => d.Content.Bookable, (d, v) => d.With(c => c with { Bookable = v })),
        YesNo<ItemDraft>("byPost", "可快递", d => d.Content.ByPost, (d, v) => d.With(c => c with { ByPost = v })),
        YesNo<ItemDraft>("payOnline", "可网上支付", d => d.Content.PayOnline, (d, v) => d.With(c => c with { PayOnline = v })),
        YesNo<ItemDraft>("selfService", "可自助终端办理", d => d.Content.SelfService, (d, v) => d.With(c => c with { SelfService = v })),
    ]);

    public static readonly IReadOnlyList<Section> Sections = [Basics, Authority, Times, Handling];

    public static readonly IReadOnlyList<F> All = [.. Sections.SelectMany(s => s.Fields)];

    /// <summary>Every fault of a draft, its rows included, whoever wrote it.</summary>
    public static IEnumerable<FieldFault> Faults(ItemDraft draft) =>
        All.Select(f => f.Check(f.Read(draft))).OfType<FieldFault>().Concat(ItemRows.Groups.SelectMany(g => g.Faults(g.Read(draft))));

    public static ItemDraft With(this ItemDraft draft, Func<ItemContent, ItemContent> change) => draft with { Content = change(draft.Content) };

    private static Limit? Counted(Limit? limit, string kind) => limit is null || kind.Length == 0 ? limit : limit with { Kind = kind == "自然日" ? DayKind.Calendar : DayKind.Working };
}
