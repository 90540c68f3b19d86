using Yimen.Platform.Ui;

namespace Yimen.Hotline.OrderPage;

/// <summary>An order as staff see it.</summary>
public sealed record OrderView
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string State { get; init; }

    public required Tone Tone { get; init; }

    public required DeadlineView Deadline { get; init; }

    public required IReadOnlyList<StepView> Steps { get; init; }

    public required string Content { get; init; }

    public required string Appeal { get; init; }

    /// <summary>补充信息 — what was added since, by whom and when.</summary>
    public IReadOnlyList<FactRow> Added { get; init; } = [];

    /// <summary>保密, 紧急, 重点督办, 挂起 … as tags.</summary>
    public required IReadOnlyList<TagRow> Tags { get; init; }

    /// <summary>Type, class, source and so on, in words.</summary>
    public required IReadOnlyList<FactRow> Facts { get; init; }

    /// <summary>The caller, masked.</summary>
    public required IReadOnlyList<FactRow> Caller { get; init; }

    public required bool CanUnmask { get; init; }

    public required IReadOnlyList<RowView> Rows { get; init; }

    public required IReadOnlyList<AnswerView> Answers { get; init; }

    /// <summary>协调会议.</summary>
    public IReadOnlyList<MeetingView> Meetings { get; init; } = [];

    public required IReadOnlyList<FileRow> Photos { get; init; }

    /// <summary>附件 — what the caller sent along, for who may see it.</summary>
    public IReadOnlyList<FileRow> Enclosed { get; init; } = [];

    /// <summary>附件 that the city's platform named and that are not here, with why not.</summary>
    public IReadOnlyList<FactRow> Awaited { get; init; } = [];

    /// <summary>What came with an order that another unit's program posted.</summary>
    public required SentView? Sent { get; init; }

    /// <summary>Whom of the unit the house called on, of urgent orders.</summary>
    public required Channels.AttemptsView? Urgent { get; init; }

    public required IReadOnlyList<RelatedRow> Related { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    public required IReadOnlyList<OrderLink> Verbs { get; init; }

    public required IReadOnlyList<OrderLink> Seldom { get; init; }

    public string Href => $"/desk/orders/{Id}";
}

public sealed record TagRow(string Text, Tone Tone);

public sealed record FactRow(string Term, string Value);

/// <summary>What stands beside the state: a dispatch, a return, an extension, a suspension, a reminder, a visit.</summary>
public sealed record RowView(DateOnly On, string What, string Text, string State, Tone Tone, string Who);

/// <summary>One reply by the 答复规范, or what was answered at once.</summary>
public sealed record AnswerView(string Who, DateTimeOffset At, string State, Tone Tone, IReadOnlyList<FactRow> Parts, string? ScanHref);

public sealed record FileRow(string Name, string Href);

/// <param name="Links">To pictures elsewhere: opened by hand, never fetched.</param>
public sealed record SentView(string By, IReadOnlyList<FactRow> Parts, IReadOnlyList<string> Links);

public sealed record RelatedRow(string What, string Number, string Title, string Href);

/// <summary>What a coordination meeting said.</summary>
public sealed record MeetingView(DateOnly On, IReadOnlyList<FactRow> Parts);
