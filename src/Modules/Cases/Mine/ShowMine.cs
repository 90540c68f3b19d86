using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.CasePage;
using Yimen.Cases.Contracts;
using Yimen.Cases.Correction;
using Yimen.Cases.Payments;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Mine;

/// <summary>One case as its applicant sees it.</summary>
internal static class ShowMine
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/my/cases/{id:guid}", Show).RequireAuthorization();

    private static async Task<IResult> Show(HttpContext http, Guid id, MyCases mine, Reading reading, CancellationToken ct)
    {
        var found = await mine.Find(http, id, ct);
        return found.State == CaseState.Draft
            ? Page.Then(http, $"/my/cases/{id}/edit")
            : Page.Of<MyCasePage>(http, await reading.View(found, await mine.Clock(ct), http.Act().Today, ct));
    }

    /// <summary>Composes the view from the case, its unit, its papers and its journal.</summary>
    internal sealed class Reading(AppDb db, CountyScope scope, DocumentRegister register, CasePayments payments)
    {
        public async Task<MyCaseView> View(Case c, LegalClock clock, DateOnly today, CancellationToken ct)
        {
            var unit = await db.UnitRefs.AsNoTracking().FirstOrDefaultAsync(u => u.Id == c.Unit, ct);
            var (a, keys, granted) = (c.Applicant, scope.County.Keys, c.Decision?.Granted);
            return new MyCaseView
            {
                Id = c.Id, Number = c.Number, QueryCode = c.QueryCode, Item = c.ItemName, ItemId = c.ItemId, Unit = unit?.Name ?? c.Unit.Value, Phone = unit?.ConsultPhone ?? "",
                State = ApplicantWords.State(c.State, granted), Tone = ApplicantWords.Tone(c.State, granted), Next = ApplicantWords.Next(c, unit?.ShortName ?? "办理单位"),
                Deadline = CaseDeadline.Of(ClockRow.Of(c), clock, today, $"/my/cases/{c.Id}/clock"), Steps = CaseSteps.Of(c), FiledAt = c.FiledAt!.Value, ReceivedOn = c.ReceivedOn!.Value,
                Promised = c.Terms.Promised.ToString(), Request = c.Request, Decision = MyDecision.Of(c),
                Applicant = new(Label.Of(a.Kind), a.Name, Masking.Id(keys.Open(a.Number)), Masking.Phone(keys.Open(a.Phone)), a.Address, a.Agent, false),
                Materials = [.. c.Materials.OrderBy(m => m.Order).Where(m => m.How != MaterialHow.None).Select(m => new MaterialView(m.Name, m.Required, m.IsMet, m.Words, m.FileId is null ? null : $"/my/cases/{c.Id}/materials/{m.Id}"))],
                Timeline = await CaseTimeline.Of(db, c.Id, forStaff: false, ct), Correction = MyCorrection.Of(c), CanWithdraw = c.Can(CaseVerb.Withdraw), HearingBy = c is { Hearing: { Stage: Hearings.HearingStage.Told } h, ClosedOn: null } && today <= h.RequestBy ? h.RequestBy : null, Deferrals = Deferrals.DeferralLine.Of(c),
                Documents = CaseDocuments.Of((await register.OfMatter(c.Ref, ct)).Where(d => d.Id != c.DocumentId)),
                Payments = await payments.ForApplicant(c, ct),
            };
        }
    }
}

/// <summary>The decision as the applicant reads it.</summary>
/// <param name="Href">The document; null while it is not made.</param>
public sealed record MyDecision(bool Granted, string Reason, DateOnly On, string? Href)
{
    internal static MyDecision? Of(Case c) => c.Decision is { } d && c.DecidedOn is { } on ? new(d.Granted, d.Reason, on, c.DocumentId is { } doc ? $"/documents/{doc}" : null) : null;
}

/// <summary>What is asked of the applicant now.</summary>
public sealed record MyCorrection(IReadOnlyList<Flaw> Flaws, DateOnly AnswerBy)
{
    internal static MyCorrection? Of(Case c) => c.OpenCorrection is { } open ? new(open.Flaws, open.AnswerBy) : null;
}

/// <summary>A case as its applicant sees it.</summary>
public sealed record MyCaseView
{
    public required MyCorrection? Correction { get; init; }

    public required bool CanWithdraw { get; init; }

    /// <summary>Until when a hearing may be asked for; null where none may.</summary>
    public DateOnly? HearingBy { get; init; }

    /// <summary>Notices, apart from the decision.</summary>
    public required IReadOnlyList<DocumentLink> Documents { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string QueryCode { get; init; }

    public required string Item { get; init; }

    public required Guid ItemId { get; init; }

    public required string Unit { get; init; }

    public required string Phone { get; init; }

    public required string State { get; init; }

    public required Tone Tone { get; init; }

    public required string Next { get; init; }

    public required DeadlineView Deadline { get; init; }

    public required IReadOnlyList<StepView> Steps { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required string Promised { get; init; }

    public required string Request { get; init; }

    public required MyDecision? Decision { get; init; }

    public required ApplicantView Applicant { get; init; }

    public required CasePaymentsView Payments { get; init; }

    public required IReadOnlyList<MaterialView> Materials { get; init; }

    public IReadOnlyList<Deferrals.DeferralLine> Deferrals { get; init; } = [];

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
}
