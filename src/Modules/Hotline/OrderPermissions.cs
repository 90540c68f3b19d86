using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Hotline;

/// <summary>Who may do what with a work order.</summary>
internal static class OrderPermissions
{
    public const string Read = "orders.read";
    public const string Record = "orders.record";
    public const string Dispatch = "orders.dispatch";
    public const string Sign = "orders.sign";
    public const string Review = "orders.review";
    public const string Decide = "orders.decide";
    public const string Supplement = "orders.supplement";
    public const string Unmask = "orders.unmask";
    public const string Export = "orders.export";
    public const string Exchange = "orders.exchange";
    public const string SetLimits = "orders.limits";
    public const string Keys = "orders.keys";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看工单", Roles.Hotline, Liaison, Approver, UnitHead, Director, Auditor),
        new(Record, "登记工单", Roles.Hotline),
        new(Dispatch, "派单", Roles.Hotline),
        new(Sign, "签收和答复工单", Liaison),
        new(Review, "审核本单位答复", Approver, UnitHead),
        new(Decide, "审核、回访和督办工单", Roles.Hotline),
        new(Supplement, "补充工单信息", Roles.Hotline),
        new(Unmask, "查看诉求人信息", Roles.Hotline, Liaison),
        new(Export, "导出工单", Roles.Hotline, Director, UnitHead),
        new(Exchange, "与市平台对账", Roles.Hotline, Director),
        new(SetLimits, "设定热线规则", Roles.Hotline, Director),
        new(Keys, "发放和停用 Open311 密钥", Roles.Hotline, Director),
    ];
}
