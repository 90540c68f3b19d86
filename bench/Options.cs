namespace Yimen.Bench;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Orders">Work orders of the hotline; how the table of figures grows is seen with 1,000,000 and more.</param>
/// <param name="Saturated">Whether the table of figures is given every cell that any number of orders could fill.</param>
/// <param name="Only">Parts of operations' names; empty means all.</param>
internal sealed record Options(string? Json, int Cases, int Orders, bool Saturated, double Seconds, IReadOnlyList<string> Databases, IReadOnlyList<string> Only)
{
    public const int Rounds = 3;

    /// <summary>Whether an operation was asked for: <c>--only inbox,accept</c>.</summary>
    public bool Wants(string operation) => Only.Count == 0 || Only.Any(o => operation.Contains(o, StringComparison.OrdinalIgnoreCase));

    public bool Wants(IEnumerable<string> operations) => operations.Any(Wants);

    public static Options Parse(string[] args)
    {
        string? Of(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        return new(Of("--json"), int.TryParse(Of("--cases"), out var cases) ? cases : 100_000, int.TryParse(Of("--orders"), out var orders) ? orders : 100_000, args.Contains("--saturated"), double.TryParse(Of("--seconds"), out var seconds) ? seconds : 3,
            Of("--db") switch { "sqlite" => ["sqlite"], "postgres" => ["postgres"], _ => ["sqlite", "postgres"] },
            Of("--only")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
    }
}

/// <summary>A row of the table. Ours and bare are requests per second, medians of the rounds; milliseconds are ours; the processor time is of one request.</summary>
internal sealed record Row(string Op, string Db, double Ours, double? Bare, double? Ratio, double P50Ms, double P99Ms, double RssMb, double? CpuMs, double? BareCpuMs, int Failed);
