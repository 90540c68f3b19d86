using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Pledges;

/// <summary>One pledge: what was signed, the check, and what follows a breach.</summary>
internal static class ShowPledge
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/pledges/{id:guid}", async (HttpContext http, Guid id, Reading reading, CancellationToken ct) =>
            Page.Of<PledgePage>(http, await reading.View(http, id, new(), ct))).RequirePermission(PaperPermissions.ReadPledges);
        app.MapPost("/desk/pledges/{id:guid}/check", Check).RequirePermission(PaperPermissions.CheckPledge);
        app.MapPost("/desk/pledges/{id:guid}/measure", Punish).RequirePermission(PaperPermissions.PunishPledge);
        app.MapPost("/desk/pledges/{id:guid}/ending", Drop).RequirePermission(PaperPermissions.CheckPledge);
    }

    private static Task<IResult> Check(HttpContext http, Guid id, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var (result, finding, errors) = (form["result"].FirstOrDefault(), http.Request.Text("finding"), new FormErrors());
        Require(errors, "result", result is "kept" or "breached", "请选择核查结果。");
        Require(errors, "finding", finding.Length > 0, "请写明核查的方式和结果。");
        return reading.Do(http, id, PaperPermissions.CheckPledge, errors, (p, act) => { p.Check(result == "kept", finding, act); return Task.CompletedTask; }, "核查结果已登记。", ct);
    }

    private static Task<IResult> Punish(HttpContext http, Guid id, IFormCollection form, Reading reading, PledgeDesk desk, CancellationToken ct)
    {
        var (known, words, errors) = (Enum.TryParse<PledgeMeasure>(form["measure"].FirstOrDefault(), out var measure) && Enum.IsDefined(measure), http.Request.Text("words"), new FormErrors());
        Require(errors, "measure", known, "请选择处理方式。");
        Require(errors, "words", words.Length > 0, "请写明处理的内容和依据。");
        return reading.Do(http, id, PaperPermissions.PunishPledge, errors, (p, act) => desk.Punish(p, measure, words, act, ct), "处理已登记，并已告知申请人。", ct);
    }

    private static Task<IResult> Drop(HttpContext http, Guid id, Reading reading, CancellationToken ct)
    {
        var (reason, errors) = (http.Request.Text("reason"), new FormErrors());
        Require(errors, "reason", reason.Length > 0, "请写明为什么不再核查。");
        return reading.Do(http, id, PaperPermissions.CheckPledge, errors, (p, act) => { p.Drop(act with { Reason = reason }); return Task.CompletedTask; }, "已终止核查。", ct);
    }

    private static void Require(FormErrors errors, string field, bool met, string message)
    {
        if (!met)
        {
            errors.Add(field, message);
        }
    }

    /// <summary>Finds a pledge within the visitor's scope and calls its verbs.</summary>
    internal sealed class Reading(AppDb db, Writer writer, PermissionTable table)
    {
        public async Task<IResult> Do(HttpContext http, Guid id, string verb, FormErrors errors, Func<Pledge, Act, Task> change, string notice, CancellationToken ct)
        {
            if (errors.Count > 0)
            {
                return Page.Again<PledgePage>(http, await View(http, id, errors, ct));
            }

            var act = http.Act();
            await writer.Write(act, http.IdempotencyKey, async () =>
            {
                var pledge = await Within(http, verb).FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotThere();
                if (http.Request.SeenVersion is { } seen && seen != pledge.Trail.Count)
                {
                    throw new RuleViolation("stale", "这份承诺刚刚被他人处理过，请刷新后再看。");
                }

                await change(pledge, act);
                return true;
            }, ct);
            return Page.Then(http, $"/desk/pledges/{id}", notice);
        }

        public async Task<PledgeView> View(HttpContext http, Guid id, FormErrors errors, CancellationToken ct)
        {
            var p = await Within(http, PaperPermissions.ReadPledges).AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) ?? throw new NotThere();
            var c = await db.Cases.AsNoTracking().Where(x => x.Id == p.CaseId).Select(x => new { x.Number, x.ItemName, x.Applicant.Name }).FirstAsync(ct);
            var words = await db.Set<PledgeWording>().AsNoTracking().Where(v => v.TextId == p.TextId && v.Number == p.TextNumber).Select(v => v.Words).FirstAsync(ct);
            var story = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == Pledge.MatterKind && j.MatterId == id).OrderByDescending(j => j.Number)
                .Select(j => new TimelineEntry(j.At, j.ActorName, j.Verb) { Why = j.Reason }).ToListAsync(ct);
            bool May(PledgeVerb verb, string permission) => p.Can(verb) && http.Visitor.May(table, permission, p.Unit);
            return new PledgeView(id, p.CaseId, c.Number, c.ItemName, Masking.Party(c.Name), p.Material, p.State, p.SignedOn, p.CheckBy, p.TextNumber, words.Pledged, words.Checked, words.Consequence, story, p.Trail.Count, errors)
            {
                Letter = p.DocumentId is { } d ? $"/documents/{d}" : null, Notice = p.NoticeId is { } n ? $"/documents/{n}" : null,
                Finding = p.CheckedOn is { } on ? $"{p.Finding}（{p.CheckedByName}，{Dates.Day(on)}）" : null, Measure = p.Measure is { } m ? $"{Label.Of(m)}：{p.MeasureWords}" : null,
                CanCheck = May(PledgeVerb.Keep, PaperPermissions.CheckPledge), CanPunish = May(PledgeVerb.Punish, PaperPermissions.PunishPledge),
                Typed = http.Request.HasFormContentType ? http.Request.Form.ToDictionary(f => f.Key, f => f.Value.FirstOrDefault() ?? "") : new Dictionary<string, string>(),
            };
        }

        private IQueryable<Pledge> Within(HttpContext http, string verb)
        {
            var mine = db.Cases.Real.Within(http.Visitor, table, verb).Select(c => c.Id);
            return db.Pledges.Where(p => mine.Contains(p.CaseId));
        }
    }
}

public sealed record PledgeView(
    Guid Id, Guid CaseId, string Number, string Item, string Applicant, string Material, PledgeState State, DateOnly SignedOn, DateOnly CheckBy, int TextNumber,
    string Pledged, string Checked, string Consequence, IReadOnlyList<TimelineEntry> Story, int Version, FormErrors Errors)
{
    public string? Letter { get; init; }

    public string? Notice { get; init; }

    public string? Finding { get; init; }

    public string? Measure { get; init; }

    public bool CanCheck { get; init; }

    public bool CanPunish { get; init; }

    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public string Of(string field) => Typed.GetValueOrDefault(field, "");
}
