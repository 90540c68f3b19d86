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
    public const string Export = "counter.export";

    public static readonly Permission[] Rows =
    [
        new(Ask, "咨询一次性告知", Clerk, TownClerk),
        new(ReadInquiries, "查看咨询记录", Clerk, TownClerk, UnitHead, Director, Coordination, Office, Auditor),
        new(ReadGrievances, "查看办不成事反映", Clerk, TownClerk, UnitHead, Director, Coordination, Office, Auditor),
        new(RecordGrievance, "登记办不成事反映", Clerk, TownClerk, Coordination),
        new(AnswerGrievance, "答复办不成事反映", UnitHead, Coordination),
        new(SettleGrievance, "转办、审核办不成事反映", Coordination),
        new(Export, "导出窗口记录", Director, Coordination, Office),
    ];
}
