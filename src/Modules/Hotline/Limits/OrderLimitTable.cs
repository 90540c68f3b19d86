global using OrderLimits = Yimen.Platform.Limits.Limits<Yimen.Hotline.Limits.OrderLimitCode>;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Limits;

namespace Yimen.Hotline.Limits;

/// <summary>热线规则 — the room's dated values.</summary>
internal static class OrderLimitTable
{
    public static readonly LimitTable<OrderLimitCode> The = new("order-limits", "热线规则", "/desk/order-limits", 20_000) { Lead = "办理期限、签收期限和统计口径都按生效日期执行；已经计算的期限不因新规则改变。" };

    extension(AppDb db)
    {
        /// <summary>The values in force on a day: the county's own before those shipped.</summary>
        public Task<OrderLimits> OrderLimitsOn(DateOnly day, CancellationToken ct) => The.On(db, day, ct);
    }

    extension(OrderLimits limits)
    {
        public SignLimits Signing => new(limits[OrderLimitCode.Sign], limits[OrderLimitCode.UrgentSign], limits[OrderLimitCode.Return]);

        /// <summary>What governs an order of a type.</summary>
        public OrderTerms Terms(OrderType type) => new() { LimitDays = limits[Of(type)], LeadDays = limits[OrderLimitCode.CityLead], WarningDays = limits[OrderLimitCode.Warning], VisitDays = limits[OrderLimitCode.Visit] };
    }

    private static OrderLimitCode Of(OrderType type) => type switch
    {
        OrderType.Consultation => OrderLimitCode.Consultation,
        OrderType.Help => OrderLimitCode.Help,
        OrderType.Complaint => OrderLimitCode.Complaint,
        OrderType.Report => OrderLimitCode.Report,
        OrderType.Suggestion => OrderLimitCode.Suggestion,
        OrderType.Praise => OrderLimitCode.Praise,
        _ => OrderLimitCode.Other,
    };
}
