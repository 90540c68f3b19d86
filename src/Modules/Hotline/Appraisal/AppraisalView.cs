using System.Text.Json.Serialization;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Appraisal;

/// <summary>A sheet as lists tell it.</summary>
public sealed record AppraisalRow(string Key, string Name, AppraisalState State, int Units, int Ranked, int OpenObjections, DateOnly? PublishedOn, DateOnly? ObjectBy, DateOnly? FinalOn);

/// <summary>One mark, with what it was made of.</summary>
/// <param name="Points">In points with two places; below zero for what deducts; null where nothing was counted.</param>
public sealed record AppraisalMarkView(Criterion Criterion, string Name, int Good, int All, decimal? Points, decimal Full, string Href);

/// <summary>A unit's line. Of other units a unit reads no marks.</summary>
/// <param name="Score">Points of a hundred; null where nothing could be earned.</param>
public sealed record AppraisalLineView(string Unit, string Name, string Group, int? Rank, decimal? Score, int Closed, Honour? Honour, IReadOnlyList<AppraisalMarkView> Marks)
{
    /// <summary>Whether the reader may open it.</summary>
    [JsonIgnore]
    public bool Opens => Marks.Count > 0;

    public AppraisalMarkView? Of(Criterion c) => Marks.FirstOrDefault(m => m.Criterion == c);
}

/// <summary>An exclusion or an objection, as it stands.</summary>
public sealed record AppraisalPointView(Guid Id, string Unit, string Criterion, Guid OrderId, string Number, string Why, string ByName, DateTimeOffset At, bool? Answer, string Remark, string DecidedByName, Guid? File);

/// <summary>A unit that has read its line.</summary>
public sealed record AppraisalReceiptView(string Unit, string Name, string ByName, DateTimeOffset At);

/// <summary>The sheet: the page, the Word file and the workbook are made of the same.</summary>
public sealed record AppraisalView(string Key, string Name, AppraisalState State, int Version, DateTimeOffset CountedAt, DateOnly? PublishedOn, DateOnly? ObjectBy, DateOnly? FinalOn)
{
    public required IReadOnlyList<AppraisalLineView> Lines { get; init; }

    public required IReadOnlyList<AppraisalPointView> Exclusions { get; init; }

    public required IReadOnlyList<AppraisalPointView> Objections { get; init; }

    /// <summary>By what it was counted, a line a rule.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Whether the reader reads every unit's marks; of other units a unit reads none.</summary>
    [JsonIgnore]
    public bool Whole { get; init; }

    /// <summary>The units that have read their line, and who and when of them; a unit reads of its own.</summary>
    public required IReadOnlyList<AppraisalReceiptView> Receipts { get; init; }

    /// <summary>So many units neither read nor objected, though the days run.</summary>
    [JsonIgnore]
    public int Awaited { get; init; }

    [JsonIgnore]
    public bool MayKeep { get; init; }

    [JsonIgnore]
    public bool MayAllow { get; init; }

    public string Href => $"/desk/appraisals/{Key}";
}

/// <summary>One unit's line, and what it or the office may say of it.</summary>
public sealed record AppraisalUnitView(AppraisalView Sheet, AppraisalLineView Line, bool MayRead, bool MayObject, bool MayExclude, IReadOnlyDictionary<string, string> Typed, FormErrors Errors)
{
    public IReadOnlyList<Choice> Criteria { get; } = [.. Line.Marks.Where(m => m.All > 0 && m.Criterion != Criterion.Knowledge).Select(m => new Choice(m.Criterion.ToString(), m.Name))];

    public string Of(string field) => Typed.GetValueOrDefault(field, "");
}

/// <summary>A row that a mark counts.</summary>
public sealed record AppraisalFactRow(string Number, string Title, DateOnly? On, bool Good, string? Href);

public sealed record AppraisalRowsView(AppraisalView Sheet, AppraisalLineView Line, AppraisalMarkView Mark, IReadOnlyList<AppraisalFactRow> Rows, Paging Paging, int Now);

/// <summary>One exclusion or objection to be answered.</summary>
public sealed record AppraisalAnswerView(AppraisalView Sheet, AppraisalPointView Point, bool Objection, bool MayAnswer, bool OpensOrder, string Answer, string Remark, FormErrors Errors)
{
    public string Noun => Objection ? "objections" : "exclusions";
}

/// <summary>红榜, 黑榜 of one final sheet.</summary>
public sealed record HonourRow(string Key, string Month, string Group, string Unit, int Rank, decimal Score, Honour Honour);
