namespace Yimen.Platform.Limits;

/// <summary>规则值 — one dated value of the law, of a superior's rule or of the county's practice. The latest that has begun is in force; earlier ones stay as history.</summary>
public sealed class DatedLimit
{
    /// <summary>What it limits: the name of a code of its room's table.</summary>
    public required string Code { get; init; }

    public required DateOnly From { get; init; }

    public required int Value { get; set; }

    /// <summary>The article, decision or practice that it rests on.</summary>
    public required string Basis { get; set; }
}
