using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Secondments;

public sealed record TrainingRow(DateOnly On, string Subject, int Hours, string ByName);

/// <summary>证明材料 — what shows that somebody was sent and trained.</summary>
public sealed record EvidenceRow(string Name, string Href, string ByName, DateTimeOffset At);

public sealed record SecondmentView(Guid Id, string Unit, DateOnly Month, int Consultations, int Direct, string Why, DateOnly CalledOn, DateOnly NameBy, bool Late, SecondmentState State, string PersonName, DateOnly? From, DateOnly? Until, DateOnly? EndedOn, string Remark, int Version)
{
    public required IReadOnlyList<TrainingRow> Trainings { get; init; }

    public required IReadOnlyList<EvidenceRow> Evidence { get; init; }

    /// <summary>Accounts of the unit that may be sent.</summary>
    public required IReadOnlyList<Choice> People { get; init; }

    public bool MayName { get; init; }

    public bool MayKeep { get; init; }

    public required string Today { get; init; }

    /// <summary>Which of the page's forms was posted.</summary>
    public string Posted { get; init; } = "";

    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public FormErrors Errors { get; init; } = new();

    public string Of(string field, string fresh = "") => Typed.GetValueOrDefault(field, fresh);

    /// <summary>The faults of one form; none of another's.</summary>
    public FormErrors ErrorsOf(string form) => form == Posted ? Errors : new();
}

/// <summary>How people reach a secondment: within their scope, changed only over the version they saw.</summary>
internal sealed class SecondmentDesk(AppDb db, Writer writer, IdSource ids, PermissionTable table)
{
    /// <exception cref="NotThere">None, or not theirs.</exception>
    public async Task<Secondment> Find(HttpContext http, Guid id, CancellationToken ct) =>
        await db.Set<Secondment>().AsNoTracking().Include(s => s.Trainings).Within(http, table, SecondmentPermissions.Read).FirstOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotThere();

    /// <param name="kept">What came with the form; its row is entered in the same write.</param>
    public async Task Change(HttpContext http, Guid id, string permission, string? reason, Action<Secondment, Act> verb, CancellationToken ct, ReceivedFile? kept = null)
    {
        var act = http.Act(reason);
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var found = await db.Set<Secondment>().Include(s => s.Trainings).Within(http, table, permission).FirstOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotThere();
            await Stale.Check(db, found, http.Request.SeenVersion, ("业务骨干选派", Label.Of(found.State), found.Href), ct);
            verb(found, act);
            if (kept is not null)
            {
                db.Add(StoredFile.Of(ids.NewId(act.Now), kept, found.Ref, act));
            }

            return true;
        }, ct);
    }

    /// <summary>Somebody of the unit, by account; null for anybody else.</summary>
    public async Task<(Guid Id, string Name)?> Person(UnitId unit, string? account, CancellationToken ct) =>
        Guid.TryParse(account, out var id) && (await People(unit, ct)).FirstOrDefault(p => p.Value == $"{id}") is { } found ? (id, found.Label) : null;

    public async Task<SecondmentView> View(HttpContext http, Guid id, string posted, FormErrors errors, CancellationToken ct)
    {
        var (s, today) = (await Find(http, id, ct), http.Act().Today);
        var unit = await db.UnitRefs.AsNoTracking().Where(u => u.Id == s.Unit).Select(u => u.ShortName).FirstOrDefaultAsync(ct) ?? s.Unit.Value;
        var names = s.State == SecondmentState.Wanted && http.Visitor.Actor.Unit == s.Unit && http.Visitor.May(table, SecondmentPermissions.Name);
        return new(s.Id, unit, s.Month, s.Consultations, s.Direct, s.Why, s.CalledOn, s.NameBy, s.State == SecondmentState.Wanted && s.NameBy < today, s.State, s.PersonName, s.From, s.Until, s.EndedOn, s.Remark, s.Trail.Count)
        {
            Trainings = [.. s.Trainings.OrderBy(t => t.On).ThenBy(t => t.Id).Select(t => new TrainingRow(t.On, t.Subject, t.Hours, t.ByName))], People = names ? await People(s.Unit, ct) : [],
            Evidence = [.. (await Files(s.Id).OrderBy(f => f.UploadedAt).ThenBy(f => f.Id).ToListAsync(ct)).Select(f => new EvidenceRow(f.Name, $"{s.Href}/files/{f.Id}", f.UploadedByName, f.UploadedAt))],
            MayName = names, MayKeep = s.State is SecondmentState.Wanted or SecondmentState.Serving && http.Visitor.May(table, SecondmentPermissions.Keep), Today = $"{today:yyyy-MM-dd}", Posted = posted, Errors = errors,
            Typed = http.Request.HasFormContentType ? http.Request.Form.ToDictionary(f => f.Key, f => f.Value.FirstOrDefault() ?? "") : new Dictionary<string, string>(),
        };
    }

    public IQueryable<StoredFile> Files(Guid id) => db.Set<StoredFile>().AsNoTracking().Where(f => f.MatterKind == Secondment.MatterKind && f.MatterId == id);

    private async Task<IReadOnlyList<Choice>> People(UnitId unit, CancellationToken ct)
    {
        var code = unit.Value;
        var people = await db.Users.AsNoTracking().Where(a => a.Kind == AccountKind.Staff && a.Grants.Any(g => g.UnitCode == code)).OrderBy(a => a.UserName).ToListAsync(ct);
        return [.. people.Select(a => new Choice($"{a.Id}", a.AsActor.Name))];
    }
}
