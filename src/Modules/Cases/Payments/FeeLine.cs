using Yimen.Kernel;

namespace Yimen.Cases.Payments;

/// <summary>收费项目 on a notice: what the item's guide says of it, what is charged here, what was taken off.</summary>
internal sealed class FeeLine
{
    public long Id { get; private init; }

    public Guid PaymentId { get; private init; }

    /// <summary>The place among the item's fee rows, from 1.</summary>
    public required int Order { get; init; }

    public required string Name { get; init; }

    /// <summary>The standard in words, as the guide has it.</summary>
    public required string Standard { get; init; }

    public required string Basis { get; init; }

    /// <summary>Whether the guide knows a reduction at all.</summary>
    public required bool Reducible { get; init; }

    public required long ChargedFen { get; init; }

    public long ReducedFen { get; set; }

    public long OwedFen => ChargedFen - ReducedFen;
}

/// <summary>减免 — how much, on what basis, granted by whom; a row, never an overwritten amount.</summary>
internal sealed class Reduction
{
    public long Id { get; private init; }

    public Guid PaymentId { get; private init; }

    public required int Order { get; init; }

    public required long AmountFen { get; init; }

    public required string Basis { get; init; }

    /// <summary>Who granted it: the unit's person whose signature it rests on.</summary>
    public required string GrantedBy { get; init; }

    public required DateOnly On { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>缴款事实 — with which bill, when, how.</summary>
internal sealed class PaymentFact
{
    public Guid PaymentId { get; private init; }

    /// <summary>非税票据号.</summary>
    public required string BillNumber { get; init; }

    public required DateOnly PaidOn { get; init; }

    public required PaymentWay Way { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>One line of a notice to be made: which fee row, how much.</summary>
internal sealed record FeeCharge(int Order, Money Amount);
