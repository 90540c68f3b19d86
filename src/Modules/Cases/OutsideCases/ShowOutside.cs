using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.OutsideCases;

/// <summary>One registration: its five fields, what the other system said of it, and the two things that may be done.</summary>
internal static class ShowOutside
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/outside-cases/{id:guid}", async (HttpContext http, Guid id, Reading reading, CancellationToken ct) =>
            Page.Of<OutsideCasePage>(http, await reading.View(http, await reading.Find(http, id, OutsidePermissions.Read, ct), ("", $"{http.Act().Today:yyyy-MM-dd}"), [], ct)))
            .RequirePermission(OutsidePermissions.Read);
        app.MapGet("/api/v1/outside-cases/{id:guid}", async (HttpContext http, Guid id, Reading reading, CancellationToken ct) =>
            TypedResults.Ok(OutsideStanding.Of(await reading.Find(http, id, OutsidePermissions.Read, ct))))
            .RequirePermission(OutsidePermissions.Read).Described("一件外部系统登记的现状");
    }

    internal sealed class Reading(AppDb db, PermissionTable table)
    {
        /// <exception cref="NotThere">There is none, or it is not theirs.</exception>
        public async Task<OutsideCase> Find(HttpContext http, Guid id, string verb, CancellationToken ct) =>
            await db.OutsideCases.AsNoTracking().Within(ScopeReach.Of(http.Visitor, table, verb)).FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotThere();

        public async Task<OutsideCaseView> View(HttpContext http, OutsideCase c, (string Status, string On) typed, IReadOnlyList<LineFault> faults, CancellationToken ct)
        {
            var unit = await db.UnitRefs.Where(u => u.Id == c.Unit).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? c.Unit.Value;
            var journal = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == OutsideCase.MatterKind && j.MatterId == c.Id).OrderByDescending(j => j.Number)
                .Select(j => new { j.At, j.ActorName, j.Verb, j.Reason }).ToListAsync(ct);
            var errors = new FormErrors();
            faults.ToList().ForEach(f => errors.Add(f.Field, f.Reason + "。"));
            var choices = OutsideLifecycle.Words.Where(w => OutsideLifecycle.Table.Can(c.State, w.Value)).Select(w => new Choice(w.Key, w.Key, null, null)).ToList();
            return new(OutsideRow.Of.Compile()(c), unit, [.. journal.Select(j => new TimelineEntry(j.At, j.ActorName, j.Verb) { Why = j.Reason })],
                http.Visitor.May(table, OutsidePermissions.Report, c.Unit, c.Area) ? choices : [],
                http.Visitor.May(table, OutsidePermissions.Register, c.Unit, c.Area) && OutsideLifecycle.Table.Can(c.State, OutsideVerb.Void), typed.Status, typed.On, errors);
        }
    }
}

/// <summary>A registration as programs read it; the applicant's name is masked.</summary>
public sealed record OutsideStanding(
    Guid Id, string Number, string System, string Item, string Applicant, UnitId Unit, string Window, DateOnly AcceptedOn, DateOnly? Due, string State, DateOnly StateOn, DateOnly? FinishedOn)
{
    internal static OutsideStanding Of(OutsideCase c) => new(c.Id, c.Number, Label.Of(c.System), c.ItemName, Masking.Party(c.ApplicantName), c.Unit, c.Window, c.AcceptedOn, c.Due,
        Label.Of(c.State), c.StateOn, c.FinishedOn);
}

/// <param name="Statuses">What may be reported now, by this visitor.</param>
public sealed record OutsideCaseView(
    OutsideRow Row, string Unit, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<Choice> Statuses, bool CanVoid, string Status, string On, FormErrors Errors);
