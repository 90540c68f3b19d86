using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
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

    private static async Task<IResult> Show(HttpContext http, Guid id, AppDb db, MyCases mine, OnBehalf behalf, CancellationToken ct)
    {
        var subject = await db.SubjectOf(id, ct);
        if (Refusal(http.Visitor, subject) is null && await Begun(db, http.Visitor, subject, ct) is var draft && draft != Guid.Empty)
        {
            return Page.Then(http, $"/my/cases/{draft}/edit", "已打开您上次保存的申请，可以接着填写。");
        }

        return await View(http, subject, db, behalf, await mine.Clock(ct), ct);
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, AppDb db, MyCases mine, Drafting drafting, OnBehalf behalf, CancellationToken ct)
    {
        var subject = await db.SubjectOf(id, ct);
        return Refusal(http.Visitor, subject) is null
            ? Page.Then(http, $"/my/cases/{await drafting.Begin(http, subject, form["principal"].FirstOrDefault(), ct)}/edit")
            : await View(http, subject, db, behalf, await mine.Clock(ct), ct);
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

    private static async Task<IResult> View(HttpContext http, CaseSubject subject, AppDb db, OnBehalf behalf, LegalClock clock, CancellationToken ct)
    {
        var unit = await db.UnitRefs.Where(u => u.Id == subject.Item.Unit).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? "";
        var (content, refusal) = (subject.Version.Content, Refusal(http.Visitor, subject));
        var view = new ApplyView(subject.Item.Id, subject.Version.Name, unit, content.Promised?.Period.ToString() ?? "", content.Visits,
            [.. content.Materials.Select(m => new NeededPaper(m.Name, m.Need))], refusal, await FilingDay.Words(db, clock, http.Act().Now, ct))
        {
            Principals = refusal is null ? [.. (await behalf.Of(http, ct)).Select(p => new Choice(behalf.IndexOf(p)!, p.Name, p.CreditCode is null ? "委托人" : "单位"))] : [],
            Elsewhere = Uri.TryCreate(content.OnlineUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? content.OnlineUrl : null,
        };
        return Page.Of<ApplyPage>(http, view, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }
}

public sealed record NeededPaper(string Name, string Need);

/// <param name="Refusal">Why it cannot be filed online, in words for the visitor.</param>
/// <param name="OutOfHours">Said before anything is typed: the day of receipt when it is not today.</param>
public sealed record ApplyView(
    Guid ItemId, string Item, string Unit, string Promised, int Visits, IReadOnlyList<NeededPaper> Papers, string? Refusal, string? OutOfHours)
{
    /// <summary>Others in whose name the visitor may file.</summary>
    public IReadOnlyList<Choice> Principals { get; init; } = [];

    /// <summary>Where it is handled online instead.</summary>
    public string? Elsewhere { get; init; }
}
