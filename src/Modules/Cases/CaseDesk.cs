using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Approval;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases;

/// <summary>How staff reach a case: found only within their scope, changed only over the version they saw.</summary>
internal sealed class CaseDesk(AppDb db, Writer writer, Calendars calendars, PermissionTable table)
{
    /// <summary>To be looked at, with everything that belongs to it.</summary>
    /// <exception cref="NotThere">There is none, or it is not theirs.</exception>
    public async Task<Case> Find(HttpContext http, Guid id, string verb, CancellationToken ct) =>
        await CountyOf(http).ReadCase(id, cases => cases.Real.Within(http.Visitor, table, verb), ct) ?? throw new NotThere();

    /// <summary>The visitor's own phrases, for those who write opinions.</summary>
    public async Task<IReadOnlyList<string>> Phrases(HttpContext http, CancellationToken ct) => http.Visitor.May(table, PaperPermissions.KeepPhrases)
        ? await db.PhrasesOf(http.Visitor.Actor.AccountId).Select(p => p.Text).ToListAsync(ct)
        : [];

    public async Task<LegalClock> Clock(HttpContext http, CancellationToken ct) =>
        await calendars.Of(CountyOf(http), db, ct);

    private static County CountyOf(HttpContext http) => ((CountyScope)http.RequestServices.GetService(typeof(CountyScope))!).County;

    /// <summary>Loads the case within the visitor's scope, holds the posted version against it, and calls the verb, all in one write.</summary>
    /// <returns>The case as it was saved; null when this request was carried out before.</returns>
    public async Task<Case?> Change(HttpContext http, Guid id, string verb, CaseChange change, CancellationToken ct)
    {
        var clock = await Clock(http, ct);
        var act = http.Act(change.Reason);
        Case? changed = null;
        await writer.Write(act, change.Key ?? http.IdempotencyKey, async () =>
        {
            var found = await db.LoadCase(id, cases => cases.Real.Within(http.Visitor, table, verb), ct) ?? throw new NotThere();
            if (change.Version is { } seen && seen != found.Trail.Count)
            {
                throw new StaleForm(await CaseConflict.Of(db, found, change, $"/desk/cases/{found.Id}", ct));
            }

            await change.Verb(found, act, clock);
            changed = found;
            return true;
        }, ct);
        return changed;
    }
}

/// <summary>A verb to be called on a case.</summary>
internal sealed record CaseChange(Func<Case, Act, LegalClock, Task> Verb)
{
    public CaseChange(Action<Case, Act, LegalClock> verb)
        : this((c, act, clock) => { verb(c, act, clock); return Task.CompletedTask; })
    {
    }

    public string? Reason { get; init; }

    /// <summary>Instead of the request's idempotency key, where one request makes several changes.</summary>
    public string? Key { get; init; }

    /// <summary>The version that the form or the If-Match header carried.</summary>
    public int? Version { get; init; }

    /// <summary>The state in words as the form showed it, and what was typed: shown beside what stands now when another was faster.</summary>
    public string? Seen { get; init; }

    public IReadOnlyList<TypedField> Typed { get; init; } = [];
}

/// <summary>What was typed, and where the same stands in the case now.</summary>
internal sealed record TypedField(string Label, string Value, Func<Case, string?> Stands);
