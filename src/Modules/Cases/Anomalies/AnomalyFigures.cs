using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Cases.Anomalies;

/// <summary>How many cases looked wrong, and what became of it.</summary>
internal static class AnomalyFigures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        Count("C121", "发现异常", "期间内按时限规则中的限值发现的异常情况数，按发现日期计；一件办件可能触及几条规则。", (db, s) => db.Anomalies.Where(a => a.FoundOn >= s.From && a.FoundOn < s.To)),
        Count("C122", "异常已说明", "期间内发现的异常中，单位已经说明情况的数量，不论中心是否采纳。", (db, s) => db.Anomalies.Where(a => a.FoundOn >= s.From && a.FoundOn < s.To && a.ExplainedOn != null)),
        Figure.Percent("C123", "异常说明率", "C122", "C121", "期间内异常已说明数 ÷ 期间内发现异常数。") with { Group = "异常办件", By = FigureBy.Unit },
        Count("C124", "剔除统计", "期间内剔除统计且没有恢复的异常数，按剔除日期计。办件指标旁注明各自剔除了几件。", (db, s) => db.Anomalies.Where(a => a.ExcludedOn >= s.From && a.ExcludedOn < s.To)),
    ];

    private static Figure Count(string id, string name, string definition, Func<AppDb, FigureScope, IQueryable<Anomaly>> which) =>
        Figure.Count(id, name, "项", definition, (db, s) => Rows(s.Unit is { } unit ? which(db, s).Where(a => a.Unit == unit) : which(db, s))) with { Group = "异常办件", By = FigureBy.Unit };

    private static IQueryable<FigureRow> Rows(IQueryable<Anomaly> anomalies) =>
        anomalies.Select(a => new FigureRow { Key = a.Id.ToString(), Title = a.ItemName, Detail = a.CaseNumber + " " + a.Detail, On = a.FoundOn, Href = "/desk/anomalies/" + a.Id });
}
