using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases;

/// <summary>How an applicant reaches a case: only what this very account filed; everything else is not there.</summary>
internal sealed class MyCases(AppDb db, Writer writer, Calendars calendars, CountyScope scope)
{
    /// <summary>To be looked at, with everything that belongs to it.</summary>
    /// <exception cref="NotThere">There is none, or another account filed it.</exception>
    public async Task<Case> Find(HttpContext http, Guid id, CancellationToken ct) =>
        await scope.County.ReadCase(id, cases => Mine(cases, http), ct) ?? throw new NotThere();

    /// <summary>A case that has reached us, not a draft.</summary>
    public async Task<Case> Filed(HttpContext http, Guid id, CancellationToken ct) =>
        await Find(http, id, ct) is { State: not CaseState.Draft } filed ? filed : throw new NotThere();

    public async Task<LegalClock> Clock(CancellationToken ct) => await calendars.Of(scope.County, db, ct);

    /// <summary>Loads the case, holds the posted version against it, and calls the verb, all in one write.</summary>
    public async Task Change(HttpContext http, Guid id, CaseChange change, CancellationToken ct)
    {
        var clock = await Clock(ct);
        var act = http.Act();
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var found = await db.LoadCase(id, cases => Mine(cases, http), ct) ?? throw new NotThere();
            if (change.Version is { } seen && seen != found.Trail.Count)
            {
                throw new StaleForm(await CaseConflict.Of(db, found, change, $"/my/cases/{id}", ct));
            }

            await change.Verb(found, act, clock);
            return true;
        }, ct);
    }

    private static IQueryable<Case> Mine(IQueryable<Case> cases, HttpContext http) => cases.FiledBy(http.Visitor.Actor.AccountId);
}
