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
        e.HasIndex(t => new { t.Role, t.Unit, t.ClosedAt, t.Due });
        e.HasIndex(t => new { t.Holder, t.ClosedAt, t.Due });
    });
}
