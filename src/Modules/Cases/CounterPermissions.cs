using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Cases;

/// <summary>Who may do what at the counter, beside the case itself.</summary>
internal static class CounterPermissions
{
    public const string Ask = "counter.inquiries.tell";
    public const string ReadInquiries = "counter.inquiries.read";
    public const string ReadGrievances = "counter.grievances.read";
    public const string RecordGrievance = "counter.grievances.record";
    public const string AnswerGrievance = "counter.grievances.answer";
    public const string SettleGrievance = "counter.grievances.settle";
    public const string ReadOutages = "counter.outages.read";
    public const string Outages = "counter.outages.use";
    public const string ReadDays = "counter.days.read";
    public const string CloseDay = "counter.days.close";
    public const string ApproveDay = "counter.days.approve";
    public const string Amend = "cases.amend";
    public const string ReadAmendments = "cases.amendments.read";
    public const string AllowAmendment = "cases.amendments.allow";
    public const string Export = "counter.export";

    public static readonly Permission[] Rows =
    [
        new(Ask, "咨询一次性告知", Clerk, TownClerk),
        new(ReadInquiries, "查看咨询记录", Clerk, TownClerk, UnitHead, Director, Coordination, Office, Auditor),
        new(ReadGrievances, "查看办不成事反映", Clerk, TownClerk, UnitHead, Director, Coordination, Office, Auditor),
        new(RecordGrievance, "登记办不成事反映", Clerk, TownClerk, Coordination),
        new(AnswerGrievance, "答复办不成事反映", UnitHead, Coordination),
        new(SettleGrievance, "转办、审核办不成事反映", Coordination),
        new(ReadOutages, "查看应急凭证", Clerk, TownClerk, Director, Coordination, Office, Auditor),
        new(Outages, "印制、补录应急凭证", Clerk, TownClerk),
        new(ReadDays, "查看日结", Clerk, TownClerk, Director, Coordination, Office, Auditor),
        new(CloseDay, "办理日结", Clerk, TownClerk),
        new(ApproveDay, "批准日结差额", Coordination),
        new(Amend, "更正笔误", Clerk, TownClerk),
        new(ReadAmendments, "查看更正申请", Clerk, TownClerk, Approver, UnitHead, Coordination, Auditor),
        new(AllowAmendment, "同意更正", Approver, UnitHead),
        new(Export, "导出窗口记录", Director, Coordination, Office),
    ];
}
