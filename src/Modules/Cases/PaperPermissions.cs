using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Cases;

/// <summary>Who may do what with materials that come later, with pledges, with paper under way, and at the approver's desk.</summary>
internal static class PaperPermissions
{
    public const string MakeUp = "cases.make-up";
    public const string ExtendDeferral = "cases.extend-deferral";
    public const string ReadPledges = "pledges.read";
    public const string CheckPledge = "pledges.check";
    public const string PunishPledge = "pledges.punish";
    public const string WriteTexts = "pledges.texts";
    public const string ReadHandovers = "handovers.read";
    public const string Hand = "handovers.hand";
    public const string HandCounter = "handovers.counter";
    public const string HandUnit = "handovers.unit";
    public const string SetRuns = "handovers.runs";
    public const string KeepPhrases = "cases.phrases";
    public const string MarkMaterial = "cases.mark";
    public const string ReadConsultations = "consultations.read";
    public const string AnswerConsultation = "consultations.answer";

    public static readonly Permission[] Rows =
    [
        new(MakeUp, "登记容缺补交", Clerk, TownClerk, Approver),
        new(ExtendDeferral, "延长容缺补交期限", Approver, UnitHead),
        new(ReadPledges, "查看告知承诺", Clerk, TownClerk, Approver, UnitHead, Director, Coordination, Catalogue, Auditor),
        new(CheckPledge, "核查告知承诺", Approver, UnitHead),
        new(PunishPledge, "处理违反承诺", UnitHead),
        new(WriteTexts, "制定告知承诺文本", Catalogue),
        new(ReadHandovers, "查看物料交接", Clerk, TownClerk, Approver, UnitHead, Director, Coordination, Auditor),
        new(Hand, "办理物料交接", Clerk, TownClerk, Approver, UnitHead),
        new(HandCounter, "代表窗口交接物料", Clerk, TownClerk),
        new(HandUnit, "代表部门交接物料", Approver, UnitHead),
        new(SetRuns, "设定交接班次", Coordination, Director),
        new(KeepPhrases, "保存常用意见", Approver, UnitHead),
        new(MarkMaterial, "圈注材料", Approver, UnitHead),
        new(ReadConsultations, "查看联审意见", Approver, UnitHead, Director, Coordination, Auditor),
        new(AnswerConsultation, "答复联审意见", Approver, UnitHead),
    ];
}
