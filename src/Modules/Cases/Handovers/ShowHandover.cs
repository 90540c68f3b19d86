using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Devices;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Handovers;

/// <summary>One batch: scanned out on one side, scanned in on the other.</summary>
internal static class ShowHandover
{
    private const string Path = "/desk/handovers/{id:guid}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async (HttpContext http, Guid id, HandoverDesk desk, AppDb db, CancellationToken ct) =>
            Page.Of<HandoverPage>(http, await View(http, id, desk, db, new()))).RequirePermission(PaperPermissions.ReadHandovers);
        Post(app, "/scans", giving: true, (http, h, act, desk, ct) => desk.Put(http, h, Number(http), act, ct));
        Post(app, "/all", giving: true, async (http, h, act, desk, ct) => await desk.PutAll(http, h, act, ct));
        Post(app, "/removal", giving: true, (http, h, act, _, _) => { h.Remove(Id(http, "case"), act); return Task.CompletedTask; });
        Post(app, "/departure", giving: true, (_, h, act, desk, ct) => desk.HandOver(h, act, ct), "已交出，请打印物料流转清单随纸件走。");
        Post(app, "/ending", giving: true, (_, h, act, _, _) => { h.Drop(act); return Task.CompletedTask; }, "交接单已作废。");
        Post(app, "/counting", giving: false, (http, h, act, _, _) => { h.Count(Number(http), act); return Task.CompletedTask; });
        Post(app, "/arrival", giving: false, (http, h, act, _, _) => { h.Receive(Came(http, h), http.Request.Text("note"), act); return Task.CompletedTask; }, "已接收。");
        Post(app, "/clearing", giving: true, (http, h, act, _, _) => { h.Clear(Ticked(http), http.Request.Text("note"), act); return Task.CompletedTask; }, "短缺已了结。");
    }

    private static void Post(IEndpointRouteBuilder app, string noun, bool giving, Func<HttpContext, Handover, Act, HandoverDesk, CancellationToken, Task> verb, string? notice = null) =>
        app.MapPost(Path + noun, async (HttpContext http, Guid id, IFormCollection _, HandoverDesk desk, AppDb db, CancellationToken ct) =>
        {
            try
            {
                await desk.Change(http, id, giving, (h, act) => verb(http, h, act, desk, ct), ct);
                return Page.Then(http, $"/desk/handovers/{id}", notice);
            }
            catch (RuleViolation e) when (Fields.TryGetValue(e.Code, out var field))
            {
                var errors = new FormErrors();
                errors.Add(field, e.Message);
                db.ChangeTracker.Clear();
                return Page.Again<HandoverPage>(http, await View(http, id, desk, db, errors));
            }
        }).RequirePermission(PaperPermissions.Hand);

    // what is wrong with a scan or a note is said beside it, and the batch stays in sight
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["no-case"] = "number", ["no-result"] = "number", ["other-unit"] = "number", ["in-batch"] = "number", ["batch-full"] = "number", ["not-here"] = "number", ["not-in-batch"] = "number",
        ["empty-batch"] = "number", ["shortage-note"] = "note", ["clearing-note"] = "note",
    };

    private static string Number(HttpContext http) => http.Request.Text("number", 60) is { Length: > 0 } typed ? typed : throw new RuleViolation("no-case", "请扫描或输入受理编号。");

    private static Guid Id(HttpContext http, string field) => Guid.TryParse(http.Request.Form[field].FirstOrDefault(), out var id) ? id : throw new NotThere();

    private static HashSet<Guid> Ticked(HttpContext http) => [.. http.Request.Form["came"].Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty)];

    private static HashSet<Guid> Came(HttpContext http, Handover h) => [.. Ticked(http), .. h.Lines.Where(l => l.CountedAt is not null).Select(l => l.CaseId)];

    private static async Task<HandoverView> View(HttpContext http, Guid id, HandoverDesk desk, AppDb db, FormErrors errors)
    {
        var ct = http.RequestAborted;
        var h = await desk.Find(http, id, ct);
        var all = h.Lines.Select(l => l.CaseId).ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => all.Contains(c.Id)).Select(c => new { c.Id, c.ItemName, c.Applicant.Name }).ToDictionaryAsync(c => c.Id, ct);
        var story = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == Handover.MatterKind && j.MatterId == id && j.Verb != "扫入" && j.Verb != "清点").OrderByDescending(j => j.Number)
            .Select(j => new TimelineEntry(j.At, j.ActorName, j.Verb) { Why = j.Reason }).ToListAsync(ct);
        return new HandoverView(id, h.Number, h.Way, h.State, h.Window, $"{Dates.Day(h.RunDay)} {h.RunTime:HH:mm}",
            [.. h.Lines.OrderBy(l => l.Order).Select(l => new HandoverLineRow(l.CaseId, l.CaseNumber, cases.GetValueOrDefault(l.CaseId)?.ItemName ?? "", Masking.Party(cases.GetValueOrDefault(l.CaseId)?.Name ?? ""), l.Sheets, l.CountedAt is not null, l.Missing, l.MovedAt is null ? null : l.Place))],
            story, errors)
        {
            UnitName = await db.UnitRefs.Where(u => u.Id == h.Unit).Select(u => u.Name).FirstAsync(ct), Slip = h.DocumentId is { } d ? $"/documents/{d}" : null,
            Gives = desk.Gives(http, h), Takes = desk.Takes(http, h), Handed = h.HandedAt is { } at ? $"{h.HandedByName} {Dates.Moment(at)}" : null,
            Received = h.ReceivedAt is { } came ? $"{h.ReceivedByName} {Dates.Moment(came)}" : null, Shortage = h.ShortageNote, Cleared = h.ClearedNote, Version = h.Trail.Count, Bridge = BridgePort.Of(http),
        };
    }
}

public sealed record HandoverLineRow(Guid CaseId, string Number, string Item, string Applicant, int Sheets, bool Counted, bool Missing, PaperPlace? Place);

public sealed record HandoverView(
    Guid Id, string Number, HandoverWay Way, HandoverState State, string Window, string Run, IReadOnlyList<HandoverLineRow> Lines, IReadOnlyList<TimelineEntry> Story, FormErrors Errors)
{
    public required string UnitName { get; init; }

    public string? Slip { get; init; }

    public bool Gives { get; init; }

    public bool Takes { get; init; }

    public string? Handed { get; init; }

    public string? Received { get; init; }

    public string Shortage { get; init; } = "";

    public string Cleared { get; init; } = "";

    public int Version { get; init; }

    /// <summary>The port of this computer's device bridge, whose scanner may read the numbers.</summary>
    public int Bridge { get; init; }

    public int Counted => Lines.Count(l => l.Counted);
}
