using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Handovers;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Cases.Search;

/// <summary>The query of the case list, as it stands in the URL. What cannot be read is left out rather than refused: a list always answers.</summary>
public sealed record CaseFilter(
    string? Q, string? State, string? Unit, string? Channel, string? Window, string? From, string? To, string? Late, string? Origin, string? Card, string? Outcome, string? Paper, string? Sort, string? Page, string? Size)
{
    internal IQueryable<Case> Apply(AppDb db, IQueryable<Case> cases, DateOnly today)
    {
        cases = Q?.Trim() is { Length: > 0 } q ? Matching(db, cases, q) : cases;
        cases = Enum.TryParse<CaseState>(State, out var state) && Enum.IsDefined(state) ? cases.Where(c => c.State == state) : cases;
        cases = UnitId.TryParse(Unit, null, out var unit) ? cases.Where(c => c.Unit == unit) : cases;
        cases = Enum.TryParse<Channel>(Channel, out var channel) && Enum.IsDefined(channel) ? cases.Where(c => c.Channel == channel) : cases;
        cases = !string.IsNullOrWhiteSpace(Window) ? cases.Where(c => c.Window == Window) : cases;
        cases = DateOnly.TryParse(From, out var from) ? cases.Where(c => c.ReceivedOn >= from) : cases;
        cases = DateOnly.TryParse(To, out var to) ? cases.Where(c => c.ReceivedOn <= to) : cases;
        cases = Enum.TryParse<CaseOutcome>(Outcome, out var outcome) && Enum.IsDefined(outcome) ? cases.Where(c => c.Outcome == outcome) : cases;
        cases = Origin == "late" ? cases.Where(c => c.LateEntry != null) : cases;
        cases = Card is "read" or "typed" ? cases.Where(c => c.CardRead == (Card == "read")) : cases;
        return Late is "1" or "true" ? cases.Overdue(today) : cases;
    }

    /// <summary>A whole id number finds a known applicant by its index, a number its case by the beginning, words a name or an item by what it contains.</summary>
    internal static IQueryable<Case> Matching(AppDb db, IQueryable<Case> cases, string q)
    {
        if (IdNumber(q) is { } id)
        {
            var index = db.Keys!.IndexOf(id);
            return cases.Where(c => c.ApplicantIndex == index);
        }

        if (char.IsAsciiDigit(q[0]))
        {
            return cases.Where(c => c.Number.StartsWith(q));
        }

        var named = cases.Where(c => c.Applicant.Name.Contains(q) || c.ItemName.Contains(q));
        return CaseNames.Hits(db, q) is { } hits ? named.Where(c => hits.Contains(c.Id)) : named;
    }

    private static string? IdNumber(string q) =>
        ResidentId.TryParse(q, out var resident, out string _) ? resident.Value : CreditCode.TryParse(q, out var credit, out string _) ? credit.Value : null;

    /// <summary>纸件现在在谁手里: narrows to those whose paper is at the place.</summary>
    internal IQueryable<Case> Placed(AppDb db, IQueryable<Case> cases) =>
        Enum.TryParse<PaperPlace>(Paper, out var place) && Enum.IsDefined(place) ? PaperPlaces.At(db, cases, place) : cases;

    internal IQueryable<Case> Order(IQueryable<Case> cases) => Sort switch
    {
        "number" => cases.OrderBy(c => c.Number).ThenBy(c => c.Id),
        "-number" => cases.OrderByDescending(c => c.Number).ThenBy(c => c.Id),
        "item" => cases.OrderBy(c => c.ItemName).ThenBy(c => c.Id),
        "-item" => cases.OrderByDescending(c => c.ItemName).ThenBy(c => c.Id),
        "filed" => cases.OrderBy(c => c.FiledAt).ThenBy(c => c.Id),
        "due" => cases.OrderBy(c => c.Due == null).ThenBy(c => c.Due).ThenBy(c => c.Id),
        "-due" => cases.OrderBy(c => c.Due == null).ThenByDescending(c => c.Due).ThenBy(c => c.Id),
        _ => cases.OrderByDescending(c => c.FiledAt).ThenBy(c => c.Id),
    };
}
