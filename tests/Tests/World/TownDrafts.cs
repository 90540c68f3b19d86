using Yimen.Catalog;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;

namespace Yimen.Tests.World;

/// <summary>What the small town's items say, in the words of such items everywhere.</summary>
internal static class TownDrafts
{
    public static readonly ItemDraft Food = new()
    {
        Name = "食品经营许可（新办）", Online = true, OnlineDepth = OnlineDepth.III, OneWindow = true,
        Content = Content("《中华人民共和国食品安全法》", "第三十五条", 20, 8) with
        {
            Conditions = "1. 具有与经营的食品品种、数量相适应的场所，并与有毒、有害场所保持规定的距离。\n2. 有食品安全管理人员和保证食品安全的规章制度。",
            Visits = 1,
            SpecialProcedure = "现场核查",
            SpecialDays = 10,
            ServiceObjects = ["自然人", "法人", "其他组织"],
            PersonThemes = ["就业创业"],
            CorporateThemes = ["准营准办"],
            HandlingForms = ["窗口办理", "网上办理"],
            ByPost = true,
            Materials = [Form("食品经营许可申请书"), Paper("营业执照", "政府部门核发"), Paper("与食品经营相适应的设备设施布局图和操作流程"), Paper("食品安全管理制度", need: "容缺后补"), Paper("授权委托书", need: "非必要")],
            Outcomes = [new("证照", "食品经营许可证", true)],
            Questions = [new("许可证有效期多久？", "五年。需要延续的，应当在有效期届满三十个工作日前提出申请。")],
        },
    };

    public static readonly ItemDraft FoodRenewal = Food with
    {
        Name = "食品经营许可（延续）",
        AcceptMode = AcceptMode.WindowAccepts,
        Content = Food.Content with
        {
            Promised = new(3, DayKind.Working),
            SpecialProcedure = "",
            SpecialDays = 0,
            Questions = [],
            Fees = [new("现场检验费", "每户 50 元至 200 元，按经营面积计", "粤价〔2003〕1号", true, "低保对象减半收取"), new("工本费", "每证 10 元", "粤价〔2003〕2号")],
        },
    };

    public static readonly ItemDraft Catering = Food with
    {
        Name = "小餐饮登记",
        ProjectType = ProjectType.Instant,
        AcceptMode = AcceptMode.WindowAccepts,
        OnlineDepth = OnlineDepth.II,
        Content = Food.Content with { Promised = new(1, DayKind.Working), SpecialProcedure = "", SpecialDays = 0, Outcomes = [new("证照", "小餐饮登记证")], Questions = [] },
    };

    public static readonly ItemDraft Company = new()
    {
        Name = "有限责任公司设立登记", Online = true, OnlineDepth = OnlineDepth.IV, HandledIn = HandledIn.Province,
        Content = Content("《中华人民共和国公司法》", "第六条", 15, 1) with
        {
            ServiceObjects = ["法人"],
            CorporateThemes = ["设立变更"],
            HandlingForms = ["网上办理"],
            Materials = [Form("公司登记（备案）申请书"), Paper("公司章程")],
            Outcomes = [new("证照", "营业执照")],
        },
    };

    public static readonly ItemDraft Household = Person("户口迁移（市内迁移）", "《中华人民共和国户口登记条例》", "第十条", 10, "户籍办理") with { HandledIn = HandledIn.Vertical };

    public static readonly ItemDraft IdCard = Instant("居民身份证补领", "《中华人民共和国居民身份证法》", "第十一条", "证件办理") with
    {
        HandledIn = HandledIn.Vertical,
        Content = Instant("", "《中华人民共和国居民身份证法》", "第十一条", "证件办理").Content with
        {
            Fees = [new("居民身份证工本费（丢失补领）", "每证 40 元", "发改价格〔2003〕2322号", true, "城市居民最低生活保障对象减半收取")],
        },
    };

    public static readonly ItemDraft Disability = Person("残疾人证办理（新办）", "《中华人民共和国残疾人保障法》", "第二条", 10, "社会保障") with { OneWindow = true };

    public static readonly ItemDraft Elder = Instant("老年人优待证办理", "《广东省老年人权益保障条例》", "第二十七条", "优待抚恤") with { AcceptMode = AcceptMode.OnePerson, OneWindow = true };

    public static readonly ItemDraft OldAge = Person("高龄老人津贴发放", "《中华人民共和国老年人权益保障法》", "第三十三条", 15, "社会保障") with { OneWindow = true };

    public static readonly ItemDraft Marriage = Instant("婚姻登记记录证明", "《婚姻登记条例》", "第十七条", "婚姻登记") with { Online = true, OnlineDepth = OnlineDepth.IV };

    public static readonly ItemDraft Equipment = Food with
    {
        Name = "特种设备使用登记",
        Content = Content("《中华人民共和国特种设备安全法》", "第三十三条", 30, 10) with { ServiceObjects = ["法人"], CorporateThemes = ["准营准办"], Visits = 1, Materials = [Form("特种设备使用登记表")], Outcomes = [new("证照", "特种设备使用登记证")] },
    };

    public static readonly ItemDraft Circulation = FoodRenewal with { Name = "食品流通许可" };

    public static readonly ItemDraft Workshop = Food with { Name = "食品小作坊登记", Content = Food.Content with { Promised = null } };

    private static ItemDraft Person(string name, string law, string article, int promised, string theme) => new()
    {
        Name = name,
        Content = Content(law, article, 20, promised) with
        {
            Visits = 1,
            VisitReason = "需要核验本人身份",
            ServiceObjects = ["自然人"],
            PersonThemes = [theme],
            Conditions = "申请人具有本市户籍，符合规定的条件。",
            Materials = [Form($"{name.Split('（')[0]}申请表"), Paper("居民户口簿", "政府部门核发"), Paper("居民身份证", "政府部门核发")],
            Outcomes = [new("其他", $"{name.Split('（')[0]}办理结果")],
        },
    };

    private static ItemDraft Instant(string name, string law, string article, string theme)
    {
        var draft = Person(name, law, article, 1, theme);
        return draft with { ProjectType = ProjectType.Instant, Content = draft.Content with { Statutory = null, Visits = name == "婚姻登记记录证明" ? 0 : 1 } };
    }

    private static ItemContent Content(string law, string article, int statutory, int promised) => new()
    {
        LegalBases = [new(law, article)],
        Statutory = new(statutory, DayKind.Working),
        Promised = new(promised, DayKind.Working),
        Steps = [new("受理", "综合窗口受理员", 0, "材料齐全、符合法定形式"), new("审查", "承办股室", promised - 1), new("决定", "分管负责人", 1)],
    };

    private static Material Form(string name) => new() { Name = name, Type = "申请表格文书", HasBlankForm = true, HasSample = true, Standard = "如实填写，由申请人签名或者盖章" };

    private static Material Paper(string name, string source = "申请人自备", string need = "必要") => new() { Name = name, Type = "证件证书证明", Source = source, Need = need, Standard = "在有效期内，核验原件" };
}
