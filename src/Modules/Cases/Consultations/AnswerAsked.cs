using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Materials;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Consultations;

/// <summary>答复联审 — the unit that was asked reads the materials, though the case is not its own, and gives its opinion.</summary>
internal static class AnswerAsked
{
    private const string Path = "/desk/consultations/{id:guid}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async (HttpContext http, Guid id, Reading reading, CancellationToken ct) => Page.Of<ConsultationPage>(http, await reading.View(http, id, new(), ct))).RequirePermission(PaperPermissions.ReadConsultations);
        app.MapPost(Path + "/answer", Answer).RequirePermission(PaperPermissions.AnswerConsultation);
        app.MapPost(Path + "/withdrawal", Withdraw).RequirePermission(CasePermissions.Review);
        app.MapGet(Path + "/materials/{materialId:guid}", Material).RequirePermission(PaperPermissions.ReadConsultations);
    }

    private static async Task<IResult> Answer(HttpContext http, Guid id, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var (errors, agrees, opinion) = (new FormErrors(), form["agrees"].FirstOrDefault(), http.Request.Text("opinion"));
        if (agrees is not ("yes" or "no"))
        {
            errors.Add("agrees", "请选择同意或不同意。");
        }

        if (opinion.Length == 0)
        {
            errors.Add("opinion", "请写明意见。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<ConsultationPage>(http, await reading.View(http, id, errors, ct));
        }

        await reading.Change(http, id, PaperPermissions.AnswerConsultation, c => c.Unit, (c, act) => c.Answer(agrees == "yes", opinion, act), ct);
        return Page.Then(http, $"/desk/consultations/{id}", "意见已答复。");
    }

    private static async Task<IResult> Withdraw(HttpContext http, Guid id, Reading reading, CancellationToken ct)
    {
        await reading.Change(http, id, CasePermissions.Review, c => c.Lead, (c, act) => c.Withdraw(act), ct);
        return Page.Then(http, $"/desk/consultations/{id}", "已撤回。");
    }

    private static async Task<IResult> Material(HttpContext http, Guid id, Guid materialId, Reading reading, AppDb db, FileStore store, CancellationToken ct)
    {
        var asked = await reading.Find(http, id, ct);
        var file = await (from m in db.Set<CaseMaterial>() where m.CaseId == asked.CaseId && m.Id == materialId join f in db.Set<StoredFile>() on m.FileId equals (Guid?)f.Id select f).AsNoTracking().FirstOrDefaultAsync(ct) ?? throw new NotThere();
        return FileDownload.Of(http, store, file, inline: true);
    }

    /// <summary>Found by the unit that asked and by the one that was asked.</summary>
    internal sealed class Reading(AppDb db, Writer writer, PermissionTable table)
    {
        public async Task<Consultation> Find(HttpContext http, Guid id, CancellationToken ct) =>
            await Seen(http, PaperPermissions.ReadConsultations).AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotThere();

        public async Task Change(HttpContext http, Guid id, string verb, Func<Consultation, UnitId> side, Action<Consultation, Act> act, CancellationToken ct)
        {
            var now = http.Act();
            await writer.Write(now, http.IdempotencyKey, async () =>
            {
                var found = await Seen(http, verb).FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotThere();
                if (!http.Visitor.May(table, verb, side(found)))
                {
                    throw new NotThere();
                }

                act(found, now);
                return true;
            }, ct);
        }

        public async Task<ConsultationView> View(HttpContext http, Guid id, FormErrors errors, CancellationToken ct)
        {
            var found = await Find(http, id, ct);
            var units = await db.UnitRefs.Where(u => u.Id == found.Lead || u.Id == found.Unit).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
            var request = await db.Cases.Where(c => c.Id == found.CaseId).Select(c => c.Request).FirstAsync(ct);
            var materials = await db.Set<CaseMaterial>().AsNoTracking().Where(m => m.CaseId == found.CaseId).OrderBy(m => m.Order).ToListAsync(ct);
            return new(id, found.CaseId, found.CaseNumber, found.ItemName, units[found.Lead], units[found.Unit], found.Question, found.AskedByName, found.AskedAt, found.Due, found.State, request,
                [.. materials.Select(m => new CasePage.MaterialView(m.Name, m.Required, m.IsMet, m.Words, m.FileId is null ? null : $"/desk/consultations/{id}/materials/{m.Id}"))], errors)
            {
                Agrees = found.Agrees, Opinion = found.Opinion, AnsweredBy = found.AnsweredAt is { } at ? $"{found.AnsweredByName} {Dates.Moment(at)}" : null,
                CanAnswer = found.Can(ConsultationVerb.Answer) && http.Visitor.May(table, PaperPermissions.AnswerConsultation, found.Unit),
                CanWithdraw = found.Can(ConsultationVerb.Withdraw) && http.Visitor.May(table, CasePermissions.Review, found.Lead),
                Typed = http.Request.HasFormContentType ? http.Request.Form.ToDictionary(f => f.Key, f => f.Value.FirstOrDefault() ?? "") : new Dictionary<string, string>(),
            };
        }

        private IQueryable<Consultation> Seen(HttpContext http, string verb)
        {
            var scopes = http.Visitor.ScopesFor(table, verb);
            if (scopes.Any(s => s.Unit is null && s.Area is null))
            {
                return db.Consultations;
            }

            var units = scopes.Where(s => s.Unit is not null).Select(s => s.Unit!.Value).ToList();
            return db.Consultations.Where(c => units.Contains(c.Unit) || units.Contains(c.Lead));
        }
    }
}

public sealed record ConsultationView(
    Guid Id, Guid CaseId, string Number, string Item, string Lead, string Unit, string Question, string AskedBy, DateTimeOffset AskedAt, DateOnly Due, ConsultationState State, string Request,
    IReadOnlyList<CasePage.MaterialView> Materials, FormErrors Errors)
{
    public bool? Agrees { get; init; }

    public string Opinion { get; init; } = "";

    public string? AnsweredBy { get; init; }

    public bool CanAnswer { get; init; }

    public bool CanWithdraw { get; init; }

    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public string Of(string field) => Typed.GetValueOrDefault(field, "");
}
