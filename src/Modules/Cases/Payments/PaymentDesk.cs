using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Payments;

/// <summary>How staff and the treasury's system reach a notice: notice, case and paper change in one write.</summary>
internal sealed class PaymentDesk(AppDb db, Writer writer, IdSource ids, PermissionTable table, PaymentPapers papers)
{
    private const int CodeLength = 10;

    /// <exception cref="NotThere">There is none, or it is not theirs.</exception>
    public async Task<PaymentNotice> Find(HttpContext http, Guid id, string verb, CancellationToken ct) =>
        await db.Payments.AsNoTracking().Within(ScopeReach.Of(http.Visitor, table, verb)).Whole.FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotThere();

    /// <summary>The fee rows of the version that the case keeps.</summary>
    public async Task<IReadOnlyList<Fee>> Fees(Guid versionId, CancellationToken ct) => (await db.ItemVersionRefs.AsNoTracking().FirstAsync(v => v.Id == versionId, ct)).Content.Fees;

    public async Task<Guid> Issue(HttpContext http, Guid caseId, IReadOnlyList<FeeCharge> charges, CancellationToken ct)
    {
        var act = http.Act();
        return await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var c = await db.Cases.Real.Within(http.Visitor, table, PaymentPermissions.Issue).Whole.FirstOrDefaultAsync(x => x.Id == caseId, ct) ?? throw new NotThere();
            var notice = PaymentNotice.Issue((ids.NewId(act.Now), ids.NewCode(CodeLength)), c, await Fees(c.VersionId, ct), charges, act);
            db.Add(notice);
            await papers.Print(notice, c, act, ct);
            return notice.Id;
        }, ct);
    }

    /// <summary>Calls the verb on notice and case, both within the visitor's scope; a reduction prints the notice anew.</summary>
    public async Task Change(HttpContext http, Guid id, string permission, Action<PaymentNotice, Case, Act> verb, string? reason, CancellationToken ct)
    {
        var act = http.Act(reason);
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var notice = await db.Payments.Within(ScopeReach.Of(http.Visitor, table, permission)).Whole.FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotThere();
            await Carry(notice, verb, act, ct);
            return true;
        }, ct);
    }

    /// <summary>缴款回传 — said twice with the same bill it changes nothing.</summary>
    /// <returns>The notice; null when there is none with this code within the scope.</returns>
    public async Task<PaymentNotice?> SettleByCode(HttpContext http, string code, Money paid, Func<Act, PaymentFact> fact, CancellationToken ct)
    {
        var act = http.Act();
        Guid? done = await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var notice = await db.Payments.Within(ScopeReach.Of(http.Visitor, table, PaymentPermissions.Settle)).Whole.FirstOrDefaultAsync(p => p.Code == code, ct);
            var bill = fact(act);
            if (notice is null || notice.Payment?.BillNumber == bill.BillNumber)
            {
                return notice?.Id;
            }

            if (paid.Fen != notice.OwedFen)
            {
                throw new RuleViolation("amount-differs", $"缴款金额 {paid} 与应缴 {new Money(notice.OwedFen)} 不一致，没有登记。");
            }

            await Carry(notice, (n, c, a) => n.Pay(c, bill, a), act, ct);
            return notice.Id;
        }, ct);
        return done is { } id ? await Find(http, id, PaymentPermissions.Settle, ct) : null;
    }

    private async Task Carry(PaymentNotice notice, Action<PaymentNotice, Case, Act> verb, Act act, CancellationToken ct)
    {
        var c = await db.Cases.Whole.FirstAsync(x => x.Id == notice.CaseId, ct);
        var before = notice.ReducedFen;
        verb(notice, c, act);
        if (notice.ReducedFen != before || notice.State == PaymentState.Withdrawn)
        {
            await papers.Revoke(notice, act, ct);
        }

        if (notice.ReducedFen != before)
        {
            await papers.Print(notice, c, act, ct);
        }
    }
}

/// <summary>缴款通知书 — numbered with the act that it tells of, readable by the applicant like all papers of the case.</summary>
internal sealed class PaymentPapers(AppDb db, DocumentRegister register, CountyScope scope)
{
    private static readonly DocumentKind Kind = new("case-payment", "缴款通知书", "缴");

    public async Task Print(PaymentNotice notice, Case c, Act act, CancellationToken ct)
    {
        var unit = await db.UnitRefs.Where(u => u.Id == c.Unit).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? c.Unit.Value;
        Note? note = notice.Trail.Last;
        var document = register.Issue(act, Kind, c.Ref, _ => PaymentWording.Notice(notice, c, unit, act.Today, scope.County.Name), number => note?.Changes.Add(new("缴款通知书", null, number)));
        notice.Printed(document.Id);
    }

    public async Task Revoke(PaymentNotice notice, Act act, CancellationToken ct)
    {
        var standing = await db.Set<DocumentRecord>().FirstOrDefaultAsync(d => d.Id == notice.DocumentId && d.RevokedAt == null, ct);
        standing?.Revoke(act with { Reason = act.Reason ?? "减免后重新开具" });
    }
}
