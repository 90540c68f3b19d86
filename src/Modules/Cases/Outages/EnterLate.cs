using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Filing;
using Yimen.Cases.Materials;
using Yimen.Cases.Reception;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Outages;

/// <summary>补录 — a case from its handwritten emergency receipt: the real time, the number, a photo of the paper.</summary>
internal static class EnterLate
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/reception/{itemId:guid}/late", async (HttpContext http, Guid itemId, Reading reading, CounterWindows windows, CancellationToken ct) =>
            Page.Of<LatePage>(http, await reading.View(http, itemId, new() { Reception = new() { Window = await windows.Usual(http, ct) } }, new(), ct))).RequirePermission(CounterPermissions.Outages);
        MaterialUpload.Raise(app.MapPost("/desk/reception/{itemId:guid}/late", Post).RequirePermission(CounterPermissions.Outages));
        app.MapGet("/desk/cases/{id:guid}/late/photo", Photo).RequirePermission(CasePermissions.Read);
    }

    private static async Task<IResult> Post(HttpContext http, Guid itemId, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var (input, errors) = (LateInput.From(form), new FormErrors());
        return await KeptForm.Try(errors,
            async () => await reading.Handle(http, itemId, input, form.Files.GetFile("photo"), errors, ct) is { } entered
                ? Page.Then(http, $"/desk/cases/{entered}/receipt", "已补录，收件日按实际时间计。请打印收件凭证交申请人。")
                : Page.Again<LatePage>(http, await reading.View(http, itemId, input, errors, ct)),
            async status => Page.Of<LatePage>(http, await reading.View(http, itemId, input, errors, ct), status),
            ("in-the-future", "day"), ("blank-window", "blank"), ("blank-used", "blank"), ("no-blank", "blank"), ("file-type", "photo"), ("file-too-large", "photo"), ("file-empty", "photo"));
    }

    private static async Task<IResult> Photo(HttpContext http, Guid id, CaseDesk desk, AppDb db, FileStore store, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Read, ct);
        var photo = await db.Set<LateEntryFact>().AsNoTracking().Where(l => l.CaseId == found.Id).Select(l => l.PhotoId).FirstOrDefaultAsync(ct);
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == photo && f.MatterId == found.Id, ct) ?? throw new NotThere();
        return FileDownload.Of(http, store, file, inline: true);
    }

    internal sealed class Reading(AppDb db, Writer writer, IdSource ids, CountyScope scope, CounterWindows windows, FileStore store, Calendars calendars)
    {
        public async Task<Guid?> Handle(HttpContext http, Guid itemId, LateInput input, IFormFile? photo, FormErrors errors, CancellationToken ct)
        {
            var applicant = input.Reception.Applicant.Read(scope.County.Keys, errors);
            var window = await windows.Find(http, input.Reception.Window, errors, ct);
            var (real, act, licence) = (input.Real(errors), http.Act(), Renewal.Read(input.Reception.Licence, errors));
            var batch = await Batch(input.Blank, errors, ct);
            if (photo is null)
            {
                errors.Add("photo", "请拍下或扫描纸质凭证后上传。");
            }

            if (applicant is null || window is null || real is not { } at || batch is null || errors.Count > 0)
            {
                return null;
            }

            var subject = await db.SubjectOf(itemId, ct);
            var received = await Keep(photo!, ct);
            var intake = new Intake(CounterWindows.ChannelOf(window), window.Code, window.Area, applicant, input.Reception.Request, input.Reception.Papers.ToHashSet())
            {
                TellBy = subject.TellBy(await calendars.Of(scope.County, db, ct), ChinaTime.DateOf(at)), Licence = licence,
            };
            return await writer.Write(act, http.IdempotencyKey, async () =>
            {
                var (id, photoId) = (ids.NewId(act.Now), ids.NewId(act.Now));
                var late = new LateEntryFact { Blank = input.Blank, RealAt = at, EnteredAt = act.Now, EnteredOn = act.Today, ByName = act.By.Name, Reason = input.Reason, PhotoId = photoId };
                var entered = Case.EnterLate(subject, (id, ids.NewCode(6)), intake, late, act);
                db.AddRange(entered, StoredFile.Of(photoId, received, entered.Ref, act));
                var used = await db.BlankBatches.Include(b => b.Blanks).FirstAsync(b => b.Id == batch, ct);
                used.Use(input.Blank, id, window.Code, act);
                return id;
            }, ct);
        }

        public async Task<LateView> View(HttpContext http, Guid itemId, LateInput input, FormErrors errors, CancellationToken ct)
        {
            var subject = await db.SubjectOf(itemId, ct);
            IReadOnlyList<PaperRow> papers = [.. subject.Version.Content.Materials.Select((m, i) => new PaperRow(i + 1, m.Name, m.Need, m.Copies, m.Standard))];
            return new(itemId, subject.Version.Name, papers, await windows.Choices(http, ct), input, errors);
        }

        private async Task<ReceivedFile> Keep(IFormFile photo, CancellationToken ct)
        {
            await using var content = photo.OpenReadStream();
            return await store.Receive(content, photo.FileName, FileLimits.Material, ct);
        }

        private async Task<Guid?> Batch(string number, FormErrors errors, CancellationToken ct)
        {
            var batch = number.Length == 0 ? null : await db.Set<Blank>().AsNoTracking().Where(b => b.Number == number).Select(b => (Guid?)b.BatchId).FirstOrDefaultAsync(ct);
            if (batch is null)
            {
                errors.Add("blank", number.Length == 0 ? "请填写凭证上印的编号。" : $"没有编号为 {number} 的应急凭证，请核对。");
            }

            return batch;
        }
    }
}

/// <summary>What stood on the paper receipt.</summary>
public sealed record LateInput
{
    public ReceptionInput Reception { get; init; } = new();

    public string Blank { get; init; } = "";

    public string Day { get; init; } = "";

    public string Time { get; init; } = "";

    public string Reason { get; init; } = "";

    public static LateInput From(IFormCollection form) => new()
    {
        Reception = ReceptionInput.From(form),
        Blank = form["blank"].FirstOrDefault()?.Trim().ToUpperInvariant() ?? "",
        Day = form["day"].FirstOrDefault()?.Trim() ?? "",
        Time = form["time"].FirstOrDefault()?.Trim().Replace('：', ':') ?? "",
        Reason = form["reason"].FirstOrDefault()?.Trim() ?? "",
    };

    /// <summary>The real time in China; null, with the fault at its field, when it was not typed right.</summary>
    internal DateTimeOffset? Real(FormErrors errors)
    {
        if (!DateOnly.TryParse(Day, out var day))
        {
            errors.Add("day", "请填写凭证上的日期。");
        }

        if (!TimeOnly.TryParse(Time, out var time))
        {
            errors.Add("time", "请填写凭证上的时间，例如 9:40。");
        }

        if (Reason.Length is < 2 or > 200)
        {
            errors.Add("reason", "请写明为什么当时没有录入，2 至 200 字，例如：停电。");
        }

        return errors.Of("day") is null && errors.Of("time") is null ? ChinaTime.StartOf(day).Add(time.ToTimeSpan()) : null;
    }
}

public sealed record LateView(Guid ItemId, string Item, IReadOnlyList<PaperRow> Papers, IReadOnlyList<Choice> Windows, LateInput Input, FormErrors Errors);
