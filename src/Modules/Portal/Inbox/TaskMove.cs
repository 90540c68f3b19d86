using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Tasks;

namespace Yimen.Portal.Inbox;

/// <summary>What was done with a task besides doing it.</summary>
public enum MoveKind
{
    [Label("认领")] Claim,
    [Label("退回队列")] Release,
    [Label("转交")] HandOver,
}

/// <summary>待办流转 — who took, laid back or handed over a task, when, to whom, why. The matter's own journal does not hold these: nothing about the matter changed.</summary>
internal sealed class TaskMove
{
    private TaskMove()
    {
    }

    public TaskMove(InboxTask task, MoveKind kind, Act act)
    {
        (TaskId, Kind, At, By, ByName) = (task.Id, kind, act.Now, act.By.AccountId, act.By.Name);
        (To, ToName, Reason) = (task.Holder, task.HolderName, act.Reason);
    }

    public long Id { get; private init; }

    public Guid TaskId { get; private init; }

    public MoveKind Kind { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Guid By { get; private init; }

    public string ByName { get; private init; } = "";

    /// <summary>The holder afterwards; null when it lies in the queue again.</summary>
    public Guid? To { get; private init; }

    public string? ToName { get; private init; }

    public string? Reason { get; private init; }

    public static void Map(ModelBuilder model) => model.Entity<TaskMove>(e =>
    {
        e.ToTable("portal_task_move");
        e.HasIndex(m => new { m.TaskId, m.Id });
    });
}
