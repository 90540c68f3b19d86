using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Payments;

/// <summary>One notice: what is charged, reduced, owed; and what may be done with it.</summary>
internal static class ShowPayment
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/payments/{id:guid}", async (HttpContext http, Guid id, PaymentDesk desk, Reading reading, CancellationToken ct) =>
        Page.Of<PaymentPage>(http, await reading.View(http, await desk.Find(http, id, PaymentPermissions.Read, ct), new(), ct))).RequirePermission(PaymentPermissions.Read);

    internal sealed class Reading(AppDb db, PermissionTable table)
    {
        /// <summary>The bill stands on another notice; on this one it is the same submission again.</summary>
        public Task<bool> BillIsKnown(string bill, Guid notice, CancellationToken ct) => db.Set<PaymentFact>().AnyAsync(f => f.BillNumber == bill && f.PaymentId != notice, ct);

        public async Task<PaymentView> View(HttpContext http, PaymentNotice p, FormErrors errors, CancellationToken ct)
        {
            var journal = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == PaymentNotice.MatterKind && j.MatterId == p.Id).OrderByDescending(j => j.Number)
                .Select(j => new { j.At, j.ActorName, j.Verb, j.Reason }).ToListAsync(ct);
            var typed = http.Request.HasFormContentType ? http.Request.Form.ToDictionary(f => f.Key, f => f.Value.FirstOrDefault() ?? "") : [];
            var open = p.State == PaymentState.Open;
            bool May(string verb) => open && http.Visitor.May(table, verb, p.Unit, p.Area);
            return new(p.Id, p.CaseId, PaymentRow.Of.Compile()(p), [.. p.Lines.OrderBy(l => l.Order).Select(l => new PaymentLineView(l.Order, l.Name, l.Standard, l.ChargedFen, l.ReducedFen, l.Reducible))],
                [.. p.Reductions.OrderBy(r => r.At).Select(r => new ReductionView(r.AmountFen, r.Basis, r.GrantedBy, r.On))], p.Payment is { } f ? new(f.BillNumber, f.PaidOn, Label.Of(f.Way), f.ByName) : null,
                p.DocumentId is { } doc ? $"/documents/{doc}" : null, [.. journal.Select(j => new TimelineEntry(j.At, j.ActorName, j.Verb) { Why = j.Reason })],
                May(PaymentPermissions.Settle), May(PaymentPermissions.Reduce) && p.Lines.Any(l => l.Reducible && l.OwedFen > 0), May(PaymentPermissions.Issue), typed, errors);
        }
    }
}

public sealed record PaymentLineView(int Order, string Name, string Standard, long ChargedFen, long ReducedFen, bool Reducible);

public sealed record ReductionView(long AmountFen, string Basis, string GrantedBy, DateOnly On);

public sealed record PaidView(string BillNumber, DateOnly On, string Way, string By);

public sealed record PaymentView(
    Guid Id, Guid CaseId, PaymentRow Row, IReadOnlyList<PaymentLineView> Lines, IReadOnlyList<ReductionView> Reductions, PaidView? Paid, string? DocumentHref, IReadOnlyList<TimelineEntry> Timeline,
    bool CanSettle, bool CanReduce, bool CanWithdraw, IReadOnlyDictionary<string, string> Typed, FormErrors Errors)
{
    public string Of(string field, string otherwise = "") => Typed.GetValueOrDefault(field, otherwise);

    /// <summary>The errors of the form that these fields stand in.</summary>
    public FormErrors? Of(params string[] fields) => Errors.Any(e => fields.Contains(e.Field)) ? Errors : null;
}
