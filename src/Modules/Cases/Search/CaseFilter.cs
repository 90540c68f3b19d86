using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Kernel;

namespace Yimen.Cases.Search;

/// <summary>The query of the case list, as it stands in the URL. What cannot be read is left out rather than refused: a list always answers.</summary>
public sealed record CaseFilter(
    string? Q, string? State, string? Unit, string? Channel, string? Window, string? From, string? To, string? Late, string? Sort, string? Page, string? Size)
{
    internal IQueryable<Case> Apply(IQueryable<Case> cases, DateOnly today)
    {
        if (Q?.Trim() is { Length: > 0 } q)
        {
            // a number is found by its beginning, a name or an item by what it contains
            cases = char.IsAsciiDigit(q[0])
                ? cases.Where(c => c.Number.StartsWith(q))
                : cases.Where(c => c.Applicant.Name.Contains(q) || c.ItemName.Contains(q));
        }

        cases = Enum.TryParse<CaseState>(State, out var state) && Enum.IsDefined(state) ? cases.Where(c => c.State == state) : cases;
        cases = UnitId.TryParse(Unit, null, out var unit) ? cases.Where(c => c.Unit == unit) : cases;
        cases = Enum.TryParse<Channel>(Channel, out var channel) && Enum.IsDefined(channel) ? cases.Where(c => c.Channel == channel) : cases;
        cases = !string.IsNullOrWhiteSpace(Window) ? cases.Where(c => c.Window == Window) : cases;
        cases = DateOnly.TryParse(From, out var from) ? cases.Where(c => c.ReceivedOn >= from) : cases;
        cases = DateOnly.TryParse(To, out var to) ? cases.Where(c => c.ReceivedOn <= to) : cases;
        return Late == "1" ? cases.Overdue(today) : cases;
    }

    internal IQueryable<Case> Order(IQueryable<Case> cases) => Sort switch
    {
        "number" => cases.OrderBy(c => c.Number).ThenBy(c => c.Id),
        "-number" => cases.OrderByDescending(c => c.Number).ThenBy(c => c.Id),
        "item" => cases.OrderBy(c => c.ItemName).ThenBy(c => c.Id),
        "-item" => cases.OrderByDescending(c => c.ItemName).ThenBy(c => c.Id),
        "filed" => cases.OrderBy(c => c.FiledAt).ThenBy(c => c.Id),
        "due" => cases.OrderBy(c => c.Due == null).ThenBy(c => c.Due).ThenBy(c => c.Id),
        _ => cases.OrderByDescending(c => c.FiledAt).ThenBy(c => c.Id),
    };
}
