using System.Text;
using Microsoft.AspNetCore.Mvc;
using Yimen.Kernel;
using Yimen.Platform.Tasks;

namespace Yimen.Portal.Inbox;

/// <summary>What an inbox shows, as it stands in the address; what makes no sense is left out.</summary>
public sealed record InboxFilter
{
    /// <summary>mine or queue.</summary>
    [FromQuery] public string? Tab { get; init; }

    [FromQuery] public string? Q { get; init; }

    [FromQuery] public string? Unit { get; init; }

    [FromQuery] public string? Window { get; init; }

    /// <summary>The verb that is waited for: accept, review, decide …; with the kind before it where a verb is not enough, e.g. <c>order.review</c>.</summary>
    [FromQuery] public string? Code { get; init; }

    /// <summary>overdue, today, soon or rest.</summary>
    [FromQuery] public string? Due { get; init; }

    /// <summary>due, opened or title; a dash before it for descending.</summary>
    [FromQuery] public string? Sort { get; init; }

    [FromQuery] public string? Page { get; init; }

    [FromQuery] public string? Size { get; init; }

    internal bool Mine => Tab == "mine";

    internal string Words => Clean(Q);

    /// <summary>Everything but the step and the span of due days, which are what is counted.</summary>
    /// <param name="named">The matters that a number in <see cref="Q"/> names.</param>
    internal IQueryable<InboxTask> Apply(IQueryable<InboxTask> tasks, IReadOnlyList<Guid> named)
    {
        tasks = Words.Length > 0 ? tasks.Where(t => t.Title.Contains(Words) || named.Contains(t.MatterId)) : tasks;
        tasks = Clean(Unit) is { Length: > 0 } unit ? tasks.Where(t => t.Unit == new UnitId(unit)) : tasks;
        return Clean(Window) is { Length: > 0 } window ? tasks.Where(t => t.Window == window) : tasks;
    }

    internal IQueryable<InboxTask> OfStep(IQueryable<InboxTask> tasks)
    {
        var (kind, code) = Step;
        tasks = kind.Length > 0 ? tasks.Where(t => t.Kind == kind) : tasks;
        return code.Length > 0 ? tasks.Where(t => t.Code == code || t.Code.StartsWith(code + "-")) : tasks;
    }

    internal DueCounts Sum(IEnumerable<StepCounts> steps)
    {
        var (kind, code) = Step;
        return steps.Where(s => (kind.Length == 0 || s.Kind == kind) && (code.Length == 0 || s.Code == code || s.Code.StartsWith(code + "-", StringComparison.Ordinal)))
            .Aggregate(DueCounts.None, (sum, s) => sum + s.Due);
    }

    internal (string Kind, string Code) Step => Clean(Code) is var typed && typed.IndexOf('.') is >= 0 and var dot ? (typed[..dot], typed[(dot + 1)..]) : ("", typed);

    internal IQueryable<InboxTask> Between(IQueryable<InboxTask> tasks, DateOnly today, DateOnly soon) => Due switch
    {
        "overdue" => tasks.Where(t => t.DueOrder < today),
        "today" => tasks.Where(t => t.DueOrder == today),
        "soon" => tasks.Where(t => t.DueOrder > today && t.DueOrder <= soon),
        "rest" => tasks.Where(t => t.DueOrder > soon),
        _ => tasks,
    };

    internal string SortKey => Sort is "due" or "-due" or "opened" or "-opened" or "title" or "-title" ? Sort : "due";

    internal IQueryable<InboxTask> Ordered(IQueryable<InboxTask> tasks) => SortKey switch
    {
        "-due" => tasks.OrderByDescending(t => t.DueOrder).ThenBy(t => t.Id),
        "opened" => tasks.OrderBy(t => t.OpenedAt).ThenBy(t => t.Id),
        "-opened" => tasks.OrderByDescending(t => t.OpenedAt).ThenBy(t => t.Id),
        "title" => tasks.OrderBy(t => t.Title).ThenBy(t => t.Id),
        "-title" => tasks.OrderByDescending(t => t.Title).ThenBy(t => t.Id),
        _ => tasks.OrderBy(t => t.DueOrder).ThenBy(t => t.Id),
    };

    private static string Clean(string? text) =>
        string.Concat((text ?? "").EnumerateRunes().Where(r => !Rune.IsControl(r) && r != Rune.ReplacementChar).Take(60)).Trim();
}
