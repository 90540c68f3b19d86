using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;
using Yimen.Platform.Ui;

namespace Yimen.Portal.Inbox;

public sealed record HandOverInput
{
    public string? Account { get; init; }

    public string? Reason { get; init; }
}

/// <summary>转交 — a task given to a colleague who holds the same role where the task lies.</summary>
internal sealed class HandOverTask(InboxDesk desk, Colleagues colleagues, Writer writer)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/tasks/{id:guid}/handover", (Guid id, HttpContext http, HandOverTask slice, CancellationToken ct) =>
            slice.Show(id, http, new(), null, ct)).RequireStaff().ExcludeFromDescription();
        app.MapPost("/desk/tasks/{id:guid}/handover", (Guid id, [FromForm] HandOverInput input, HttpContext http, HandOverTask slice, CancellationToken ct) =>
            slice.Post(id, input, http, ct)).RequireStaff().ExcludeFromDescription();
        app.MapPost("/api/v1/tasks/{id:guid}/handover", async (Guid id, HandOverInput input, HttpContext http, HandOverTask slice, CancellationToken ct) =>
        {
            await slice.Handle(id, input, http, ct);
            return TypedResults.NoContent();
        }).RequireStaff().WithTags("tasks").WithName("handOverTask").WithSummary("转交待办");
    }

    private async Task<IResult> Show(Guid id, HttpContext http, HandOverInput input, FormErrors? errors, CancellationToken ct)
    {
        var task = await desk.Take(http, id, ct);
        var moves = await desk.Db.Set<TaskMove>().AsNoTracking().Where(m => m.TaskId == id).OrderByDescending(m => m.Id).Take(20)
            .Select(m => new TimelineEntry(m.At, m.ByName, Label.Of(m.Kind) + (m.Kind == MoveKind.HandOver ? "给" + m.ToName : "")) { Why = m.Reason }).ToListAsync(ct);
        var view = new HandOverView(id, task.Title, task.Href, await colleagues.For(task, http.Visitor.Actor.AccountId, ct), moves, input, errors);
        return errors is null ? Page.Of<HandOverPage>(http, view) : Page.Again<HandOverPage>(http, view);
    }

    private async Task<IResult> Post(Guid id, HandOverInput input, HttpContext http, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (!Guid.TryParse(input.Account, out _))
        {
            errors.Add("account", "请选择转交给谁。");
        }

        if (input.Reason is { Length: > 200 })
        {
            errors.Add("reason", "原因不能超过 200 个字。");
        }

        return errors.Count > 0 ? await Show(id, http, input, errors, ct) : Page.Then(http, "/desk?tab=mine", $"已转交给{await Handle(id, input, http, ct)}。");
    }

    /// <summary>Answers the name of the new holder.</summary>
    private Task<string> Handle(Guid id, HandOverInput input, HttpContext http, CancellationToken ct)
    {
        var act = http.Act(input.Reason);
        return writer.Write(act, null, async () =>
        {
            var task = await desk.Take(http, id, ct);
            var account = Guid.TryParse(input.Account, out var wanted) ? wanted : Guid.Empty;
            var to = (await colleagues.For(task, act.By.AccountId, ct)).FirstOrDefault(c => c.Id == account)
                ?? throw new RuleViolation("no-colleague", "只能转交给同一岗位、管这项待办的同事。");
            task.HandOver(to.Id, to.Name);
            desk.Db.Add(new TaskMove(task, MoveKind.HandOver, act));
            return to.Name;
        }, ct);
    }
}

public sealed record HandOverView(
    Guid Id, string Title, string Href, IReadOnlyList<Colleague> Colleagues, IReadOnlyList<TimelineEntry> Moves, HandOverInput Input, FormErrors? Errors);
