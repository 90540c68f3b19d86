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
    public static readonly Section Basics = new("basics", "基本要素",
    [
        Text<ItemDraft>("name", "事项名称", d => d.Name, (d, v) => d with { Name = v }) with { Required = true, MaxLength = 200, Hint = "一般与基本目录一致；情形拆分时可在后面用括号写明情形。" },
        YesNo<ItemDraft>("byApplication", "依申请事项", d => d.ByApplication, (d, v) => d with { ByApplication = v }),
        OneOf<ItemDraft, ProjectType>("projectType", "办件类型", d => d.ProjectType, (d, v) => d with { ProjectType = v }),
        OneOf<ItemDraft, HandledIn>("handledIn", "办理系统", d => d.HandledIn, (d, v) => d with { HandledIn = v }) with { Hint = "在外部系统办理的事项，这里只登记外部编号，不重复录入。" },
        OneOf<ItemDraft, AcceptMode>("acceptMode", "受理方式", d => d.AcceptMode, (d, v) => d with { AcceptMode = v }) with { Hint = "不予受理、延期和决定始终由部门作出。" },
        YesNo<ItemDraft>("oneWindow", "综合窗口分类受理", d => d.OneWindow, (d, v) => d with { OneWindow = v }),
        AnyOf<ItemDraft>("serviceObjects", "服务对象", d => d.Content.ServiceObjects, (d, v) => d.With(c => c with { ServiceObjects = v }), Dictionaries.Names("SERVICE_OBJECT")) with { Required = true },
        AnyOf<ItemDraft>("personThemes", "面向自然人的主题", d => d.Content.PersonThemes, (d, v) => d.With(c => c with { PersonThemes = v }), Dictionaries.Names("PERSON_THEME")),
        AnyOf<ItemDraft>("corporateThemes", "面向法人的主题", d => d.Content.CorporateThemes, (d, v) => d.With(c => c with { CorporateThemes = v }), Dictionaries.Names("CORPORATE_THEME")),
    ]);

    public static readonly Section Authority = new("authority", "主体与权力",
    [
        OneOf<ItemDraft>("bodyNature", "实施主体性质", d => d.Content.BodyNature, (d, v) => d.With(c => c with { BodyNature = v }), Dictionaries.Names("BODY_NATURE")) with { Required = true },
        OneOf<ItemDraft>("powerSource", "权力来源", d => d.Content.PowerSource, (d, v) => d.With(c => c with { PowerSource = v }), Dictionaries.Names("POWER_SOURCE")) with { Required = true },
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
        AnyOf<ItemDraft>("handlingForms", "办理形式", d => d.Content.HandlingForms, (d, v) => d.With(c => c with { HandlingForms = v }), Dictionaries.Names("HANDLE_TYPE")) with { Required = true },
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
