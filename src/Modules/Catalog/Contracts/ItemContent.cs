using System.Text.Json.Serialization;
using Yimen.Kernel;

namespace Yimen.Catalog.Contracts;

/// <summary>
/// What an implementation list (实施清单) says of an item beyond its codes: the field groups of the national schema. Frozen when its version is published.
/// Kept as one JSON document, since it is written, compared and read as a whole; what queries need stands in columns of the version.
/// </summary>
public sealed record ItemContent
{
    public IReadOnlyList<LegalBasis> LegalBases { get; init; } = [];

    /// <summary>受理条件.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>办理流程 in words; the steps stand in <see cref="Steps"/>.</summary>
    public string Flow { get; init; } = "";

    public Limit? Statutory { get; init; }

    public Limit? Promised { get; init; }

    /// <summary>特别程序: what is not counted, and at most how long.</summary>
    public string SpecialProcedure { get; init; } = "";

    public int SpecialDays { get; init; }

    /// <summary>到现场次数: 0, 1, 2, 3 (多次).</summary>
    public int Visits { get; init; }

    /// <summary>必须现场办理原因; required where nothing can be done online.</summary>
    public string VisitReason { get; init; } = "";

    /// <summary>实施主体性质: 法定机关, 授权组织, 受委托组织.</summary>
    public string BodyNature { get; init; } = "法定机关";

    /// <summary>权力来源.</summary>
    public string PowerSource { get; init; } = "法定本级行使";

    public string EntrustingBody { get; init; } = "";

    /// <summary>联办机构.</summary>
    public string AssistingUnits { get; init; } = "";

    /// <summary>数量限制.</summary>
    public string QuantityLimit { get; init; } = "";

    /// <summary>中介服务.</summary>
    public string Intermediary { get; init; } = "";

    /// <summary>办理形式: 窗口办理, 网上办理, 快递申请.</summary>
    public IReadOnlyList<string> HandlingForms { get; init; } = ["窗口办理"];

    /// <summary>服务对象: 自然人, 法人, 其他组织.</summary>
    public IReadOnlyList<string> ServiceObjects { get; init; } = [];

    public IReadOnlyList<string> PersonThemes { get; init; } = [];

    public IReadOnlyList<string> CorporateThemes { get; init; } = [];

    public bool Bookable { get; init; }

    public bool ByPost { get; init; }

    public bool PayOnline { get; init; }

    public bool SelfService { get; init; }

    public string OnlineUrl { get; init; } = "";

    public string ConsultPhone { get; init; } = "";

    public string SupervisePhone { get; init; } = "";

    public IReadOnlyList<Material> Materials { get; init; } = [];

    public IReadOnlyList<Fee> Fees { get; init; } = [];

    public IReadOnlyList<Step> Steps { get; init; } = [];

    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    public IReadOnlyList<Question> Questions { get; init; } = [];
}

/// <summary>时限 — days of one kind; a limit of none is null where the law sets none.</summary>
public sealed record Limit(int Days, DayKind Kind)
{
    [JsonIgnore]
    public Period Period => new(Days, Kind);
}

/// <summary>设定依据 — law and article.</summary>
public sealed record LegalBasis(string Law, string Article = "", string Text = "");

/// <summary>申请材料.</summary>
public sealed record Material
{
    public required string Name { get; init; }

    /// <summary>必要性: 必要, 非必要, 容缺后补.</summary>
    public string Need { get; init; } = "必要";

    /// <summary>证件证书证明, 申请表格文书, 其他.</summary>
    public string Type { get; init; } = "其他";

    /// <summary>纸质, 电子化, 纸质/电子化.</summary>
    public string Form { get; init; } = "纸质/电子化";

    public int Copies { get; init; } = 1;

    /// <summary>来源: 申请人自备, 政府部门核发, 其他.</summary>
    public string Source { get; init; } = "申请人自备";

    public string SourceNote { get; init; } = "";

    public string Basis { get; init; } = "";

    /// <summary>受理标准.</summary>
    public string Standard { get; init; } = "";

    /// <summary>填报须知.</summary>
    public string FillNote { get; init; } = "";

    public bool HasBlankForm { get; init; }

    public bool HasSample { get; init; }

    /// <summary>空白表格 to be filled in; null while none was uploaded.</summary>
    public MaterialFile? BlankForm { get; init; }

    /// <summary>样表, filled in with made-up values.</summary>
    public MaterialFile? Sample { get; init; }
}

/// <summary>A form or sample as it is downloaded at <c>/items/{item}/forms/{id}</c>.</summary>
/// <param name="Size">Bytes.</param>
public sealed record MaterialFile(Guid Id, string Name, long Size);

/// <summary>收费项目.</summary>
public sealed record Fee(string Name, string Standard, string Basis, bool Reducible = false, string ReductionNote = "");

/// <summary>办理环节: 收件, 受理, 审查, 决定, 制证, 送达.</summary>
public sealed record Step(string Kind, string Who, int Days, string Standard = "");

/// <summary>审批结果: 证照, 批文, 其他.</summary>
public sealed record Outcome(string Type, string Name, bool HasSample = false);

/// <summary>常见问题.</summary>
public sealed record Question(string Text, string Answer);
