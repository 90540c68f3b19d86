using Yimen.Kernel;

namespace Yimen.Cases.Payments;

/// <summary>缴款状态.</summary>
public enum PaymentState
{
    [Label("待缴款")] Open = 1,
    [Label("已缴款")] Paid = 2,
    [Label("已免缴")] Exempted = 3,
    [Label("通知已撤销")] Withdrawn = 9,
}

internal enum PaymentVerb
{
    [Label("减免")] Reduce,
    [Label("全额减免")] Exempt,
    [Label("登记缴款")] Pay,
    [Label("撤销缴款通知")] Withdraw,
}

internal static class PaymentLifecycle
{
    public static readonly Lifecycle<PaymentState, PaymentVerb> Table = new(
        (PaymentState.Open, PaymentVerb.Reduce, PaymentState.Open),
        (PaymentState.Open, PaymentVerb.Exempt, PaymentState.Exempted),
        (PaymentState.Open, PaymentVerb.Pay, PaymentState.Paid),
        (PaymentState.Open, PaymentVerb.Withdraw, PaymentState.Withdrawn));
}

/// <summary>How the money reached the treasury.</summary>
public enum PaymentWay
{
    [Label("窗口刷卡或扫码")] AtCounter = 1,
    [Label("网上缴款")] Online = 2,
    [Label("银行柜台")] Bank = 3,
    [Label("非税系统回传")] Treasury = 4,
}
