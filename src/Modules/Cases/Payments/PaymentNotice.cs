using Yimen.Cases.Contracts;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Payments;

/// <summary>缴款通知 — what a case costs its applicant, by the fee rows of its item's version; unpaid it holds the result back, never the decision.</summary>
internal sealed class PaymentNotice : IMatter
{
    public const string MatterKind = "payment";

    private readonly List<FeeLine> lines = [];
    private readonly List<Reduction> reductions = [];

    private PaymentNotice()
    {
    }

    public Guid Id { get; private init; }

    public Guid CaseId { get; private init; }

    public string CaseNumber { get; private init; } = "";

    public string ItemName { get; private init; } = "";

    public string ApplicantName { get; private init; } = "";

    public UnitId Unit { get; private init; }

    public AreaCode Area { get; private init; }

    public string Town { get; private init; } = "";

    public Channel Channel { get; private init; }

    public string? Window { get; private init; }

    /// <summary>缴款码 — printed on the notice; by it the treasury's system and the clerk find the notice.</summary>
    public string Code { get; private init; } = "";

    public DateOnly IssuedOn { get; private init; }

    public PaymentState State { get; private set; }

    /// <summary>What was charged, before reductions; 分.</summary>
    public long ChargedFen { get; private init; }

    public long ReducedFen { get; private set; }

    public long OwedFen => ChargedFen - ReducedFen;

    /// <summary>The day on which nothing was owed any more: paid or wholly reduced.</summary>
    public DateOnly? SettledOn { get; private set; }

    /// <summary>The standing document; a reduction revokes it and issues another.</summary>
    public Guid? DocumentId { get; private set; }

    public PaymentFact? Payment { get; private set; }

    public IReadOnlyList<FeeLine> Lines => lines;

    public IReadOnlyList<Reduction> Reductions => reductions;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>The counter that follows the payment up; the applicant has no inbox of ours.</summary>
    public IEnumerable<TaskSpec> WaitsFor => State != PaymentState.Open ? [] : Channel is Channel.Town or Channel.Village
        ? [new TaskSpec("pay", Title, Roles.TownClerk) { Href = $"/desk/payments/{Id}", Area = Area, Window = Window }]
        : [new TaskSpec("pay", Title, Roles.Clerk) { Href = $"/desk/payments/{Id}", Window = Window }];

    private string Title => $"待缴款 {new Money(OwedFen)}：{ItemName}（{Masking.Party(ApplicantName)}）";

    /// <summary>开具缴款通知 — the amounts are chosen where the standard is a range, and each rests on a fee row of the version that the case keeps.</summary>
    public static PaymentNotice Issue((Guid Id, string Code) keys, Case c, IReadOnlyList<Fee> fees, IReadOnlyList<FeeCharge> charges, Act act)
    {
        if (charges.Count == 0 || charges.Any(f => f.Amount <= Money.Zero || f.Order < 1 || f.Order > fees.Count))
        {
            throw new RuleViolation("no-fee", "缴款通知至少要有一项收费，金额大于零，并且是办事指南列明的收费项目。");
        }

        var made = new PaymentNotice
        {
            Id = keys.Id, Code = keys.Code, CaseId = c.Id, CaseNumber = c.Number, ItemName = c.ItemName, ApplicantName = c.Applicant.Name, Unit = c.Unit, Area = c.Area, Town = c.Town,
            Channel = c.Channel, Window = c.Window, IssuedOn = act.Today, State = PaymentState.Open, ChargedFen = charges.Aggregate(Money.Zero, (sum, f) => sum + f.Amount).Fen,
        };
        made.lines.AddRange(charges.Select(f => Line(f, fees[f.Order - 1])));
        made.Trail.Note(act, "开具缴款通知", null, Label.Of(PaymentState.Open), made.lines.Select(l => new Change(l.Name, null, $"{new Money(l.ChargedFen)}")));
        c.Charge(new(made.ChargedFen), act);
        return made;
    }

    /// <summary>减免 — of one fee row that knows a reduction, with its basis and who granted it.</summary>
    public void Reduce(Case c, Reduction granted, Act act)
    {
        PaymentLifecycle.Table.After(State, PaymentVerb.Reduce);
        var line = lines.Find(l => l.Order == granted.Order) ?? throw new RuleViolation("no-fee", "缴款通知上没有这项收费。");
        if (!line.Reducible)
        {
            throw new RuleViolation("not-reducible", $"“{line.Name}”没有减免规定，不能减免。");
        }

        if (granted.AmountFen <= 0 || granted.AmountFen > line.OwedFen)
        {
            throw new RuleViolation("reduction-amount", $"减免金额应大于零，且不超过该项未减免的 {new Money(line.OwedFen)}。");
        }

        line.ReducedFen += granted.AmountFen;
        ReducedFen += granted.AmountFen;
        reductions.Add(granted);
        SettledOn = OwedFen == 0 ? act.Today : null;
        Move(OwedFen == 0 ? PaymentVerb.Exempt : PaymentVerb.Reduce, act, new Change(line.Name, null, $"减免 {new Money(granted.AmountFen)}"), new Change("依据", null, granted.Basis), new Change("批准人", null, granted.GrantedBy));
        c.Settle(new(granted.AmountFen), OwedFen == 0 ? "已全额减免" : "部分减免", act);
    }

    /// <summary>登记缴款 — the whole amount, with the number of the 非税票据.</summary>
    public void Pay(Case c, PaymentFact fact, Act act)
    {
        PaymentLifecycle.Table.After(State, PaymentVerb.Pay);
        if (fact.PaidOn > act.Today || fact.PaidOn < IssuedOn)
        {
            throw new RuleViolation("paid-on", $"缴款日期应在开具日（{IssuedOn:yyyy-MM-dd}）至今天之间。");
        }

        Payment = fact;
        SettledOn = fact.PaidOn;
        Move(PaymentVerb.Pay, act, new Change("金额", null, $"{new Money(OwedFen)}"), new Change("非税票据号", null, fact.BillNumber), new Change("缴款方式", null, Label.Of(fact.Way)));
        c.Settle(new(OwedFen), $"非税票据 {fact.BillNumber}", act);
    }

    /// <summary>撤销 — the notice was wrong; another may be issued.</summary>
    public void Withdraw(Case c, Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "撤销缴款通知须写明原因。");
        }

        Move(PaymentVerb.Withdraw, act);
        c.Settle(new(OwedFen), "缴款通知已撤销", act);
    }

    /// <summary>The document that says what is owed now.</summary>
    internal Note? Printed(Guid documentId)
    {
        DocumentId = documentId;
        return Trail.Last;
    }

    private static FeeLine Line(FeeCharge charge, Fee fee) => new()
    {
        Order = charge.Order, Name = fee.Name, Standard = fee.Standard, Basis = fee.Basis, Reducible = fee.Reducible, ChargedFen = charge.Amount.Fen,
    };

    private void Move(PaymentVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = PaymentLifecycle.Table.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }
}
