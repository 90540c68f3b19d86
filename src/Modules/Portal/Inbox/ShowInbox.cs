using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Organization.Contracts;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;
using Yimen.Platform.Ui;

namespace Yimen.Portal.Inbox;

/// <summary>待办 — the desk's home: what waits for me and for my queues, by when.</summary>
internal static class ShowInbox
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk", Show).RequireStaff().ExcludeFromDescription();
        app.MapGet("/api/v1/tasks", Answer).RequireStaff().WithTags("tasks").WithName("listTasks").WithSummary("我的待办和我的队列");
    }

    private static async Task<IResult> Show([AsParameters] InboxFilter filter, HttpContext http, InboxDesk desk, StepNames names, CancellationToken ct)
    {
        var days = await desk.Days(http.Act().Today, ct);
        var standing = await desk.StandingInFor(http.Visitor, days.Today, ct);
        var (mine, queue) = (desk.Db.Set<InboxTask>().HeldBy([http.Visitor.Actor.AccountId, .. standing.Keys]), desk.Db.Set<InboxTask>().Queue(http.Visitor));
        var named = await desk.Named(http.Visitor, filter, ct);
        var tasks = filter.Apply(filter.Mine ? mine : queue, named);
        var steps = await InboxDesk.Count(tasks, days, ct);
        var counts = filter.Sum(steps);
        var paging = Paging.Of(filter.Page, filter.Size, counts.Of(filter.Due));
        var rows = await desk.Rows(filter.Ordered(filter.Between(filter.OfStep(tasks), days.Today, days.Soon)), paging, ct);
        var other = await filter.OfStep(filter.Apply(filter.Mine ? queue : mine, named)).CountAsync(ct);
        return Page.Of<InboxPage>(http, new InboxView
        {
            Filter = filter, Tasks = [.. rows.Select(r => days.Dress(names.Dress(r), counts))], Paging = paging, Counts = counts, StandingInFor = standing,
            Mine = filter.Mine ? counts.Total : other, Queue = filter.Mine ? other : counts.Total,
            Units = await Units(http.Visitor, desk, ct), Steps = names.Choices(steps), Chips = Chips(filter, names),
        });
    }

    private static async Task<Ok<TasksFound>> Answer([AsParameters] InboxFilter filter, HttpContext http, InboxDesk desk, StepNames names, CancellationToken ct)
    {
        var days = await desk.Days(http.Act().Today, ct);
        var all = desk.Db.Set<InboxTask>();
        var tasks = filter.Apply(filter.Mine ? all.HeldBy(await desk.Holders(http, ct)) : all.Queue(http.Visitor), await desk.Named(http.Visitor, filter, ct));
        var counts = filter.Sum(await InboxDesk.Count(tasks, days, ct));
        var paging = Paging.Of(filter.Page, filter.Size, counts.Of(filter.Due));
        return TypedResults.Ok(new TasksFound(paging.Total, paging.Page, paging.Size, counts,
            [.. (await desk.Rows(filter.Ordered(filter.Between(filter.OfStep(tasks), days.Today, days.Soon)), paging, ct)).Select(names.Dress)]));
    }

    /// <summary>Units to choose from: only for those whose queues are of several.</summary>
    private static async Task<List<Choice>> Units(Visitor visitor, InboxDesk desk, CancellationToken ct) =>
        visitor.Scopes.Any(s => s.Unit is null) || visitor.Scopes.Select(s => s.Unit).Distinct().Count() > 1
            ? await desk.Db.UnitRefs.Where(u => !u.Closed && u.Kind != UnitKind.Village).OrderBy(u => u.CreditCode).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct)
            : [];

    private static List<FilterChip> Chips(InboxFilter filter, StepNames names)
    {
        var chips = new List<FilterChip>();
        void Add(string name, string? value, string label) => chips.AddRange(string.IsNullOrWhiteSpace(value) ? [] : [new FilterChip(label, name)]);
        Add("q", filter.Words, $"“{filter.Words}”");
        Add("unit", filter.Unit, $"单位：{filter.Unit}");
        Add("window", filter.Window, $"窗口：{filter.Window}");
        Add("code", filter.Code, $"环节：{names.Of(filter)}");
        Add("due", filter.Due is "overdue" or "today" or "soon" or "rest" ? filter.Due : null, Span(filter.Due));
        return chips;
    }

    private static string Span(string? due) => due switch { "overdue" => "已逾期", "today" => "今天到期", "soon" => "三个工作日内", _ => "其余" };
}

/// <summary>A page of an inbox with the counts of its groups.</summary>
public sealed record TasksFound(int Total, int Page, int Size, DueCounts Counts, IReadOnlyList<TaskRow> Tasks);
