using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Assistance;

/// <summary>One order on the agent's phone: who, what, the letter, what was taken and where it went, the cases, what is to be done next.</summary>
internal static class ShowAssistance
{
    /// <summary>The letter is read by the village's people, and by whoever asked online.</summary>
    public static readonly DocumentDoor Door = new(AssistanceOrder.MatterKind, async (http, id) =>
    {
        var (db, table, me) = (http.RequestServices.GetRequiredService<AppDb>(), http.RequestServices.GetRequiredService<PermissionTable>(), http.Visitor.Actor.AccountId);
        var reach = ScopeReach.Of(http.Visitor, table, AssistancePermissions.Read);
        return http.Visitor.IsSignedIn && (await db.AssistanceOrders.AnyAsync(o => o.Id == id && o.AccountId == me, http.RequestAborted)
            || await db.AssistanceOrders.Within(reach).AnyAsync(o => o.Id == id, http.RequestAborted));
    });

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/assistance/{id:guid}", async (HttpContext http, Guid id, AssistanceDesk desk, Reading reading, CancellationToken ct) =>
            Page.Of<AssistancePage>(http, await reading.View(http, await desk.Find(http, id, AssistancePermissions.Read, ct), new(), ct))).RequirePermission(AssistancePermissions.Read);
        app.MapGet("/desk/assistance/{id:guid}/slip", async (HttpContext http, Guid id, AssistanceDesk desk, Reading reading, CancellationToken ct) =>
            Page.Of<SlipPage>(http, await reading.View(http, await desk.Find(http, id, AssistancePermissions.Read, ct), new(), ct))).RequirePermission(AssistancePermissions.Read);
        app.MapGet("/desk/assistance/{id:guid}/files/{fileId:guid}", File).RequirePermission(AssistancePermissions.Read);
    }

    private static async Task<IResult> File(HttpContext http, Guid id, Guid fileId, AssistanceDesk desk, AppDb db, FileStore store, CancellationToken ct)
    {
        var found = await desk.Find(http, id, AssistancePermissions.Read, ct);
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId && f.MatterId == found.Id && f.MatterKind == AssistanceOrder.MatterKind, ct) ?? throw new NotThere();
        return FileDownload.Of(http, store, file, inline: true);
    }

    internal sealed class Reading(AppDb db, PermissionTable table, CountyScope scope)
    {
        public async Task<AssistanceView> View(HttpContext http, AssistanceOrder o, FormErrors errors, CancellationToken ct)
        {
            var journal = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == AssistanceOrder.MatterKind && j.MatterId == o.Id).OrderByDescending(j => j.Number)
                .Select(j => new { j.At, j.ActorName, j.Verb, j.Reason }).ToListAsync(ct);
            var (keys, may) = (scope.County.Keys, http.Visitor.May(table, AssistancePermissions.Act, null, o.Area));
            bool Can(AssistanceVerb verb) => may && AssistanceLifecycle.Table.Can(o.State, verb);
            var typed = http.Request.HasFormContentType ? http.Request.Form.ToDictionary(f => f.Key, f => f.Value.FirstOrDefault() ?? "") : [];
            return new()
            {
                Row = AssistanceRow.Of.Compile()(o) with { Place = await AssistancePapers.PlaceOf(db, o.Area, ct) }, Number = Masking.Id(keys.Open(o.Person.Number)),
                // the agent must be able to ring up; others see a masked number
                Phone = o.AgentId == http.Visitor.Actor.AccountId ? keys.Open(o.Person.Phone) ?? "" : Masking.Phone(keys.Open(o.Person.Phone)), Address = o.Person.Address,
                DocumentHref = o.DocumentId is { } doc ? $"/documents/{doc}" : null, Authority = o.Authorities.OrderBy(a => a.At).Select(a => new AuthorityView(a.SignedOn, File(o, a.FileId)!, a.AgentId == o.AgentId)).LastOrDefault(),
                Papers = [.. o.Papers.OrderBy(p => p.Order).Select(p => Paper(o, p))], Cases = [.. o.Cases.OrderBy(c => c.LinkedOn).Select(c => new AssistedCaseView(c.CaseId, c.CaseNumber, c.ItemName))],
                Agents = Can(AssistanceVerb.Assign) ? [.. (await db.AgentsOf(o.Area, ct)).Select(a => new Choice(a.AccountId.ToString(), a.Name, null, null))] : [],
                CanAuthorise = Can(AssistanceVerb.Authorise), CanTake = Can(AssistanceVerb.TakePaper), CanHandBack = Can(AssistanceVerb.HandBack), CanFinish = Can(AssistanceVerb.Finish), CanWithdraw = Can(AssistanceVerb.Withdraw),
                Outcome = o.Outcome, Timeline = [.. journal.Select(j => new TimelineEntry(j.At, j.ActorName, j.Verb) { Why = j.Reason })], Typed = typed, Errors = errors,
            };
        }

        private static TakenPaperView Paper(AssistanceOrder o, TakenPaper p) => new(p.Id, p.Name, p.Copies, p.Original, p.At, p.ByName, File(o, p.PhotoId), File(o, p.SignatureId),
            p.Return is { } r ? new(Label.Of(r.End), r.At, r.ByName, File(o, r.PhotoId), File(o, r.SignatureId)) : null);

        private static string? File(AssistanceOrder o, Guid? file) => file is { } id ? $"/desk/assistance/{o.Id}/files/{id}" : null;
    }
}

public sealed record AuthorityView(DateOnly SignedOn, string Href, bool Holds);

public sealed record PaperEndView(string End, DateTimeOffset At, string By, string? Photo, string? Signature);

public sealed record TakenPaperView(Guid Id, string Name, int Copies, bool Original, DateTimeOffset At, string By, string? Photo, string? Signature, PaperEndView? End);

public sealed record AssistedCaseView(Guid Id, string Number, string Item);

public sealed record AssistanceView
{
    public required AssistanceRow Row { get; init; }

    public required string Number { get; init; }

    public required string Phone { get; init; }

    public required string Address { get; init; }

    public required string? DocumentHref { get; init; }

    public required AuthorityView? Authority { get; init; }

    public required IReadOnlyList<TakenPaperView> Papers { get; init; }

    public required IReadOnlyList<AssistedCaseView> Cases { get; init; }

    /// <summary>Whom the visitor may assign; empty where nobody may be assigned now.</summary>
    public required IReadOnlyList<Choice> Agents { get; init; }

    public required bool CanAuthorise { get; init; }

    public required bool CanTake { get; init; }

    public required bool CanHandBack { get; init; }

    public required bool CanFinish { get; init; }

    public required bool CanWithdraw { get; init; }

    public required string Outcome { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    public required IReadOnlyDictionary<string, string> Typed { get; init; }

    public required FormErrors Errors { get; init; }

    public string Href => $"/desk/assistance/{Row.Id}";

    public string Of(string field, string otherwise = "") => Typed.GetValueOrDefault(field, otherwise);

    /// <summary>The errors of the form that these fields stand in.</summary>
    public FormErrors? ErrorsOf(params string[] fields) => Errors.Any(e => fields.Contains(e.Field)) ? Errors : null;
}
