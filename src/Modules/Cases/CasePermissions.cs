using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Cases;

/// <summary>Who may do what with a case.</summary>
internal static class CasePermissions
{
    public const string Read = "cases.read";
    public const string Receive = "cases.receive";
    public const string Accept = "cases.accept";
    public const string Review = "cases.review";
    public const string Decide = "cases.decide";
    public const string OneSitting = "cases.one-sitting";
    public const string Deliver = "cases.deliver";
    public const string Supply = "cases.supply";
    public const string Refuse = "cases.refuse";
    public const string Withdraw = "cases.withdraw";
    public const string Certify = "cases.certify";
    public const string Archive = "cases.archive";
    public const string SetLimits = "cases.limits";
    public const string Unmask = "cases.unmask";
    public const string Export = "cases.export";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看办件", Clerk, TownClerk, Approver, UnitHead, Director, Coordination, Catalogue, Office, Auditor),
        new(Receive, "窗口收件", Clerk, TownClerk),
        new(Accept, "受理办件", Clerk, TownClerk, Approver),
        new(Review, "审查办件", Approver),
        new(Decide, "签批办件", UnitHead),
        new(OneSitting, "即办件一次办结", Clerk, TownClerk, Approver),
        new(Deliver, "送达结果", Clerk, TownClerk, Approver),
        new(Supply, "登记申请人补正", Clerk, TownClerk, Approver),
        // a refusal is always the unit's, never the counter's (practice.md)
        new(Refuse, "不予受理", Approver, UnitHead),
        new(Withdraw, "登记申请人撤回", Clerk, TownClerk, Approver),
        new(Certify, "制证", Approver),
        new(Archive, "归档", Clerk, TownClerk, Approver),
        new(SetLimits, "设定时限规则", Director, Coordination),
        new(Unmask, "查看申请人完整信息", Clerk, TownClerk, Approver, UnitHead),
        new(Export, "导出办件", Director, Coordination, Office, UnitHead),
    ];
}
