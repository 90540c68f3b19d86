using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Filing;

/// <summary>起草 — the use case that the form and the API share.</summary>
internal sealed class Drafting(AppDb db, Writer writer, IdSource ids, OnBehalf behalf, CountyScope scope)
{
    /// <summary>Begins a draft prefilled from the account, or from the one in whose name it files; the draft begun before, when there is one.</summary>
    /// <param name="http">The request.</param>
    /// <param name="subject">What is applied for.</param>
    /// <param name="principal">As <see cref="OnBehalf.IndexOf"/> names them; empty for oneself.</param>
    /// <param name="ct">Cancels before the commit only.</param>
    public async Task<Guid> Begin(HttpContext http, CaseSubject subject, string? principal, CancellationToken ct)
    {
        var act = http.Act();
        var account = await db.Users.AsNoTracking().FirstAsync(a => a.Id == act.By.AccountId, ct);
        var other = string.IsNullOrEmpty(principal) ? null : (await behalf.Of(http, ct)).FirstOrDefault(p => behalf.IndexOf(p) == principal);
        return await writer.Write(act, http.IdempotencyKey, async () =>
        {
            if (await ApplyOnline.Begun(db, http.Visitor, subject, ct) is var draft && draft != Guid.Empty)
            {
                return draft;
            }

            var begun = Case.Begin(subject, ids.NewId(act.Now), ids.NewCode(6), Prefilled(account, other), act);
            db.Add(begun);
            return begun.Id;
        }, ct);
    }

    /// <summary>Begins a draft with what a program sent; null with what is wrong added to <paramref name="errors"/>.</summary>
    public async Task<FiledCase?> Begin(HttpContext http, NewCase input, FormErrors errors, CancellationToken ct)
    {
        var licence = Renewal.Read(input.Licence, errors);
        if (errors.Count > 0)
        {
            return null;
        }

        if (input.Applicant!.Read(scope.County.Keys, errors) is not { } read || await behalf.Settle(http, read, errors, ct) is not { } applicant)
        {
            return null;
        }

        var (act, subject) = (http.Act(), await db.SubjectOf(input.ItemId!.Value, ct));
        Case? begun = null;
        var id = await writer.Write(act, http.IdempotencyKey, () =>
        {
            begun = Case.Begin(subject, ids.NewId(act.Now), ids.NewCode(6), applicant, act);
            begun.Save(applicant, input.Request?.Trim() ?? "", act);
            begun.Renews(licence, act);
            db.Add(begun);
            return Task.FromResult(begun.Id);
        }, ct);
        return FiledCase.Of(begun ?? await db.Cases.AsNoTracking().FirstAsync(c => c.Id == id, ct));
    }

    private Applicant Prefilled(Account account, Principal? other)
    {
        var keys = scope.County.Keys;
        var number = other is null ? keys.Open(account.ResidentId) : other.CreditCode;
        return new()
        {
            Kind = other?.CreditCode is null ? ApplicantKind.Person : ApplicantKind.Organisation, Name = other?.Name ?? account.DisplayName,
            Number = keys.Seal(number), NumberIndex = string.IsNullOrEmpty(number) ? "" : keys.IndexOf(number),
            Phone = keys.Seal(keys.Open(account.Mobile)), PhoneIndex = account.MobileIndex ?? "", Agent = other is null ? "" : account.DisplayName,
        };
    }
}
