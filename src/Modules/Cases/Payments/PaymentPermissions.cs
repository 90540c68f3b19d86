using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Cases.Payments;

internal static class PaymentPermissions
{
    public const string Read = "payments.read";
    public const string Issue = "payments.issue";
    public const string Reduce = "payments.reduce";
    public const string Settle = "payments.settle";
    public const string Export = "payments.export";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看缴款通知", Clerk, TownClerk, Approver, UnitHead, Director, Coordination, Office, Auditor),
        new(Issue, "开具、撤销缴款通知", Clerk, TownClerk, Approver),
        // the reduction is the unit's act; the counter only writes down what the unit granted
        new(Reduce, "登记减免", Approver, UnitHead),
        new(Settle, "登记缴款", Clerk, TownClerk, Approver),
        new(Export, "导出缴款通知", Director, Coordination, Office, UnitHead),
    ];
}
