using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Portal;

/// <summary>Lays tasks into the town's queues, as the writer does when a matter comes to wait for somebody.</summary>
internal static class TownTasks
{
    public static Task<Guid> Lay(this Town town, string title, string role, UnitId? unit, DateOnly? due, AreaCode? area = null) => town.InCounty(async (db, services) =>
    {
        var (now, ids) = (town.Time.Now(), services.GetRequiredService<IdSource>());
        var spec = new TaskSpec("review", title, role, unit, due) { Href = "/desk/absence", Area = area };
        var task = InboxTask.Open(ids.NewId(now), new MatterRef("demo", ids.NewId(now)), spec, now);
        db.Add(task);
        await db.SaveChangesAsync();
        return task.Id;
    });

    public static Task<InboxTask> TaskOf(this Town town, Guid id) => town.Rows(db => db.Set<InboxTask>().AsNoTracking().SingleAsync(t => t.Id == id));

    public static Task<Account> Account(this Town town, string user) => town.Rows(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.UserName == user));
}
