using Yimen.Kernel;

namespace Yimen.Platform.Limits;

/// <summary>The values of one table as they stand on one day.</summary>
public sealed class Limits<TCode>
    where TCode : struct, Enum
{
    private readonly Dictionary<string, DatedLimit> inForce;
    private readonly IReadOnlyList<DatedLimit> all;
    private readonly LimitTable<TCode> table;
    private readonly DateOnly day;

    internal Limits(LimitTable<TCode> table, IEnumerable<DatedLimit> rows, DateOnly day)
    {
        (this.table, this.day) = (table, day);
        all = [.. rows];
        inForce = all.Where(r => r.From <= day).GroupBy(r => r.Code).ToDictionary(g => g.Key, g => g.MaxBy(r => r.From)!);
    }

    /// <exception cref="RuleViolation"><c>no-limit</c>: nothing holds on that day.</exception>
    public int this[TCode code] => Row(code).Value;

    /// <summary>For counting what lies further back than any rule: the value in force, or the first that ever was.</summary>
    /// <exception cref="RuleViolation"><c>no-limit</c>: there is none at all.</exception>
    public int Counting(TCode code) => inForce.ContainsKey(code.ToString()) ? this[code] : all.Where(r => r.Code == code.ToString()).MinBy(r => r.From)?.Value ?? this[code];

    public Period Days(TCode code) => Period.Working(this[code]);

    /// <summary>The row in force; null where nothing held yet.</summary>
    public DatedLimit? Find(TCode code) => inForce.GetValueOrDefault(code.ToString());

    /// <summary>The row in force: its day tells which version of the rule was applied.</summary>
    /// <exception cref="RuleViolation"><c>no-limit</c>.</exception>
    public DatedLimit Row(TCode code) => Find(code)
        ?? throw new RuleViolation("no-limit", $"{day:yyyy-MM-dd} 没有生效的“{Label.Of(code)}”，请在“{table.Name}”中设定。");
}
