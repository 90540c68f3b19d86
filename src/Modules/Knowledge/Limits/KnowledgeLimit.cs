using Yimen.Kernel;

namespace Yimen.Knowledge.Limits;

/// <summary>知识库时限 — one dated value. The latest that has begun is in force; earlier ones stay as history.</summary>
internal sealed class KnowledgeLimit
{
    public required KnowledgeLimitCode Code { get; init; }

    public required DateOnly From { get; init; }

    public required int Value { get; set; }

    /// <summary>The rule, notice or practice that it rests on.</summary>
    public required string Basis { get; set; }
}

/// <summary>What a limit is for, with its unit.</summary>
internal enum KnowledgeLimitCode
{
    [Label("定期复审的周期（月）")] RecheckMonths = 1,
    [Label("复审期限前几天提醒（工作日）")] RecheckAhead = 2,
    [Label("事项变更后复审的期限（工作日）")] ItemRecheck = 3,
    [Label("政策变动后更新的期限（工作日）")] PolicyUpdate = 4,
    [Label("纠错答复的期限（工作日）")] CorrectionAnswer = 5,
    [Label("热门问题统计的天数（自然日）")] HotDays = 6,
}

/// <summary>The limits as they stand on one day.</summary>
internal sealed class KnowledgeLimits(IEnumerable<KnowledgeLimit> rows, DateOnly day)
{
    private readonly Dictionary<KnowledgeLimitCode, KnowledgeLimit> inForce = rows.Where(r => r.From <= day).GroupBy(r => r.Code).ToDictionary(g => g.Key, g => g.MaxBy(r => r.From)!);

    public int this[KnowledgeLimitCode code] => Row(code).Value;

    public Period Days(KnowledgeLimitCode code) => Period.Working(this[code]);

    /// <summary>The row in force: its day tells which version of the rule was applied.</summary>
    public KnowledgeLimit Row(KnowledgeLimitCode code) => inForce.TryGetValue(code, out var row)
        ? row
        : throw new RuleViolation("no-limit", $"{day:yyyy-MM-dd} 没有生效的“{Label.Of(code)}”，请在“知识库时限”中设定。");
}
