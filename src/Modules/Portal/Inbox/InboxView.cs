using Yimen.Platform.Ui;

namespace Yimen.Portal.Inbox;

/// <summary>How many tasks fall due when.</summary>
public sealed record DueCounts(int Overdue, int Today, int Soon, int Rest)
{
    public static readonly DueCounts None = new(0, 0, 0, 0);

    public int Total => Overdue + Today + Soon + Rest;

    public static DueCounts operator +(DueCounts a, DueCounts b) => new(a.Overdue + b.Overdue, a.Today + b.Today, a.Soon + b.Soon, a.Rest + b.Rest);

    internal int Of(string? due) => due switch { "overdue" => Overdue, "today" => Today, "soon" => Soon, "rest" => Rest, _ => Total };
}

/// <summary>How many tasks of one step fall due when.</summary>
internal sealed record StepCounts(string Kind, string Code, DueCounts Due);

/// <summary>One line of an inbox.</summary>
public sealed record TaskRow
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Href { get; init; }

    /// <summary>What it is about, e.g. <c>case</c> or <c>order</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The verb that is waited for.</summary>
    public required string Code { get; init; }

    public string? Unit { get; init; }

    public string? Window { get; init; }

    public DateOnly? Due { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public Guid? Holder { get; init; }

    public string? HolderName { get; init; }

    /// <summary>环节, in the office's words.</summary>
    public string Step { get; init; } = "";

    internal DeadlineView? Deadline { get; init; }

    internal GroupHead Group { get; init; } = new("");
}

/// <summary>待办 — the desk's home.</summary>
public sealed record InboxView
{
    public required InboxFilter Filter { get; init; }

    public required IReadOnlyList<TaskRow> Tasks { get; init; }

    public required Paging Paging { get; init; }

    public required DueCounts Counts { get; init; }

    public required int Mine { get; init; }

    public required int Queue { get; init; }

    /// <summary>Whose tasks the reader sees besides their own: those they stand in for today.</summary>
    public IReadOnlyDictionary<Guid, string> StandingInFor { get; init; } = new Dictionary<Guid, string>();

    public required IReadOnlyList<Choice> Units { get; init; }

    /// <summary>环节 that wait in this inbox, with how many of each.</summary>
    public required IReadOnlyList<Choice> Steps { get; init; }

    public required IReadOnlyList<FilterChip> Chips { get; init; }
}
