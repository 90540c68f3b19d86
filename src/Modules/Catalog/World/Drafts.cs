using Yimen.Catalog.Contracts;
using Yimen.Kernel;

namespace Yimen.Catalog.World;

/// <summary>What an editor would have typed, from a line of the world's catalogue.</summary>
internal static class Drafts
{
    private static readonly Dictionary<string, AcceptMode> AcceptModes = new()
    {
        ["综窗收件"] = AcceptMode.UnitAccepts, ["专窗"] = AcceptMode.UnitAccepts, ["部门受理"] = AcceptMode.UnitAccepts,
        ["授权综窗受理"] = AcceptMode.WindowAccepts, ["授权即办"] = AcceptMode.OnePerson,
    };

    private static readonly Dictionary<string, HandledIn> Systems = new()
    {
        ["本系统"] = HandledIn.Here, ["省统一受理平台"] = HandledIn.Province, ["垂管专网系统"] = HandledIn.Vertical,
    };

    private static readonly Dictionary<int, string> Needs = new() { [1] = "必要", [2] = "非必要", [3] = "容缺后补" };

    private static readonly Dictionary<int, string> MaterialTypes = new() { [1] = "证件证书证明", [2] = "申请表格文书", [3] = "其他" };

    private static readonly Dictionary<int, string> Forms = new() { [1] = "纸质", [2] = "电子化", [3] = "纸质/电子化" };

    private static readonly Dictionary<int, string> Origins = new() { [10] = "申请人自备", [20] = "政府部门核发", [99] = "其他" };

    public static ItemDraft Of(ItemLine line) => new()
    {
        Name = line.Name,
        ByApplication = line.ByApplication,
        Online = line.IsOnline,
        OnlineDepth = Enum.Parse<OnlineDepth>(line.OnlineDepth),
        ProjectType = (ProjectType)line.ProjectType,
        AcceptMode = AcceptModes[line.AcceptMode],
        HandledIn = Systems[line.HandledIn],
        OneWindow = line.OneWindow,
        Content = Content(line),
    };

    private static ItemContent Content(ItemLine line) => new()
    {
        LegalBases = [.. line.LegalBases.Select(b => new LegalBasis(b.Law, b.Article ?? ""))],
        Conditions = line.Conditions,
        Statutory = line.StatutoryDays is { } days ? new(days, Kind(line.StatutoryKind)) : null,
        Promised = new(line.PromisedDays, Kind(line.PromisedKind)),
        SpecialProcedure = line.SpecialProcedure ?? "",
        Visits = line.Visits,
        VisitReason = line.Limits ?? "",
        HandlingForms = line.IsOnline ? ["窗口办理", "网上办理"] : ["窗口办理"],
        ServiceObjects = line.ServiceObjects,
        PersonThemes = line.PersonThemes,
        CorporateThemes = line.CorpThemes,
        ConsultPhone = line.ConsultPhone,
        SupervisePhone = line.SupervisePhone,
        Materials = [.. line.Materials.Select(Paper)],
        Fees = [.. line.Fees.Select(f => new Fee(f.Name, f.Standard, f.Basis, f.Reducible))],
        Steps = [.. line.Steps.Select(s => new Step(s.Kind, s.Who, s.Days, s.Standard ?? ""))],
        Outcomes = [.. line.Results.Select(r => new Outcome(r.Type, r.Name))],
        Questions = [.. line.Qa.Select(q => new Question(q.Q, q.A))],
    };

    private static Material Paper(MaterialLine m) => new()
    {
        Name = m.Name, Need = Needs[m.Need], Type = MaterialTypes[m.Type], Form = Forms[m.Form], Copies = m.Copies, Source = Origins[m.Source],
        SourceNote = m.SourceNote ?? "", Basis = m.Basis ?? "", Standard = m.Standard ?? "", HasBlankForm = m.HasBlankForm, HasSample = m.HasSample,
    };

    private static DayKind Kind(string? text) => text == "自然日" ? DayKind.Calendar : DayKind.Working;
}
