namespace Yimen.Platform.Codes;

/// <summary>The rows of a table as lists tell them.</summary>
internal static class CodeLines
{
    /// <summary>Filtered and sorted by the URL. Without a choice the list is what is in force: history is asked for.</summary>
    public static IEnumerable<CodeLine> Of(CodeTable table, CodeSet codes, CodeFilter filter, DateOnly today)
    {
        var (all, words) = (codes.All(table), Words(table, codes, today));
        var last = all.Where(r => r.From <= today).GroupBy(r => r.Code).Select(g => g.MaxBy(r => r.From)!).ToHashSet();
        var lines = all.Select(r => new CodeLine(r.Code, words(r.Code), r.Name, table.DetailOf(r), r.From, r.Basis, Standing(r, today, last), !table.Shipped.Contains(r))).Where(l => Fits(l, filter));
        return filter.Sort switch { "-code" => lines.Reverse(), "from" => lines.OrderBy(l => l.From), "-from" => lines.OrderByDescending(l => l.From), _ => lines };
    }

    /// <summary>How a code is said: by the name of what it is about, else as it is.</summary>
    public static Func<string, string> Words(CodeTable table, CodeSet codes, DateOnly day)
    {
        var about = table.Choices(codes, day).ToDictionary(c => c.Value, c => c.Label);
        return code => about.GetValueOrDefault(code, code);
    }

    /// <summary>The row of a workbook.</summary>
    public static Dictionary<string, object?> Cells(CodeTable table, CodeLine l)
    {
        var cells = new Dictionary<string, object?> { ["代码"] = l.Code };
        if (table.Among is not null)
        {
            cells[table.CodeLabel] = l.Words;
        }

        cells[table.NameLabel] = l.Name;
        if (table.DetailLabel is { } detail)
        {
            cells[detail] = l.Detail;
        }

        (cells["状态"], cells["生效日期"], cells["依据"], cells["来源"]) = (l.Standing, $"{l.From:yyyy-MM-dd}", l.Basis, l.Own ? "本县设定" : "随程序提供");
        return cells;
    }

    private static string Standing(DatedCode r, DateOnly today, HashSet<DatedCode> last) => (r.From > today, last.Contains(r), r.Ended) switch
    {
        (true, _, false) => "未生效",
        (true, _, true) => "将停用",
        (_, true, false) => "现行",
        (_, true, true) => "已停用",
        _ => "已被替换",
    };

    private static bool Fits(CodeLine l, CodeFilter filter) => (filter.Q?.Trim() is not { Length: > 0 } q || l.Code.StartsWith(q, StringComparison.Ordinal) || new[] { l.Words, l.Name, l.Detail }.Any(t => t.Contains(q, StringComparison.Ordinal)))
        && filter.Standing switch { "coming" => l.Standing is "未生效" or "将停用", "past" => l.Standing is "已被替换" or "已停用", "all" => true, _ => l.Standing == "现行" };
}
