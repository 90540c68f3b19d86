namespace Yimen.Hotline.Kpi;

/// <summary>What the roll-up adds up: the counts of <see cref="OrderFigures"/>, each under its figure's number, and what stands behind two of them.</summary>
internal enum KpiMeasure
{
    Received = 1,
    Masters = 2,
    Consultations = 3,
    AnsweredAtOnce = 4,
    Dispatched = 6,
    SignedInTime = 7,
    Closed = 9,
    ClosedInTime = 10,
    ClosedEarly = 12,

    /// <summary>H14 is a stock: one in where an order begins to wait, one out where it waits no more; their sum up to a period is the figure.</summary>
    Waiting = 14,
    WaitingClosed = 15,
    Rated = 17,

    /// <summary>满意 and better; whether 基本满意 counts too is the rule of the day on which it is asked.</summary>
    Satisfied = 18,
    Dissatisfied = 20,
    Solved = 22,
    Rehandled = 24,
    Returned = 26,
    ToVisit = 28,
    Visited = 29,
    SaidSolved = 31,
    SaidSolvedOnly = 32,
    Direct = 35,

    /// <summary>黄牌.</summary>
    Supervised = 37,

    /// <summary>红牌.</summary>
    Criticised = 38,

    /// <summary>基本满意.</summary>
    Fair = 101,
}

/// <summary>What a cell is of.</summary>
internal enum KpiBy
{
    All = 0,
    Unit = 1,
    Type = 2,
    Area = 3,
}
