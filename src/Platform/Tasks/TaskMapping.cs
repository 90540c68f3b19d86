using Microsoft.EntityFrameworkCore;

namespace Yimen.Platform.Tasks;

internal static class TaskMapping
{
    internal static void Map(ModelBuilder model) => model.Entity<InboxTask>(e =>
    {
        e.ToTable("task_item");
        e.HasKey(t => t.Id);
        e.Property(t => t.Id).ValueGeneratedNever();
        e.HasIndex(t => new { t.Kind, t.MatterId, t.ClosedAt });
        // two clerks who take the same task: the second finds it taken
        e.Property(t => t.Holder).IsConcurrencyToken();
        // inboxes read open tasks only, in the order of their due days, many of one day by their ids: a unit's queue, a role's queue over all units, a person's own
        e.HasIndex(t => new { t.Role, t.Unit, t.DueOrder, t.Id }).HasFilter("closed_at IS NULL AND holder IS NULL");
        e.HasIndex(t => new { t.Role, t.DueOrder, t.Id }).HasFilter("closed_at IS NULL AND holder IS NULL");
        e.HasIndex(t => new { t.Holder, t.DueOrder }).HasFilter("closed_at IS NULL");
    });
}
