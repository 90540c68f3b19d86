using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Cases.Limits;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Hearings;

/// <summary>The services of letters as a program reports them.</summary>
public sealed record LettersServedInput(
    [property: Required(ErrorMessage = "请填写 letters：送达了哪些文书。"), MinLength(1, ErrorMessage = "请至少填写一份文书。")] IReadOnlyList<LetterServedInput>? Letters);

/// <param name="DocumentId">The letter, as the hearing lists it.</param>
/// <param name="Note">The parcel's number, who signed, who witnessed.</param>
public sealed record LetterServedInput(
    [property: Required(ErrorMessage = "请填写文书 documentId。")] Guid? DocumentId,
    [property: Required(ErrorMessage = "请填写送达日期 on。")] DateOnly? On,
    [property: MaxLength(200, ErrorMessage = "说明 note 不能超过 200 个字。")] string? Note);

/// <summary>A letter on the hearing's page.</summary>
public sealed record LetterLine(Guid DocumentId, string Party, string Reach, string What, string Number, string Way, DateOnly IssuedOn, DateOnly? ServedOn, string Note)
{
    public string OnField => $"on-{DocumentId:N}";

    public string NoteField => $"note-{DocumentId:N}";
}

public sealed record HearingLettersView(VerbView Case, IReadOnlyList<SummaryLine> Hearing, IReadOnlyList<LetterLine> Letters, bool MayServe);

public sealed record SummaryLine(string Term, string Value);

/// <summary>听证 of a case on one page: who was told, asked, when it is held; and 送达听证文书 — a party's letter counts from the day on which it reached them.</summary>
internal static class ServeLetters
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/hearing-letters", async (HttpContext http, Guid id, CaseDesk desk, Reading reading, CancellationToken ct) =>
            Page.Of<HearingLettersPage>(http, await reading.View(http, await desk.Find(http, id, CasePermissions.Read, ct), new(), ct))).RequirePermission(CasePermissions.Read);
        app.MapPost("/desk/cases/{id:guid}/hearing-letters", Post).RequirePermission(CasePermissions.Review);
        app.MapPost("/api/v1/cases/{id:guid}/hearing-letters", (HttpContext http, Guid id, LettersServedInput input, CaseDesk desk, AppDb db, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Review, Change([.. input.Letters!.Select(l => new HearingService(l.DocumentId!.Value, l.On!.Value, l.Note?.Trim() ?? ""))], db, ct), ct)).RequirePermission(CasePermissions.Review).Described("登记听证文书已送达利害关系人");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, Reading reading, AppDb db, CancellationToken ct)
    {
        var (found, errors, served) = (await desk.Find(http, id, CasePermissions.Review, ct), new FormErrors(), new List<HearingService>());
        foreach (var letter in (found.Hearing ?? throw new NotThere()).Parties.SelectMany(p => p.Letters).Where(l => l.ServedOn is null))
        {
            var (field, typed) = ($"on-{letter.DocumentId:N}", http.Request.Text($"on-{letter.DocumentId:N}", 10));
            if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on >= letter.IssuedOn && on <= http.Act().Today)
            {
                served.Add(new(letter.DocumentId, on, http.Request.Text($"note-{letter.DocumentId:N}", 200)));
            }
            else if (typed.Length > 0)
            {
                errors.Add(field, $"送达日期应在{Dates.Day(letter.IssuedOn)}至今天之间。");
            }
        }

        if (served.Count == 0 && errors.Count == 0)
        {
            errors.Add("", "请填写已经送达的文书的送达日期，还没有送达的留空。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<HearingLettersPage>(http, await reading.View(http, found, errors, ct));
        }

        await desk.Change(http, id, CasePermissions.Review, Change(served, db, ct) with { Version = http.Request.SeenVersion, Seen = form["seen"].FirstOrDefault() }, ct);
        return Page.Then(http, $"/desk/cases/{id}/hearing-letters", $"已登记 {served.Count} 份文书送达。");
    }

    private static CaseChange Change(IReadOnlyList<HearingService> served, AppDb db, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
        c.ServeHearing(served, act, clock, (await db.LimitsOn(act.Today, ct)).Days(CaseLimitCode.HearingRequest)));

    internal sealed class Reading(AppDb db, CaseDesk desk, CountyScope scope, PermissionTable table)
    {
        public async Task<HearingLettersView> View(HttpContext http, Case c, FormErrors errors, CancellationToken ct)
        {
            var hearing = c.Hearing ?? throw new NotThere();
            var numbers = await db.Set<DocumentRecord>().AsNoTracking().Where(d => d.MatterId == c.Id).ToDictionaryAsync(d => d.Id, d => d.Number, ct);
            var letters = from p in hearing.Parties
                          from l in p.Letters
                          select new LetterLine(l.DocumentId, p.Name, Reach(p), Label.Of(l.What), numbers.GetValueOrDefault(l.DocumentId, ""), PartyFields.Words(p.Way), l.IssuedOn, l.ServedOn, l.Note);
            var may = c.ClosedOn is null && http.Visitor.Actor.Unit == c.Unit && http.Visitor.May(table, CasePermissions.Review, c.Unit, c.Area);
            return new(await VerbPages.View(http, c, desk, errors, ct), [.. Lines(c, hearing)], [.. letters], may);
        }

        // the unit needs it to reach them; on the page it is masked
        private string Reach(HearingParty party) => scope.County.Keys.Open(party.Reach) is not { Length: > 0 } reach ? "" : party.Way == DeliveryMethod.Electronic ? Masking.Phone(reach) : reach;

        private static IEnumerable<SummaryLine> Lines(Case c, CaseHearing h)
        {
            yield return new("涉及的重大利益", h.Why);
            yield return new("告知申请人", $"{Dates.Day(h.ToldOn)}　{h.ToldBy}");
            yield return new("利害关系人", h.Parties.Count == 0 ? "没有" : h.PartyNames);
            yield return new("申请听证期限", h.Parties.Any(p => p.AwaitsRight) ? "还有利害关系人没有送达，送达后起算" : $"至{Dates.Day(h.RequestBy)}");
            if (h.RequestedOn is { } asked)
            {
                yield return new("申请听证", $"{h.RequestedBy}（{(h.ByApplicant ? "申请人" : "利害关系人")}），{Dates.Day(asked)}：{h.Statement}");
                yield return new("组织听证期限", $"至{Dates.Day(h.HoldBy!.Value)}");
            }

            if (h.WaivedOn is { } waived)
            {
                yield return new("放弃听证", $"{Dates.Day(waived)}：{h.Statement}");
            }

            if (h.At is { } at)
            {
                yield return new("举行听证", $"{Dates.Moment(at)}　{h.Place}　主持人 {h.ChairName}");
            }

            if (h.RecordedOn is { } recorded)
            {
                yield return new("听证笔录", $"{Dates.Day(recorded)}制作，到场：{h.Attended}");
            }
        }
    }
}
