using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Filing;

/// <summary>我要申请 — what is needed, then a draft of one's own; whoever began one before is led back to it.</summary>
internal static class ApplyOnline
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/items/{id:guid}/apply", Show).RequireAuthorization();
        app.MapPost("/items/{id:guid}/apply", Post).RequireAuthorization();
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, AppDb db, MyCases mine, CancellationToken ct)
    {
        var subject = await db.SubjectOf(id, ct);
        if (Refusal(http.Visitor, subject) is null && await Begun(db, http.Visitor, subject, ct) is var draft && draft != Guid.Empty)
        {
            return Page.Then(http, $"/my/cases/{draft}/edit", "已打开您上次保存的申请，可以接着填写。");
        }

        return await View(http, subject, db, await mine.Clock(ct), ct);
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, AppDb db, MyCases mine, Drafting drafting, CancellationToken ct)
    {
        var subject = await db.SubjectOf(id, ct);
        return Refusal(http.Visitor, subject) is null
            ? Page.Then(http, $"/my/cases/{await drafting.Begin(http, subject, ct)}/edit")
            : await View(http, subject, db, await mine.Clock(ct), ct);
    }

    /// <summary>Why this visitor cannot apply online for it; null when they can.</summary>
    internal static string? Refusal(Visitor visitor, CaseSubject subject) => visitor.IsStaff
        ? "工作人员账号不能申请办事。请用您本人的个人账号登录，或者到“窗口收件”替申请人收件。"
        : subject.ClosedOnline?.Message;

    /// <summary>The visitor's draft for the item as it stands now; one begun under an older version asks for other papers.</summary>
    internal static Task<Guid> Begun(AppDb db, Visitor visitor, CaseSubject subject, CancellationToken ct) => db.Cases
        .FiledBy(visitor.Actor.AccountId)
        .Where(c => c.State == CaseState.Draft && c.ItemId == subject.Item.Id && c.VersionId == subject.Version.Id)
        .Select(c => c.Id).FirstOrDefaultAsync(ct);

    private static async Task<IResult> View(HttpContext http, CaseSubject subject, AppDb db, LegalClock clock, CancellationToken ct)
    {
        var unit = await db.UnitRefs.Where(u => u.Id == subject.Item.Unit).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? "";
        var (content, refusal) = (subject.Version.Content, Refusal(http.Visitor, subject));
        var view = new ApplyView(subject.Item.Id, subject.Version.Name, unit, content.Promised?.Period.ToString() ?? "", content.Visits,
            [.. content.Materials.Select(m => new NeededPaper(m.Name, m.Need))], refusal, await FilingDay.Words(db, clock, http.Act().Now, ct))
        {
            Elsewhere = Uri.TryCreate(content.OnlineUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? content.OnlineUrl : null,
        };
        return Page.Of<ApplyPage>(http, view, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    /// <summary>The use case that the form and the API share.</summary>
    internal sealed class Drafting(AppDb db, Writer writer, IdSource ids, CountyScope scope)
    {
        public async Task<Guid> Begin(HttpContext http, CaseSubject subject, CancellationToken ct)
        {
            var act = http.Act();
            var account = await db.Set<Account>().AsNoTracking().FirstAsync(a => a.Id == act.By.AccountId, ct);
            return await writer.Write(act, http.IdempotencyKey, async () =>
            {
                if (await Begun(db, http.Visitor, subject, ct) is var draft && draft != Guid.Empty)
                {
                    return draft;
                }

                var begun = Case.Begin(subject, ids.NewId(act.Now), ids.NewCode(6), Prefilled(account), act);
                db.Add(begun);
                return begun.Id;
            }, ct);
        }

        /// <summary>Begins a draft with what a program sent; null with what is wrong added to <paramref name="errors"/>.</summary>
        public async Task<FiledCase?> Begin(HttpContext http, NewCase input, FormErrors errors, CancellationToken ct)
        {
            if (input.Applicant!.Read(scope.County.Keys, errors) is not { } applicant)
            {
                return null;
            }

            var (act, subject) = (http.Act(), await db.SubjectOf(input.ItemId!.Value, ct));
            Case? begun = null;
            var id = await writer.Write(act, http.IdempotencyKey, () =>
            {
                begun = Case.Begin(subject, ids.NewId(act.Now), ids.NewCode(6), applicant, act);
                begun.Save(applicant, input.Request?.Trim() ?? "", act);
                db.Add(begun);
                return Task.FromResult(begun.Id);
            }, ct);
            return FiledCase.Of(begun ?? await db.Cases.AsNoTracking().FirstAsync(c => c.Id == id, ct));
        }

        private Applicant Prefilled(Account account)
        {
            var keys = scope.County.Keys;
            var (number, phone) = (keys.Open(account.ResidentId), keys.Open(account.Mobile));
            return new()
            {
                Kind = account.Kind == AccountKind.Organisation ? ApplicantKind.Organisation : ApplicantKind.Person, Name = account.DisplayName,
                Number = keys.Seal(number), NumberIndex = account.ResidentIndex ?? "", Phone = keys.Seal(phone), PhoneIndex = account.MobileIndex ?? "",
            };
        }
    }
}

public sealed record NeededPaper(string Name, string Need);

/// <param name="Refusal">Why it cannot be filed online, in words for the visitor.</param>
/// <param name="OutOfHours">Said before anything is typed: the day of receipt when it is not today.</param>
public sealed record ApplyView(
    Guid ItemId, string Item, string Unit, string Promised, int Visits, IReadOnlyList<NeededPaper> Papers, string? Refusal, string? OutOfHours)
{
    /// <summary>Where it is handled online instead.</summary>
    public string? Elsewhere { get; init; }
}
