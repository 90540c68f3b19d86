using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Codes;

namespace Yimen.Hotline.Appraisal;

/// <summary>考核项 — what a unit is marked by (domain E5): the first six earn points by a share, the others take points off for each case.</summary>
public enum Criterion
{
    [Label("及时签收")] Sign = 1,
    [Label("按时办结")] OnTime = 2,
    [Label("群众满意")] Satisfied = 3,
    [Label("问题解决")] Solved = 4,
    [Label("知识库")] Knowledge = 5,
    [Label("一次解答")] Direct = 6,
    [Label("不当退单")] Return = 11,
    [Label("逾期")] Overdue = 12,
    [Label("答复不实")] FalseReply = 13,
    [Label("重办")] Rehandled = 14,
}

/// <summary>考核分组 — 机关绩效 and 镇级绩效 are two appraisals, and public enterprises a third.</summary>
public enum AppraisalGroup
{
    [Label("市直机关和事业单位")] Departments = 1,
    [Label("镇街")] Towns = 2,
    [Label("公共企业")] Enterprises = 3,
}

internal static class Criteria
{
    public static readonly IReadOnlyList<Criterion> All = Enum.GetValues<Criterion>();

    /// <summary>Takes points off instead of earning them.</summary>
    public static bool Deducts(this Criterion c) => c >= Criterion.Return;

    /// <summary>The dated weight, or the points that one case costs.</summary>
    public static OrderLimitCode Limit(this Criterion c) => c switch
    {
        Criterion.Sign => OrderLimitCode.AppraisalSign,
        Criterion.OnTime => OrderLimitCode.AppraisalOnTime,
        Criterion.Satisfied => OrderLimitCode.AppraisalSatisfied,
        Criterion.Solved => OrderLimitCode.AppraisalSolved,
        Criterion.Knowledge => OrderLimitCode.AppraisalKnowledge,
        Criterion.Direct => OrderLimitCode.AppraisalDirect,
        Criterion.Return => OrderLimitCode.AppraisalReturn,
        Criterion.Overdue => OrderLimitCode.AppraisalOverdue,
        Criterion.FalseReply => OrderLimitCode.AppraisalFalseReply,
        _ => OrderLimitCode.AppraisalRehandled,
    };

    /// <summary>The figure that lists what a criterion counts (HA01, HA02 …).</summary>
    public static string FigureOf(this Criterion c) => $"HA{(int)c:00}";

    /// <summary>The criterion that is named so in an address.</summary>
    public static Criterion? Parse(string? name) => Enum.TryParse<Criterion>(name, out var c) && Enum.IsDefined(c) && c.ToString() == name ? c : null;
}

/// <summary>What may not be judged by satisfaction: 执法类, 调解类 (<see cref="OrderCodeTables.Unjudged"/>). One of type and class is set.</summary>
internal sealed record Unjudged(OrderType? Type, string? Class, string Why, DateOnly From, string Basis)
{
    public static Unjudged Of(DatedCode row) => Enum.TryParse<OrderType>(row.Code, out var type) && Enum.IsDefined(type) && !char.IsDigit(row.Code[0])
        ? new(type, null, row.Name, row.From, row.Basis)
        : new(null, row.Code, row.Name, row.From, row.Basis);
}
