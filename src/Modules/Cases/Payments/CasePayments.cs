using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Payments;

/// <summary>What a case's page shows of its payments, to staff and to the applicant.</summary>
internal sealed class CasePayments(AppDb db, PermissionTable table)
{
    public async Task<CasePaymentsView> ForStaff(HttpContext http, Case c, CancellationToken ct)
    {
        var fees = await HasFees(c, ct);
        var may = fees && c.DeliveredOn is null && c.Decision is not { Granted: false } && http.Visitor.May(table, PaymentPermissions.Issue, c.Unit, c.Area);
        return new(await Notices(c.Id, ct), fees, http.Visitor.May(table, PaymentPermissions.Read, c.Unit, c.Area), may ? $"/desk/cases/{c.Id}/payments/new" : null);
    }

    /// <summary>The applicant sees notices, not that one might still come.</summary>
    public async Task<CasePaymentsView> ForApplicant(Case c, CancellationToken ct) => new([.. (await Notices(c.Id, ct)).Where(n => n.State != PaymentState.Withdrawn)], false, false, null);

    private Task<List<PaymentRow>> Notices(Guid caseId, CancellationToken ct) =>
        db.Payments.AsNoTracking().Where(p => p.CaseId == caseId).OrderBy(p => p.Id).Select(PaymentRow.Of).ToListAsync(ct);

    private async Task<bool> HasFees(Case c, CancellationToken ct) =>
        await db.ItemVersionRefs.AsNoTracking().Where(v => v.Id == c.VersionId).Select(v => v.Content).FirstOrDefaultAsync(ct) is { Fees.Count: > 0 };
}

/// <param name="HasFees">The item's guide has fee rows.</param>
/// <param name="MayOpen">Who looks may open the page of a notice.</param>
/// <param name="IssueHref">Where another notice is issued; null when it may not be.</param>
public sealed record CasePaymentsView(IReadOnlyList<PaymentRow> Notices, bool HasFees, bool MayOpen, string? IssueHref);
