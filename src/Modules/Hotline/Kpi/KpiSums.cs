using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Hotline.Kpi;

/// <summary>By how much cells move, gathered over many orders before any is written.</summary>
internal sealed class KpiSums
{
    private const int CellsAStatement = 400;

    private readonly Dictionary<(KpiBy By, KpiMeasure Measure, int Period, string Key), long> moved = [];

    public void Add(OrderTally tally, int sign)
    {
        foreach (var line in tally.Lines)
        {
            Move(KpiBy.All, "", line, sign);
            Move(KpiBy.Type, tally.Type, line, sign);
            Move(KpiBy.Area, tally.Area, line, sign);
            if (line.Unit.Length > 0)
            {
                Move(KpiBy.Unit, line.Unit, line, sign);
            }
        }
    }

    /// <summary>Adds them to the stored sums, within the caller's transaction. Always in the same order, so that two writers cannot wait for one another.</summary>
    public async Task Write(AppDb db, CancellationToken ct)
    {
        foreach (var some in moved.Where(m => m.Value != 0).OrderBy(m => m.Key.By).ThenBy(m => m.Key.Measure).ThenBy(m => m.Key.Period).ThenBy(m => m.Key.Key, StringComparer.Ordinal).Chunk(CellsAStatement))
        {
            await db.Database.ExecuteSqlRawAsync(Statement(some.Length), some.SelectMany(m => new object[] { (int)m.Key.By, (int)m.Key.Measure, m.Key.Period, m.Key.Key, m.Value }), ct);
        }
    }

    // both databases know this form of it
    private static string Statement(int cells)
    {
        var text = new StringBuilder("INSERT INTO " + KpiCell.Table + " AS c (\"by\", measure, period, \"key\", \"sum\") VALUES ");
        for (var n = 0; n < cells; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(n == 0 ? "" : ",")}({{{5 * n}}},{{{(5 * n) + 1}}},{{{(5 * n) + 2}}},{{{(5 * n) + 3}}},{{{(5 * n) + 4}}})");
        }

        return text.Append(" ON CONFLICT (\"by\", measure, period, \"key\") DO UPDATE SET \"sum\" = c.\"sum\" + excluded.\"sum\"").ToString();
    }

    private void Move(KpiBy by, string key, TallyLine line, int sign)
    {
        var cell = (by, line.Measure, line.Period, key);
        moved[cell] = moved.GetValueOrDefault(cell) + (sign * line.Times);
    }
}
