namespace Yimen.Platform.Codes;

/// <summary>代码 — one dated row of a table of codes: from its day on the code is called so, or is out of use. The latest that has begun is in force; earlier ones stay as history.</summary>
public sealed class DatedCode
{
    /// <summary>Unique in its table for ever: renamed it stays the same code.</summary>
    public required string Code { get; init; }

    public required DateOnly From { get; init; }

    public required string Name { get; set; }

    /// <summary>What else its table asks of a code: a role, an advice; empty where it asks nothing.</summary>
    public string Detail { get; set; } = "";

    /// <summary>The article, decision or practice that it rests on.</summary>
    public string Basis { get; set; } = "本系统缺省";

    /// <summary>停用 — from this day on it is chosen no more; what was given it keeps it.</summary>
    public bool Ended { get; set; }
}
