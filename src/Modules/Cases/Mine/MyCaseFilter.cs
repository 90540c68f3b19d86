using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;

namespace Yimen.Cases.Mine;

/// <summary>The query of 我的办件, as it stands in the URL.</summary>
public sealed record MyCaseFilter(string? Q, string? State, string? Page, string? Size)
{
    internal static readonly CaseState[] Waiting = [CaseState.Submitted, CaseState.Received, CaseState.CorrectionAsked, CaseState.Corrected];
    internal static readonly CaseState[] Running = [CaseState.Accepted, CaseState.Reviewing, CaseState.Proposed];
    internal static readonly CaseState[] Decided =
    [
        CaseState.Granted, CaseState.Denied, CaseState.Certifying, CaseState.AwaitingDelivery, CaseState.Delivered,
        CaseState.Refused, CaseState.Terminated, CaseState.Expired, CaseState.TransferredUp, CaseState.Archived,
    ];

    internal IQueryable<Case> Apply(IQueryable<Case> cases)
    {
        if (Q?.Trim() is { Length: > 0 } q)
        {
            cases = char.IsAsciiDigit(q[0]) ? cases.Where(c => c.Number.StartsWith(q)) : cases.Where(c => c.ItemName.Contains(q) || c.Applicant.Name.Contains(q));
        }

        return State switch
        {
            "draft" => cases.Where(c => c.State == CaseState.Draft),
            "waiting" => cases.Where(c => Waiting.Contains(c.State)),
            "running" => cases.Where(c => Running.Contains(c.State)),
            "decided" => cases.Where(c => Decided.Contains(c.State)),
            _ => cases,
        };
    }
}
