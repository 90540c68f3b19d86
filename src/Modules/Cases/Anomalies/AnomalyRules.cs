using Yimen.Cases.Limits;
using Yimen.Kernel;

namespace Yimen.Cases.Anomalies;

/// <summary>A rule that applies to a case.</summary>
/// <param name="On">The day of the fact; a case is found once by a rule and day.</param>
/// <param name="RuleFrom">From which day the limit that was applied is in force; null where no number is in the rule.</param>
internal sealed record Finding(Guid CaseId, AnomalyRule Rule, DateOnly On, string Detail, DateOnly? RuleFrom = null);

/// <summary>What the rules ask of a decided case.</summary>
/// <param name="ById">Who decided; empty when the law did.</param>
/// <param name="Lacks">How many required materials nothing stands for.</param>
/// <param name="SuppliedOn">The last day on which a material came in that was owed.</param>
internal sealed record DecidedFacts(Guid CaseId, DateTimeOffset FiledAt, DateTimeOffset AcceptedAt, DateTimeOffset DecidedAt, DateOnly DecidedOn, bool Granted, Guid ById, int Lacks, DateOnly? SuppliedOn);

/// <summary>What the rules ask of a case that was entered later.</summary>
/// <param name="PrintedAt">When the blank receipt was printed on which it is said to have been received.</param>
internal sealed record LateFacts(Guid CaseId, DateTimeOffset RealAt, DateTimeOffset EnteredAt, DateOnly EnteredOn, DateTimeOffset PrintedAt);

/// <summary>Which cases look like a register that was polished: pure functions of dated facts and the limits in force.</summary>
internal static class AnomalyRules
{
    /// <summary>受理后几秒就办结 — of what is decided in one sitting, from its receipt on.</summary>
    public static IEnumerable<Finding> Quick(IEnumerable<DecidedFacts> decided, CaseLimits limits)
    {
        var rule = limits.Row(CaseLimitCode.AnomalyQuick);
        foreach (var d in decided.Where(d => d.ById != Guid.Empty))
        {
            var atOnce = d.AcceptedAt == d.DecidedAt;
            var seconds = (d.DecidedAt - (atOnce ? d.FiledAt : d.AcceptedAt)).TotalSeconds;
            if (seconds <= rule.Value)
            {
                yield return new(d.CaseId, AnomalyRule.Quick, d.DecidedOn, $"{(atOnce ? "收件" : "受理")}后 {seconds:0} 秒办结", rule.From);
            }
        }
    }

    /// <summary>夜间批量办结 — one person decides many in one night.</summary>
    public static IEnumerable<Finding> NightBatch(IEnumerable<DecidedFacts> decided, CaseLimits limits)
    {
        var rule = limits.Row(CaseLimitCode.AnomalyNightBatch);
        var nights = from d in decided
                     where d.ById != Guid.Empty
                     let night = NightOf(d.DecidedAt, limits)
                     where night is not null
                     group d by (d.ById, Night: night.Value);
        return from n in nights
               where n.Count() >= rule.Value
               from d in n
               select new Finding(d.CaseId, AnomalyRule.NightBatch, d.DecidedOn, $"{n.Key.Night:yyyy-MM-dd} 夜间同一人办结 {n.Count()} 件", rule.From);
    }

    /// <summary>材料未齐先办结 — granted though a required material was not there, or came afterwards.</summary>
    public static IEnumerable<Finding> BeforeMaterials(IEnumerable<DecidedFacts> decided) =>
        from d in decided
        where d.Granted && (d.Lacks > 0 || d.SuppliedOn > d.DecidedOn)
        select new Finding(d.CaseId, AnomalyRule.BeforeMaterials, d.DecidedOn, d.Lacks > 0 ? $"准予时缺 {d.Lacks} 份必要材料" : $"材料于 {d.SuppliedOn:yyyy-MM-dd} 才补齐");

    /// <summary>补录异常 — entered long after it is said to have happened, or on a receipt that was printed afterwards.</summary>
    public static IEnumerable<Finding> BackDated(IEnumerable<LateFacts> late, CaseLimits limits)
    {
        var rule = limits.Row(CaseLimitCode.AnomalyLate);
        foreach (var l in late)
        {
            var hours = (l.EnteredAt - l.RealAt).TotalHours;
            if (l.PrintedAt > l.RealAt)
            {
                yield return new(l.CaseId, AnomalyRule.BackDated, l.EnteredOn, "应急凭证在所填收件时间以后才印制", rule.From);
            }
            else if (hours > rule.Value)
            {
                yield return new(l.CaseId, AnomalyRule.BackDated, l.EnteredOn, $"迟于实际收件 {hours:0} 小时补录", rule.From);
            }
        }
    }

    // the night belongs to the day on which it begins
    private static DateOnly? NightOf(DateTimeOffset at, CaseLimits limits)
    {
        var local = ChinaTime.Local(at);
        var day = DateOnly.FromDateTime(local.DateTime);
        return local.Hour >= limits[CaseLimitCode.AnomalyNightFrom] ? day : local.Hour < limits[CaseLimitCode.AnomalyNightTo] ? day.AddDays(-1) : null;
    }
}
