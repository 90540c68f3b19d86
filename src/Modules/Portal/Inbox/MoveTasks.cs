using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;

namespace Yimen.Portal.Inbox;

public sealed record TaskIds(IReadOnlyList<Guid>? Ids);

/// <summary>What became of the tasks that somebody wanted to move.</summary>
public sealed record TasksMoved(int Moved, int Missed);

/// <summary>认领, 退回队列 — tasks taken out of a queue and laid back into it, one or many at once.</summary>
internal sealed class MoveTasks(InboxDesk desk, Writer writer)
{
    private const int MostAtOnce = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/desk/tasks/claims", (HttpContext http, IFormCollection form, MoveTasks tasks, CancellationToken ct) => tasks.Post(http, MoveKind.Claim, form, ct)).RequireStaff().ExcludeFromDescription();
        app.MapPost("/desk/tasks/releases", (HttpContext http, IFormCollection form, MoveTasks tasks, CancellationToken ct) => tasks.Post(http, MoveKind.Release, form, ct)).RequireStaff().ExcludeFromDescription();
        app.MapPost("/api/v1/tasks/claims", async (HttpContext http, TaskIds input, MoveTasks tasks, CancellationToken ct) =>
            TypedResults.Ok((await tasks.Move(http, MoveKind.Claim, input.Ids ?? [], ct)).Outcome)).RequireStaff().WithTags("tasks").WithName("claimTasks").WithSummary("认领待办");
        app.MapPost("/api/v1/tasks/releases", async (HttpContext http, TaskIds input, MoveTasks tasks, CancellationToken ct) =>
            TypedResults.Ok((await tasks.Move(http, MoveKind.Release, input.Ids ?? [], ct)).Outcome)).RequireStaff().WithTags("tasks").WithName("releaseTasks").WithSummary("退回队列");
    }

    private async Task<IResult> Post(HttpContext http, MoveKind kind, IFormCollection form, CancellationToken ct)
    {
        var single = Guid.TryParse(form["one"], out var one);
        var ids = single ? [one] : form["task"].Where(t => Guid.TryParse(t, out _)).Select(t => Guid.Parse(t!)).Distinct().ToList();
        var back = form["back"].ToString() is ['/', 'd', 'e', 's', 'k', ..] asked ? asked : "/desk";
        if (ids.Count == 0)
        {
            return Page.Then(http, back, "没有选中待办。请先在左边打勾。");
        }

        var (outcome, first) = await Move(http, kind, ids, ct);
        if (single && outcome.Moved == 0)
        {
            throw new RuleViolation("task-held", "这项待办刚被他人认领，或者已经办结。");
        }

        return single && kind == MoveKind.Claim ? Page.Then(http, first!, "已认领，可以办理。") : Page.Then(http, back, Said(kind, outcome));
    }

    private static string Said(MoveKind kind, TasksMoved outcome) => (kind == MoveKind.Claim ? "已认领" : "已退回队列") + $" {outcome.Moved} 件。"
        + (outcome.Missed > 0 ? $"另有 {outcome.Missed} 件刚被他人认领、已经办结或者不在您的范围内。" : "");

    private async Task<(TasksMoved Outcome, string? First)> Move(HttpContext http, MoveKind kind, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        if (ids.Count > MostAtOnce)
        {
            throw new RuleViolation("too-many-tasks", $"一次最多选 {MostAtOnce} 件。");
        }

        // on PostgreSQL two may take the same task in the same instant: the second looks again and finds it taken
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(http, kind, ids, ct);
            }
            catch (DbUpdateConcurrencyException) when (attempt < 4)
            {
                desk.Db.ChangeTracker.Clear();
            }
        }
    }

    private Task<(TasksMoved Outcome, string? First)> Once(HttpContext http, MoveKind kind, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var act = http.Act();
        return writer.Write(act, null, async () =>
        {
            var tasks = (await desk.TakeAll(http, ids, ct)).Where(t => kind == MoveKind.Claim ? t.Holder is null : t.Holder is not null).ToList();
            foreach (var task in tasks)
            {
                if (kind == MoveKind.Claim)
                {
                    task.Claim(act.By);
                }
                else
                {
                    task.Release();
                }

                desk.Db.Add(new TaskMove(task, kind, act));
            }

            return (new TasksMoved(tasks.Count, ids.Count - tasks.Count), tasks.FirstOrDefault()?.Href);
        }, ct);
    }
}
