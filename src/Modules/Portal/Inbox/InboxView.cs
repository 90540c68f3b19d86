using Yimen.Platform.Ui;

namespace Yimen.Portal.Inbox;

/// <summary>How many tasks fall due when.</summary>
public sealed record DueCounts(int Overdue, int Today, int Soon, int Rest)
{
    public static readonly DueCounts None = new(0, 0, 0, 0);

    public int Total => Overdue + Today + Soon + Rest;

    internal int Of(string? due) => due switch { "overdue" => Overdue, "today" => Today, "soon" => Soon, "rest" => Rest, _ => Total };
}

/// <summary>One line of an inbox.</summary>
public sealed record TaskRow
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Href { get; init; }

    /// <summary>The verb that is waited for.</summary>
    public required string Code { get; init; }

    public string? Unit { get; init; }

    public string? Window { get; init; }

    public DateOnly? Due { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public Guid? Holder { get; init; }

    public string? HolderName { get; init; }

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

    public required IReadOnlyList<FilterChip> Chips { get; init; }
}
