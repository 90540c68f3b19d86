namespace Yimen.Knowledge.World;

/// <summary>A unit's entries, as <c>knowledge/&lt;unit&gt;.json</c> has them.</summary>
internal sealed record UnitFile(string Unit, IReadOnlyList<EntryLine> Entries);

/// <summary>One entry as its unit would have written it.</summary>
/// <param name="Answer">A paragraph each.</param>
/// <param name="Items">Names of items of the catalogue.</param>
/// <param name="ValidDays">How many days from its publication it holds; null: until it is changed.</param>
/// <param name="Stage">Where it has come to, when not simply in use: editing, returned, unit-review, hotline-review, revising, policy, near, late, expired, taken-down.</param>
internal sealed record EntryLine(string Title, IReadOnlyList<string>? Variants, IReadOnlyList<string> Answer, string Class, string? LegalBasis, IReadOnlyList<string>? Items, bool Internal, int? ValidDays, string? Stage);

/// <summary>What was asked of the entries: searches in vain, and corrections.</summary>
internal sealed record AskedFile(IReadOnlyList<UnansweredLine> Unanswered, IReadOnlyList<CorrectionLine> Corrections);

internal sealed record UnansweredLine(string Text, int DaysAgo, int Count);

/// <param name="Answer">accept, decline, or null while it is open.</param>
internal sealed record CorrectionLine(string Title, string Text, int DaysAgo, bool Public, string? Answer, string? Reply);
