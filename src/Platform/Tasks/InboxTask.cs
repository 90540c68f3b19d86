using Yimen.Kernel;

namespace Yimen.Platform.Tasks;

/// <summary>待办 — a line of an inbox as it stands in the database; opened and closed by the writer, claimed and handed over by people.</summary>
public sealed class InboxTask
{
    private InboxTask()
    {
    }

    public Guid Id { get; private init; }

    public string Kind { get; private init; } = "";

    public Guid MatterId { get; private init; }

    public string Code { get; private init; } = "";

    public string Title { get; private set; } = "";

    public string Href { get; private set; } = "";

    public string Role { get; private set; } = "";

    public UnitId? Unit { get; private set; }

    public AreaCode? Area { get; private set; }

    public string? Window { get; private set; }

    public DateOnly? Due { get; private set; }

    /// <summary>The due day to sort by: never null, the last day there is when nothing is due (ruling 28).</summary>
    public DateOnly DueOrder { get; private set; }

    /// <summary>Who took it or was given it; null while it lies in the queue.</summary>
    public Guid? Holder { get; private set; }

    public string? HolderName { get; private set; }

    public DateTimeOffset OpenedAt { get; private init; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    internal static InboxTask Open(Guid id, MatterRef matter, TaskSpec spec, DateTimeOffset now)
    {
        var task = new InboxTask { Id = id, Kind = matter.Kind, MatterId = matter.Id, Code = spec.Code, OpenedAt = now, Holder = spec.Account };
        task.Follow(spec);
        return task;
    }

    /// <summary>The matter moved but still waits for the same act: new due date, perhaps another queue.</summary>
    internal void Follow(TaskSpec spec)
    {
        (Title, Href, Role, Unit, Area, Window, Due) = (spec.Title, spec.Href, spec.Role, spec.Unit, spec.Area, spec.Window, spec.Due);
        DueOrder = spec.Due ?? DateOnly.MaxValue;
    }

    internal void Close(Act act) => (ClosedAt, ClosedBy) = (act.Now, act.By.AccountId);

    /// <summary>认领 — takes the task out of the queue.</summary>
    public void Claim(Actor by)
    {
        MustBeOpen();
        if (Holder is { } other && other != by.AccountId)
        {
            throw new RuleViolation("task-held", $"这项待办已由{HolderName ?? "他人"}认领。");
        }

        (Holder, HolderName) = (by.AccountId, by.Name);
    }

    /// <summary>退回队列 — lays the task back into the queue.</summary>
    public void Release()
    {
        MustBeOpen();
        (Holder, HolderName) = (null, null);
    }

    /// <summary>转交 — gives the task to another person.</summary>
    public void HandOver(Guid account, string name)
    {
        MustBeOpen();
        (Holder, HolderName) = (account, name);
    }

    private void MustBeOpen()
    {
        if (ClosedAt is not null)
        {
            throw new RuleViolation("task-closed", "这项待办已经办结。");
        }
    }
}
