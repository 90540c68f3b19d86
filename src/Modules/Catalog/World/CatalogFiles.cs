namespace Yimen.Catalog.World;

/// <summary>One line of <c>catalogue/items.jsonl</c>: a counting unit of the catalogue (ruling 41), which each implementer carries out.</summary>
internal sealed record ItemLine
{
    public required string BasicCode { get; init; }

    public required string Handling { get; init; }

    public required string Name { get; init; }

    public required string MainName { get; init; }

    public string? HandlingName { get; init; }

    public required string Type { get; init; }

    public required string Unit { get; init; }

    public IReadOnlyList<string> Implementers { get; init; } = [];

    public required int Level { get; init; }

    public bool ByApplication { get; init; }

    public bool IsOnline { get; init; }

    public required string OnlineDepth { get; init; }

    public required int ProjectType { get; init; }

    public int Visits { get; init; }

    public int? StatutoryDays { get; init; }

    public string? StatutoryKind { get; init; }

    public int PromisedDays { get; init; }

    public string PromisedKind { get; init; } = "工作日";

    public string? SpecialProcedure { get; init; }

    public required string AcceptMode { get; init; }

    public required string HandledIn { get; init; }

    public IReadOnlyList<string> ServiceObjects { get; init; } = [];

    public IReadOnlyList<string> PersonThemes { get; init; } = [];

    public IReadOnlyList<string> CorpThemes { get; init; } = [];

    public string Conditions { get; init; } = "";

    public IReadOnlyList<BasisLine> LegalBases { get; init; } = [];

    public IReadOnlyList<MaterialLine> Materials { get; init; } = [];

    public IReadOnlyList<FeeLine> Fees { get; init; } = [];

    public IReadOnlyList<StepLine> Steps { get; init; } = [];

    public IReadOnlyList<ResultLine> Results { get; init; } = [];

    public IReadOnlyList<QuestionLine> Qa { get; init; } = [];

    /// <summary>Why it cannot be done online.</summary>
    public string? Limits { get; init; }

    public string ConsultPhone { get; init; } = "";

    public string SupervisePhone { get; init; } = "";

    public required HallLine Hall { get; init; }

    public bool OneWindow { get; init; }

    public IReadOnlyList<string> Windows { get; init; } = [];

    public IReadOnlyList<string> CrossRegion { get; init; } = [];

    public OfferLine? Offer { get; init; }

    public required DateOnly PublishedOn { get; init; }

    public int? HotRank { get; init; }
}

internal sealed record BasisLine(string Law, string? Article);

internal sealed record MaterialLine(
    string Name, int Need, int Type, int Form, int Copies, int Source, string? SourceNote, string? Basis, string? Standard, bool HasBlankForm, bool HasSample);

internal sealed record FeeLine(string Name, string Standard, string Basis, bool Reducible);

internal sealed record StepLine(string Kind, string Who, int Days, string? Standard);

internal sealed record ResultLine(string Type, string Name);

internal sealed record QuestionLine(string Q, string A);

internal sealed record HallLine(bool Resident, DateOnly? Since);

internal sealed record OfferLine(int Batch, DateOnly OfferedOn, string State, string? Reason);

internal sealed record OpenOfferFile(IReadOnlyList<OpenOfferLine> Offers);

/// <summary>An entry that was offered and not taken: still open, or declined with a reason.</summary>
internal sealed record OpenOfferLine(string BasicCode, string Handling, string Name, string MainName, string Unit, OfferLine Offer);
