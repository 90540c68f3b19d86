namespace Yimen.Catalog.Import;

/// <summary>How far a run has come; written with each chunk of rows.</summary>
internal sealed class ImportProgress
{
    public required Guid RunId { get; init; }

    public int Total { get; set; }

    public int Done { get; set; }

    public int Accepted { get; set; }

    public int Rejected { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>An item of the workbook that passed its checks, as it will be taken in.</summary>
internal sealed class ImportRow
{
    public required Guid RunId { get; init; }

    public required int Number { get; init; }

    public required string Code { get; init; }

    /// <summary>The texts of its fields by name, and of its rows by group, as JSON.</summary>
    public required string Texts { get; init; }
}

/// <summary>A row of a side sheet, kept until the item it belongs to is read.</summary>
internal sealed class ImportPart
{
    public required Guid RunId { get; init; }

    public required string Slug { get; init; }

    public required int Number { get; init; }

    public required string Code { get; init; }

    public required string Texts { get; init; }
}

/// <summary>退回 — why a row was not accepted: a line of the reject file.</summary>
internal sealed class ImportFault
{
    public long Id { get; private init; }

    public required Guid RunId { get; init; }

    public required string Sheet { get; init; }

    public required int Row { get; init; }

    public required string Code { get; init; }

    public required string Field { get; init; }

    public required string Reason { get; init; }

    public required string Message { get; init; }
}
