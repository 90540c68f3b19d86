using Yimen.Kernel;

namespace Yimen.Cases;

/// <summary>审查意见 — what a reviewer found and proposes; a sent-back case has several.</summary>
internal sealed class Opinion
{
    public long Id { get; private init; }

    public Guid CaseId { get; private init; }

    public required bool Grant { get; init; }

    public required string Text { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>决定 — granted or denied, by whom, when, why. 行政许可法 第三十八条: a denial states its reasons and the remedies.</summary>
internal sealed class DecisionFact
{
    public Guid CaseId { get; private init; }

    public required bool Granted { get; init; }

    public required string Reason { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>送达 — how the decision reached the applicant and who took it.</summary>
internal sealed class DeliveryFact
{
    public Guid CaseId { get; private init; }

    public required DeliveryMethod Method { get; init; }

    public required string Recipient { get; init; }

    /// <summary>The tracking number, the witnesses, the consent, the place of announcement: what the method asks for.</summary>
    public string Note { get; init; } = "";

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>送达回证.</summary>
    public Guid? DocumentId { get; set; }
}

/// <summary>送达方式 (民事诉讼法 第八十八条至第九十五条, applied by 行政许可法 practice).</summary>
internal enum DeliveryMethod
{
    [Label("窗口直接送达")] Direct = 1,
    [Label("邮寄送达")] Post = 2,
    [Label("电子送达")] Electronic = 3,
    [Label("留置送达")] LeftBehind = 4,
    [Label("委托送达")] Entrusted = 5,
    [Label("公告送达")] Announced = 6,
}
