using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Grievances;

/// <summary>How a grievance is recorded, found and changed: within the visitor's scope, over the version they saw.</summary>
internal sealed class GrievanceDesk(AppDb db, Writer writer, IdSource ids, Calendars calendars, CountyScope scope, PermissionTable table, GrievanceLetters letters)
{
    private const int CodeLength = 6;

    public async Task<LegalClock> Clock(CancellationToken ct) => await calendars.Of(scope.County, db, ct);

    /// <exception cref="NotThere">There is none, or it is not theirs.</exception>
    public async Task<Grievance> Find(HttpContext http, Guid id, string verb, CancellationToken ct) =>
        await db.Grievances.AsNoTracking().Whole.Within(http.Visitor, table, verb).FirstOrDefaultAsync(g => g.Id == id, ct) ?? throw new NotThere();

    public async Task<Guid> Record(HttpContext http, GrievanceRecord record, CancellationToken ct)
    {
        var (act, clock) = (http.Act(), await Clock(ct));
        return await writer.Write(act, http.IdempotencyKey, () =>
        {
            var recorded = Grievance.Record(ids.NewId(act.Now), ids.NewCode(CodeLength), record, act, clock);
            db.Add(recorded);
            return Task.FromResult(recorded.Id);
        }, ct);
    }

    public async Task Change(HttpContext http, Guid id, string permission, string? reason, Action<Grievance, Act, LegalClock> verb, CancellationToken ct)
    {
        var (act, clock) = (http.Act(reason), await Clock(ct));
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var found = await db.Grievances.Whole.Within(http.Visitor, table, permission).FirstOrDefaultAsync(g => g.Id == id, ct) ?? throw new NotThere();
            if (http.Request.SeenVersion is { } seen && seen != found.Trail.Count)
            {
                throw new StaleForm(await Conflict(found, http.Request.Form["seen"].FirstOrDefault(), ct));
            }

            var open = found.IsOpen;
            verb(found, act, clock);
            if (open && !found.IsOpen)
            {
                await letters.Tell(found, act, ct);
            }

            return true;
        }, ct);
    }

    /// <summary>The centre, and the area it stands in: where a grievance lies until it is dispatched.</summary>
    public Task<UnitRef> Centre(CancellationToken ct) => db.UnitRefs.AsNoTracking().FirstAsync(u => u.Kind == UnitKind.Centre && !u.Closed, ct);

    private async Task<ConflictView> Conflict(Grievance found, string? seen, CancellationToken ct)
    {
        var last = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == Grievance.MatterKind && j.MatterId == found.Id).OrderByDescending(j => j.Number).FirstAsync(ct);
        return new($"反映 {found.Number}", last.ActorName, last.At, [new("状态", seen, Label.Of(found.State)), new("最近一步", "（您尚未保存）", last.Verb)], found.Href);
    }
}

/// <summary>What the person or the clerk typed: all text, so that the page can show it again.</summary>
public sealed record GrievanceInput
{
    public string Channel { get; init; } = "Window";

    public string Window { get; init; } = "";

    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Matter { get; init; } = "";

    /// <summary>The item's name or code as typed; empty when the person does not know.</summary>
    public string Item { get; init; } = "";

    public string Refused { get; init; } = "";

    public string? Key { get; init; }

    public static GrievanceInput From(IFormCollection form) => new()
    {
        Channel = form["channel"].FirstOrDefault() ?? "Window",
        Window = form["window"].FirstOrDefault() ?? "",
        Name = form["name"].FirstOrDefault()?.Trim() ?? "",
        Phone = form["phone"].FirstOrDefault()?.Trim() ?? "",
        Matter = form["matter"].FirstOrDefault()?.Trim() ?? "",
        Item = form["item"].FirstOrDefault()?.Trim() ?? "",
        Refused = form["refused"].FirstOrDefault() ?? "",
        Key = form["idempotencyKey"].FirstOrDefault(),
    };
}
