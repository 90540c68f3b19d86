using Yimen.Kernel;

namespace Yimen.Hotline.Appraisal;

/// <summary>红榜, 黑榜.</summary>
public enum Honour
{
    [Label("红榜")] Red = 1,
    [Label("黑榜")] Black = 2,
}

/// <summary>一个单位的考核结果 — as it was counted; a final sheet's lines change no more.</summary>
internal sealed class AppraisalLine
{
    private readonly List<AppraisalMark> marks = [];

    public long Id { get; private init; }

    public Guid SheetId { get; private init; }

    public UnitId Unit { get; private init; }

    /// <summary>Its name on the day of counting.</summary>
    public string UnitName { get; private init; } = "";

    public AppraisalGroup Group { get; private init; }

    /// <summary>How many it closed: the sample that ranking asks for.</summary>
    public int Closed { get; private init; }

    /// <summary>Hundredths of a point, 0 to 10000; null where nothing could be earned.</summary>
    public int? Score { get; private init; }

    /// <summary>Within its group; null below the least sample.</summary>
    public int? Rank { get; private set; }

    /// <summary>Set when the sheet becomes final.</summary>
    public Honour? Honour { get; private set; }

    public IReadOnlyList<AppraisalMark> Marks => marks;

    public static AppraisalLine Of((UnitId Unit, string Name, AppraisalGroup Group) whose, IReadOnlyList<AppraisalMark> counted)
    {
        var line = new AppraisalLine { Unit = whose.Unit, UnitName = whose.Name, Group = whose.Group, Closed = counted.FirstOrDefault(m => m.Criterion == Criterion.OnTime)?.All ?? 0, Score = AppraisalScore.Of(counted) };
        line.marks.AddRange(counted);
        return line;
    }

    public AppraisalMark? Of(Criterion c) => marks.Find(m => m.Criterion == c);

    internal void Place(int? rank) => Rank = rank;

    internal void Praise(Honour? honour) => Honour = honour;
}

/// <summary>一项得分 — with what it was made of.</summary>
internal sealed class AppraisalMark
{
    public long Id { get; private init; }

    public long LineId { get; private init; }

    public required Criterion Criterion { get; init; }

    public required int Good { get; init; }

    public required int All { get; init; }

    /// <summary>What could be earned, in hundredths; 0 for what deducts, and where nothing was counted.</summary>
    public required int Full { get; init; }

    /// <summary>In hundredths; below zero for what deducts.</summary>
    public required int Points { get; init; }
}

/// <summary>剔除 — an order left out of one criterion of one month: why, proposed by whom, allowed by whom.</summary>
internal sealed class AppraisalExclusion
{
    public required Guid Id { get; init; }

    public Guid SheetId { get; private init; }

    public required Criterion Criterion { get; init; }

    public required Guid OrderId { get; init; }

    public required string Number { get; init; }

    public required UnitId Unit { get; init; }

    /// <summary>The month's first day, and the day after its last.</summary>
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required string Why { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null until somebody else has decided.</summary>
    public bool? Allowed { get; private set; }

    public string DecidedByName { get; private set; } = "";

    public string Remark { get; private set; } = "";

    internal void Decide(bool allowed, Act act) => (Allowed, DecidedByName, Remark) = (allowed, act.By.Name, act.Reason ?? "");
}

/// <summary>申诉 — a unit says that an order was counted wrongly against it, with reason and evidence.</summary>
internal sealed class AppraisalObjection
{
    public required Guid Id { get; init; }

    public Guid SheetId { get; private init; }

    public required UnitId Unit { get; init; }

    public required Criterion Criterion { get; init; }

    public required Guid OrderId { get; init; }

    public required string Number { get; init; }

    public required string Why { get; init; }

    /// <summary>The evidence; null where the words are enough.</summary>
    public required Guid? FileId { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null until the hotline office has decided.</summary>
    public bool? Upheld { get; private set; }

    public string Remark { get; private set; } = "";

    public string DecidedByName { get; private set; } = "";

    public DateTimeOffset? DecidedAt { get; private set; }

    internal void Decide(bool upheld, Act act) => (Upheld, Remark, DecidedByName, DecidedAt) = (upheld, act.Reason ?? "", act.By.Name, act.Now);
}

/// <summary>签阅 — a unit says that it has read its line.</summary>
internal sealed class AppraisalReceipt
{
    public long Id { get; private init; }

    public Guid SheetId { get; private init; }

    public required UnitId Unit { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
