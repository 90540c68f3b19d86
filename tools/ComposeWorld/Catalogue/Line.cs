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
    public required bool IsOnline { get; init; }
    public required string OnlineDepth { get; init; }
    public required int ProjectType { get; init; }
    public required int Visits { get; init; }
    public required int? StatutoryDays { get; init; }
    public required string? StatutoryKind { get; init; }
    public required int PromisedDays { get; init; }
    public required string PromisedKind { get; init; }
    public required string? SpecialProcedure { get; init; }
    public required string AcceptMode { get; init; }
    public required string HandledIn { get; init; }
    public required IReadOnlyList<string> ServiceObjects { get; init; }
    public required IReadOnlyList<string> PersonThemes { get; init; }
    public required IReadOnlyList<string> CorpThemes { get; init; }
    public required string Conditions { get; init; }
    public required IReadOnlyList<LegalBasis> LegalBases { get; init; }
    public required IReadOnlyList<Material> Materials { get; init; }
    public required IReadOnlyList<Fee> Fees { get; init; }
    public required IReadOnlyList<Step> Steps { get; init; }
    public required IReadOnlyList<Result> Results { get; init; }
    public required IReadOnlyList<Question> Qa { get; init; }
    public required string? Limits { get; init; }
    public required string? Place { get; init; }
    public required string ConsultPhone { get; init; }
    public required string SupervisePhone { get; init; }
    public required Residency Hall { get; init; }
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
