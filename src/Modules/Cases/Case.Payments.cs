using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>What the applicant owes for the case: a sum, kept with the case since it holds the result back.</summary>
internal sealed partial class Case
{
    /// <summary>What is charged and neither paid nor reduced; 分.</summary>
    public long OwedFen { get; private set; }

    /// <summary>应缴 — a notice was issued. The decision does not wait for it.</summary>
    public void Charge(Money amount, Act act)
    {
        if (FiledAt is null || DeliveredOn is not null || Decision is { Granted: false })
        {
            throw new RuleViolation("not-chargeable", FiledAt is null ? "还没有提交的申请不能开具缴款通知。" : DeliveredOn is not null ? "结果已经送达，不能再开具缴款通知。" : "不予办理的不收费。");
        }

        if (ClosedOn is not null && Decision is null)
        {
            throw new RuleViolation("not-chargeable", "办件已经结束，不能再开具缴款通知。");
        }

        OwedFen = (new Money(OwedFen) + amount).Fen;
        Trail.Note(act, "开具缴款通知", null, null, new Change("应缴", null, $"{amount}"));
    }

    /// <summary>缴清或减免 — so much less is owed.</summary>
    public void Settle(Money amount, string how, Act act)
    {
        OwedFen = (new Money(OwedFen) - amount).Fen;
        Trail.Note(act, "应缴变更", null, null, new Change(how, null, $"{amount}"), new Change("尚欠", null, $"{new Money(OwedFen)}"));
    }

    // unpaid holds a granted result back; a denial is served whatever is owed
    private void CheckPaid()
    {
        if (OwedFen > 0 && Decision is { Granted: true })
        {
            throw new RuleViolation("unpaid", $"还有 {new Money(OwedFen)} 没有缴清，缴清或减免后才能送达结果。可在“缴款”一栏登记。");
        }
    }
}
