using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;

namespace Yimen.Cases.OutsideCases;

/// <summary>The query of the list, as it stands in the URL. What cannot be read is left out.</summary>
public sealed record OutsideFilter(string? Q, string? State, string? System, string? Unit, string? Window, string? From, string? To, string? Late, string? Sort, string? Page, string? Size)
{
    internal IQueryable<OutsideCase> Apply(IQueryable<OutsideCase> cases, DateOnly today)
    {
        cases = Q?.Trim() is { Length: > 0 } q ? Matching(cases, q) : cases;
        cases = Enum.TryParse<OutsideState>(State, out var state) && Enum.IsDefined(state) ? cases.Where(c => c.State == state) : cases.Standing;
        cases = Enum.TryParse<HandledIn>(System, out var system) && Enum.IsDefined(system) ? cases.Where(c => c.System == system) : cases;
        cases = UnitId.TryParse(Unit, null, out var unit) ? cases.Where(c => c.Unit == unit) : cases;
        cases = !string.IsNullOrWhiteSpace(Window) ? cases.Where(c => c.Window == Window) : cases;
        cases = DateOnly.TryParse(From, out var from) ? cases.Where(c => c.AcceptedOn >= from) : cases;
        cases = DateOnly.TryParse(To, out var to) ? cases.Where(c => c.AcceptedOn <= to) : cases;
        return Late == "1" || Late == "true" ? cases.PastDue(today) : cases;
    }

    /// <summary>A number by its beginning, or words of a name or an item.</summary>
    internal static IQueryable<OutsideCase> Matching(IQueryable<OutsideCase> cases, string q)
    {
        var number = LineReading.Tidy(q);
        return cases.Where(c => c.Number.StartsWith(number) || c.ApplicantName.Contains(q) || c.ItemName.Contains(q));
    }

    internal IQueryable<OutsideCase> Order(IQueryable<OutsideCase> cases) => Sort switch
    {
        "number" => cases.OrderBy(c => c.Number).ThenBy(c => c.Id),
        "-number" => cases.OrderByDescending(c => c.Number).ThenBy(c => c.Id),
        "accepted" => cases.OrderBy(c => c.AcceptedOn).ThenBy(c => c.Id),
        "due" => cases.OrderBy(c => c.Due == null).ThenBy(c => c.Due).ThenBy(c => c.Id),
        "-due" => cases.OrderBy(c => c.Due == null).ThenByDescending(c => c.Due).ThenBy(c => c.Id),
        _ => cases.OrderByDescending(c => c.AcceptedOn).ThenByDescending(c => c.Id),
    };
}
