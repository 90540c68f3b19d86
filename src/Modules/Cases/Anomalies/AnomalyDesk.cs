using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.CasePage;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Anomalies;

/// <summary>How an anomaly is found, shown and changed: within the visitor's scope, over the version they saw.</summary>
internal sealed class AnomalyDesk(AppDb db, Writer writer, PermissionTable table)
{
    /// <exception cref="NotThere">There is none, or it is not theirs.</exception>
    public async Task<Anomaly> Find(HttpContext http, Guid id, CancellationToken ct) =>
        await db.Anomalies.AsNoTracking().Within(http.Visitor, table, AnomalyPermissions.Read).FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotThere();

    /// <summary>Those that wait for the same explanation: one rule, one unit, one day.</summary>
    public IQueryable<Anomaly> Alike(HttpContext http, Anomaly a) => db.Anomalies.Within(http.Visitor, table, AnomalyPermissions.Explain)
        .Where(o => o.Id != a.Id && o.Rule == a.Rule && o.Unit == a.Unit && o.On == a.On && o.State == AnomalyState.Found);

    public async Task Explain(HttpContext http, Guid id, string reason, bool alike, CancellationToken ct)
    {
        var act = http.Act(reason);
        await Write(http, (act, id, AnomalyPermissions.Explain), async found =>
        {
            found.Explain(act);
            foreach (var other in alike ? await Alike(http, found).ToListAsync(ct) : [])
            {
                other.Explain(act);
            }
        }, ct);
    }

    /// <summary>The centre's judgement; the case is changed in the same write.</summary>
    public async Task Judge(HttpContext http, Guid id, string? reason, Action<Anomaly, Case, Act> verb, CancellationToken ct)
    {
        var act = http.Act(reason);
        await Write(http, (act, id, AnomalyPermissions.Judge), async found => verb(found, await db.Cases.Whole.FirstAsync(c => c.Id == found.CaseId, ct), act), ct);
    }

    public async Task<AnomalyView> View(HttpContext http, Guid id, AnomalyTyped typed, FormErrors errors, CancellationToken ct)
    {
        var a = await Find(http, id, ct);
        var unit = await db.UnitRefs.Where(u => u.Id == a.Unit).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? a.Unit.Value;
        var explains = http.Visitor.May(table, AnomalyPermissions.Explain, a.Unit, a.Area) && a.Can(AnomalyVerb.Explain);
        var judges = http.Visitor.May(table, AnomalyPermissions.Judge, a.Unit, a.Area);
        return new(AnomalyRow.Of(a) with { UnitName = unit }, a.FoundOn, a.RuleFrom, a.Explanation, a.ExplainedBy, a.ExplainedOn, a.Judgement, a.JudgedBy, a.Trail.Count,
            explains ? await Alike(http, a).CountAsync(ct) : 0, await CaseTimeline.OfMatter(db, a.Ref, ct), typed, errors)
        {
            CanExplain = explains, Verbs = judges ? [.. JudgeAnomaly.Verbs.Where(v => a.Can(v.Verb))] : [], SeesCase = http.Visitor.May(table, CasePermissions.Read, a.Unit, a.Area),
        };
    }

    private Task Write(HttpContext http, (Act Act, Guid Id, string Permission) of, Func<Anomaly, Task> verb, CancellationToken ct) => writer.Write(of.Act, http.IdempotencyKey, async () =>
    {
        var found = await db.Anomalies.Within(http.Visitor, table, of.Permission).FirstOrDefaultAsync(a => a.Id == of.Id, ct) ?? throw new NotThere();
        if (http.Request.SeenVersion is { } seen && seen != found.Trail.Count)
        {
            throw new StaleForm(new($"异常办件 {found.CaseNumber}", found.JudgedBy.Length > 0 ? found.JudgedBy : found.ExplainedBy, of.Act.Now, [new("状态", http.Request.Form["seen"].FirstOrDefault(), Label.Of(found.State))], found.Href));
        }

        await verb(found);
        return true;
    }, ct);
}

/// <summary>What was typed.</summary>
/// <param name="Noun">The form that was sent; empty when none was.</param>
public sealed record AnomalyTyped(string Noun, string Reason, bool Alike);

/// <summary>A judgement as the page offers it.</summary>
/// <param name="Noun">The last segment of its address.</param>
/// <param name="NeedsReason">Whether it must say why.</param>
public sealed record JudgeVerb(AnomalyVerb Verb, string Noun, string Happens, bool NeedsReason);

public sealed record AnomalyView(
    AnomalyRow Row, DateOnly FoundOn, DateOnly? RuleFrom, string Explanation, string ExplainedBy, DateOnly? ExplainedOn, string Judgement, string JudgedBy, int Version, int Alike,
    IReadOnlyList<TimelineEntry> Timeline, AnomalyTyped Typed, FormErrors Errors)
{
    public bool CanExplain { get; init; }

    public IReadOnlyList<JudgeVerb> Verbs { get; init; } = [];

    public bool SeesCase { get; init; }
}
