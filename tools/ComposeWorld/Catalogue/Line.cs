namespace Yimen.ComposeWorld.Catalogue;

/// <summary>One counting unit of the catalogue: a basic code with one handling item (rulings 41).</summary>
sealed record Line
{
    public required string BasicCode { get; init; }
    public required string Handling { get; init; }
    public required string Name { get; init; }
    public required string MainName { get; init; }
    public string? HandlingName { get; init; }
    public required string Type { get; init; }
    public required string TypeName { get; init; }
    public required string Unit { get; init; }
    public required IReadOnlyList<string> Implementers { get; init; }
    public required int Level { get; init; }
    public required bool ByApplication { get; init; }
    public bool IsOnline { get; init; }
    public string OnlineDepth { get; init; } = "";
    public int ProjectType { get; init; }
    public int Visits { get; init; }
    public int? StatutoryDays { get; init; }
    public string? StatutoryKind { get; init; }
    public int PromisedDays { get; init; }
    public string PromisedKind { get; init; } = "";
    public string? SpecialProcedure { get; init; }
    public string AcceptMode { get; init; } = "";
    public string HandledIn { get; init; } = "";
    public IReadOnlyList<string> ServiceObjects { get; init; } = [];
    public IReadOnlyList<string> PersonThemes { get; init; } = [];
    public IReadOnlyList<string> CorpThemes { get; init; } = [];
    public string Conditions { get; init; } = "";
    public IReadOnlyList<LegalBasis> LegalBases { get; init; } = [];
    public IReadOnlyList<Material> Materials { get; init; } = [];
    public IReadOnlyList<Fee> Fees { get; init; } = [];
    public IReadOnlyList<Step> Steps { get; init; } = [];
    public IReadOnlyList<Result> Results { get; init; } = [];
    public IReadOnlyList<Question> Qa { get; init; } = [];
    public string? Limits { get; init; }
    public string? Place { get; init; }
    public string ConsultPhone { get; init; } = "";
    public string SupervisePhone { get; init; } = "";
    public Residency Hall { get; init; } = new(false, null);
    public bool OneWindow { get; init; }
    public IReadOnlyList<string> Windows { get; init; } = [];
    public IReadOnlyList<string> CrossRegion { get; init; } = [];
    public Offer? Offer { get; init; }
    public DateOnly PublishedOn { get; init; }
    public int? HotRank { get; init; }
}

sealed record LegalBasis(string Law, string? Article);

sealed record Material(
    string Name, int Need, int Type, int Form, int Copies, int Source, string? SourceNote, string Basis, string Standard,
    bool HasBlankForm, bool HasSample);

sealed record Fee(string Name, string Standard, string Basis, bool Reducible);

sealed record Step(string Kind, string Who, int Days, string Standard);

sealed record Result(string Type, string Name);

sealed record Question(string Q, string A);

sealed record Residency(bool Resident, DateOnly? Since);

sealed record Offer(int Batch, DateOnly OfferedOn, string State, string? Reason);
