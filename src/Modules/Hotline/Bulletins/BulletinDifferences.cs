namespace Yimen.Hotline.Bulletins;

/// <summary>差异 — a number that is another one when it is counted today: an order was corrected, recorded late, or a verdict came in since.</summary>
/// <param name="Part">主要指标, 诉求分类 …</param>
/// <param name="What">Which column of the row.</param>
public sealed record BulletinDifference(string Part, string Row, string What, string Then, string Now);

/// <summary>Holds an issued bulletin against the counts of today, number by number. Pure.</summary>
internal static class BulletinDifferences
{
    private const string None = "—";

    public static IReadOnlyList<BulletinDifference> Of(BulletinView then, BulletinView now) =>
    [
        .. Paired("主要指标", then.Lines, now.Lines, l => l.Id, l => l.Name, ("本期", l => l.Value), ("上年同期", l => l.YearBefore), ("环比", l => l.OnMonth ?? "")),
        .. Paired("受理趋势", then.Months, now.Months, m => $"{m.Month:yyyy-MM}", m => $"{m.Month:yyyy-MM}", ("受理", m => $"{m.Count}")),
        .. Paired("诉求分类", then.Classes, now.Classes, c => c.Code, c => c.Name, ("受理", c => $"{c.Count}"), ("上年同期", c => $"{c.YearBefore}")),
        .. Paired("镇街分布", then.Towns, now.Towns, t => t.Code, t => t.Name, ("受理", t => $"{t.Count}"), ("上年同期", t => $"{t.YearBefore}")),
        .. Paired("单位办理", then.Units, now.Units, u => u.Code, u => u.Name, ("名次", u => u.Rank?.ToString() ?? None), ("派单", u => $"{u.Dispatched}"), ("签收及时率", u => u.SignedInTime), ("办结", u => $"{u.Closed}"), ("按时办结率", u => u.OnTime),
            ("评价", u => $"{u.Rated}"), ("满意率", u => u.Satisfied), ("不满意", u => $"{u.Displeased}")),
        .. Told("不满意工单", "全部", "次数", $"{then.AllComplaints}", $"{now.AllComplaints}"),
        .. Told("预测", now.Forecast.Of, "件数", $"{then.Forecast.Value}", $"{now.Forecast.Value}"),
    ];

    private static IEnumerable<BulletinDifference> Paired<T>(string part, IReadOnlyList<T> then, IReadOnlyList<T> now, Func<T, string> key, Func<T, string> name, params (string What, Func<T, string> Value)[] columns)
        where T : class
    {
        var (was, @is) = (then.ToDictionary(key), now.ToDictionary(key));
        return was.Keys.Union(@is.Keys).SelectMany(k => columns.SelectMany(c => Told(part, name((was.GetValueOrDefault(k) ?? @is.GetValueOrDefault(k))!), c.What, Value(was, k, c.Value), Value(@is, k, c.Value))));
    }

    private static string Value<T>(Dictionary<string, T> rows, string key, Func<T, string> value)
        where T : class => rows.TryGetValue(key, out var row) ? value(row) : None;

    private static IEnumerable<BulletinDifference> Told(string part, string row, string what, string then, string now) => then == now ? [] : [new(part, row, what, Shown(then), Shown(now))];

    private static string Shown(string value) => value.Length == 0 ? None : value;
}
