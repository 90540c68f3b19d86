using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Mine;

/// <summary>我的办件 — what this account filed, newest first; drafts stand above, since they wait for the applicant.</summary>
internal static class ListMine
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/my/cases", Show).RequireAuthorization();

    private static async Task<IResult> Show(HttpContext http, [AsParameters] MyCaseFilter filter, AppDb db, MyCases mine, CancellationToken ct)
    {
        var all = db.Cases.AsNoTracking().FiledBy(http.Visitor.Actor.AccountId);
        var found = filter.Apply(all);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await Rows(found).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        var (clock, today) = (await mine.Clock(ct), http.Act().Today);
        return Page.Of<MyCasesPage>(http, new MyCasesView([.. rows.Select(r => r with { Deadline = CaseDeadline.Of(r.Clock, clock, today, $"/my/cases/{r.Id}/clock") })],
            paging, filter, filter.Q is null && filter.State is null && paging.Total == 0));
    }

    internal static IQueryable<MyCaseRow> Rows(IQueryable<Case> cases) => cases
        .OrderByDescending(c => c.State == CaseState.Draft).ThenByDescending(c => c.FiledAt).ThenByDescending(c => c.Id)
        .Select(c => new MyCaseRow
        {
            Id = c.Id, Number = c.Number, Item = c.ItemName, Applicant = c.Applicant.Name, State = c.State, Granted = c.Decision == null ? null : c.Decision.Granted,
            FiledAt = c.FiledAt, AcceptedOn = c.AcceptedOn, Due = c.Due, DecidedOn = c.DecidedOn,
            Clock = new ClockRow { State = c.State, TellBy = c.TellBy, AcceptedOn = c.AcceptedOn, Due = c.Due, ClosedOn = c.ClosedOn, Paused = c.Paused, PromisedKind = c.Terms.PromisedKind, WarningDays = c.Terms.WarningDays },
        });
}

/// <summary>A line of 我的办件.</summary>
public sealed record MyCaseRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Item { get; init; }

    public required string Applicant { get; init; }

    public required CaseState State { get; init; }

    public required bool? Granted { get; init; }

    public required DateTimeOffset? FiledAt { get; init; }

    /// <summary>When the draft was begun: a version 7 id carries it.</summary>
    public DateTimeOffset BegunAt => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(Id.ToString("N")[..12], 16));

    public required DateOnly? AcceptedOn { get; init; }

    public required DateOnly? Due { get; init; }

    public required DateOnly? DecidedOn { get; init; }

    public required ClockRow Clock { get; init; }

    public DeadlineView? Deadline { get; init; }

    public string Href => State == CaseState.Draft ? $"/my/cases/{Id}/edit" : $"/my/cases/{Id}";
}

/// <param name="NothingYet">This account has never filed anything.</param>
public sealed record MyCasesView(IReadOnlyList<MyCaseRow> Rows, Paging Paging, MyCaseFilter Filter, bool NothingYet);
