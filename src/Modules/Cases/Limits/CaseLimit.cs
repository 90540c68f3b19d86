using Yimen.Kernel;

namespace Yimen.Cases.Limits;

/// <summary>时限规则 — one dated value of the law or of the county's practice. The latest that has begun is in force; earlier ones stay as history.</summary>
internal sealed class CaseLimit
{
    public required CaseLimitCode Code { get; init; }

    public required DateOnly From { get; init; }

    public required int Value { get; set; }

    /// <summary>The article, decision or practice that it rests on.</summary>
    public required string Basis { get; set; }
}

/// <summary>What a limit is for, with its unit.</summary>
internal enum CaseLimitCode
{
    [Label("受理与否的告知期限（工作日）")] Reception = 1,
    [Label("未告知的首次提醒（第几个工作日）")] SilenceFirst = 2,
    [Label("未告知的末次提醒（第几个工作日）")] SilenceLast = 3,
    [Label("申请人补正期限（工作日）")] CorrectionAnswer = 4,
    [Label("延期上限（工作日）")] Extension = 5,
    [Label("送达期限（工作日）")] Delivery = 6,
    [Label("申请听证的期限（工作日）")] HearingRequest = 7,
    [Label("组织听证的期限（工作日）")] HearingHeld = 8,
    [Label("听证前通知的天数（工作日）")] HearingNotice = 9,
    [Label("延续申请的提前天数（自然日）")] RenewalAhead = 10,
    [Label("预警比例（承诺时限的百分之）")] WarningShare = 11,
    [Label("档案保管期限（年）")] Retention = 12,
    [Label("逾期未领（可领取后多少天）")] Uncollected = 13,
    [Label("逾期未领再次提醒（每多少天）")] UncollectedAgain = 14,
    [Label("组织听证期限届满前提醒（工作日）")] HearingWarning = 15,
    [Label("容缺材料补交期限（工作日）")] LaterSupply = 21,
    [Label("容缺到期前提醒（工作日）")] LaterWarning = 22,
    [Label("容缺延长一次的天数（工作日）")] LaterExtension = 23,
    [Label("告知承诺核查期限（工作日）")] PledgeCheck = 24,
    [Label("以前的材料可以沿用的天数（自然日）")] ReuseDays = 25,
    [Label("异常办件：受理后多少秒内办结（秒）")] AnomalyQuick = 31,
    [Label("异常办件：同一电话的申请人数（人）")] AnomalyPhone = 32,
    [Label("异常办件：同一电话统计的天数（自然日）")] AnomalyPhoneDays = 33,
    [Label("异常办件：夜间从几时起（时）")] AnomalyNightFrom = 34,
    [Label("异常办件：夜间到几时止（时）")] AnomalyNightTo = 35,
    [Label("异常办件：一人一夜办结的件数（件）")] AnomalyNightBatch = 36,
    [Label("异常办件：补录迟于实际收件的小时数（小时）")] AnomalyLate = 37,
    [Label("异常办件：每晚回看的天数（自然日）")] AnomalyLookBack = 38,
    [Label("批量查看联系方式一次最多（件）")] BulkView = 41,
}

/// <summary>The limits as they stand on one day.</summary>
internal sealed class CaseLimits(IEnumerable<CaseLimit> rows, DateOnly day)
{
    private readonly Dictionary<CaseLimitCode, CaseLimit> inForce = rows.Where(r => r.From <= day).GroupBy(r => r.Code).ToDictionary(g => g.Key, g => g.MaxBy(r => r.From)!);

    public int this[CaseLimitCode code] => Row(code).Value;

    public Period Days(CaseLimitCode code) => Period.Working(this[code]);

    /// <summary>The last day to tell whether what was complete on a day is accepted (行政许可法 第三十二条).</summary>
    public DateOnly TellBy(LegalClock clock, DateOnly complete) => clock.Due(complete, Days(CaseLimitCode.Reception))!.Value;

    /// <summary>The row in force: its day tells which version of the rule was applied.</summary>
    public CaseLimit Row(CaseLimitCode code) => inForce.TryGetValue(code, out var row)
        ? row
        : throw new RuleViolation("no-limit", $"{day:yyyy-MM-dd} 没有生效的“{Label.Of(code)}”，请在“时限规则”中设定。");
}
