using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Hotline.Files;
using Yimen.Hotline.Replies;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Appraisal;

/// <summary>Which order is left out of what, or objected to, and why.</summary>
public sealed record AppraisalPointInput(
    [property: Required(ErrorMessage = "请填写考核项 criterion。")] string? Criterion,
    [property: Required(ErrorMessage = "请填写工单编号 number。"), MaxLength(20, ErrorMessage = "工单编号不能超过 20 个字符。")] string? Number,
    [property: Required(ErrorMessage = "请填写理由 why。"), MinLength(RaisePoint.Least, ErrorMessage = "请写清理由，不少于 5 个字。"), MaxLength(RaisePoint.Most, ErrorMessage = "理由不能超过 500 个字。")] string? Why);

/// <summary>提出申诉 by the unit, 提出剔除 by the office — on the page of a unit's line: which criterion, which order, why.</summary>
internal static class RaisePoint
{
    public const int Least = 5;
    public const int Most = 500;
    private const string One = ListAppraisals.Here + "/{month}/units/{unit}";

    private static readonly FileLimits Evidence = new(20L << 20, [FileKind.Pdf, .. FileKind.Images]);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(One, async (HttpContext http, string month, string unit, AppraisalReading reading, PermissionTable table, CancellationToken ct) =>
            Page.Of<AppraisalUnitPage>(http, View(http, await reading.Of(http, month, ct), unit, table, new()))).RequirePermission(AppraisalPermissions.Read);
        app.MapPost(One + "/objections", Object).RequirePermission(AppraisalPermissions.Object).TakesFiles();
        app.MapPost(One + "/exclusions", Exclude).RequirePermission(AppraisalPermissions.Keep);
        app.MapPost("/api/v1/appraisals/{month}/units/{unit}/objections", async Task<Ok<AppraisalView>> (HttpContext http, string month, string unit, AppraisalPointInput input, AppraisalDesk desk, AppraisalReading reading, CancellationToken ct) =>
        {
            Own(http, unit);
            await Raise(http, month, unit, input, desk, (sheet, point, act) => sheet.Object(point, act), ct);
            return TypedResults.Ok(await reading.Of(http, month, ct));
        }).RequirePermission(AppraisalPermissions.Object).Described("对本单位的考核结果提出申诉");
        app.MapPost("/api/v1/appraisals/{month}/units/{unit}/exclusions", async Task<Ok<AppraisalView>> (HttpContext http, string month, string unit, AppraisalPointInput input, AppraisalDesk desk, AppraisalReading reading, CancellationToken ct) =>
        {
            await Raise(http, month, unit, input, desk, (sheet, point, act) => sheet.ProposeExclusion(point, act), ct);
            return TypedResults.Ok(await reading.Of(http, month, ct));
        }).RequirePermission(AppraisalPermissions.Keep).Described("提出考核剔除");
        app.MapGet(ListAppraisals.Here + "/{month}/files/{file:guid}", File).RequirePermission(AppraisalPermissions.Read);
    }

    private static async Task<IResult> Object(HttpContext http, string month, string unit, IFormCollection form, AppraisalDesk desk, AppraisalReading reading, FileKeeping keeping, AppDb db, PermissionTable table, CancellationToken ct)
    {
        Own(http, unit);
        var (errors, sheet) = (new FormErrors(), await desk.Find(http, month, ct));
        var point = await Read(http, sheet, unit, desk, errors, ct);
        var kept = form.Files.GetFile("evidence") is { Length: > 0 } file && errors.Count == 0 ? await keeping.Receive(file, "evidence", Evidence, errors, ct) : null;
        if (point is null || errors.Count > 0)
        {
            return Page.Again<AppraisalUnitPage>(http, View(http, await reading.Of(http, month, ct), unit, table, errors));
        }

        await desk.Change(http, month, null, (s, act) =>
        {
            var row = kept is null ? null : db.Add(StoredFile.Of(desk.NewId(act), kept, s.Ref, act)).Entity;
            s.Object(point with { Id = desk.NewId(act), FileId = row?.Id }, act);
            return Task.CompletedTask;
        }, ct);
        return Page.Then(http, $"{ListAppraisals.Here}/{month}/units/{unit}", "已提出申诉，等待热线办答复。");
    }

    private static async Task<IResult> Exclude(HttpContext http, string month, string unit, IFormCollection form, AppraisalDesk desk, AppraisalReading reading, PermissionTable table, CancellationToken ct)
    {
        var errors = new FormErrors();
        var point = await Read(http, await desk.Find(http, month, ct), unit, desk, errors, ct);
        if (point is null)
        {
            return Page.Again<AppraisalUnitPage>(http, View(http, await reading.Of(http, month, ct), unit, table, errors));
        }

        await desk.Change(http, month, null, (s, act) =>
        {
            s.ProposeExclusion(point with { Id = desk.NewId(act) }, act);
            return Task.CompletedTask;
        }, ct);
        return Page.Then(http, $"{ListAppraisals.Here}/{month}", "已提出剔除，等待中心主任批准。");
    }

    private static async Task Raise(HttpContext http, string month, string unit, AppraisalPointInput input, AppraisalDesk desk, Action<AppraisalSheet, AppraisalPoint, Act> verb, CancellationToken ct)
    {
        var errors = new FormErrors();
        var point = await Point(input, await desk.Find(http, month, ct), unit, desk, errors, ct) ?? throw new RuleViolation("point-faults", string.Join(' ', errors.Select(e => e.Message)));
        await desk.Change(http, month, null, (s, act) =>
        {
            verb(s, point with { Id = desk.NewId(act) }, act);
            return Task.CompletedTask;
        }, ct);
    }

    private static Task<AppraisalPoint?> Read(HttpContext http, AppraisalSheet sheet, string unit, AppraisalDesk desk, FormErrors errors, CancellationToken ct) =>
        Point(new(http.Request.Text("criterion", 20), http.Request.Text("number", 40), http.Request.Text("why", Most)), sheet, unit, desk, errors, ct);

    private static async Task<AppraisalPoint?> Point(AppraisalPointInput input, AppraisalSheet sheet, string unit, AppraisalDesk desk, FormErrors errors, CancellationToken ct)
    {
        var (criterion, number, why) = (Criteria.Parse(input.Criterion), input.Number?.Trim() ?? "", input.Why?.Trim() ?? "");
        if (criterion is null or Criterion.Knowledge)
        {
            errors.Add("criterion", "请选择考核项。");
        }

        if (number.Length == 0)
        {
            errors.Add("number", "请填写工单编号，在这一项的明细里可以看到。");
        }

        if (why.Length < Least)
        {
            errors.Add("why", $"请写清理由，不少于 {Least} 个字。");
        }

        if (errors.Count > 0)
        {
            return null;
        }

        if (await desk.Fact(sheet, criterion!.Value, new(unit), number, ct) is { } fact)
        {
            return new(Guid.Empty, criterion.Value, fact.OrderId, fact.Number, new(unit), why);
        }

        errors.Add("number", $"{number} 没有计入本单位当月的“{Label.Of(criterion.Value)}”。");
        return null;
    }

    // an objection is the unit's own: what is another's is not there
    internal static void Own(HttpContext http, string unit) => _ = http.Visitor.Actor.Unit?.Value == unit ? 0 : throw new NotThere();

    private static AppraisalUnitView View(HttpContext http, AppraisalView sheet, string unit, PermissionTable table, FormErrors errors)
    {
        var line = AppraisalReading.Opened(sheet, unit);
        var typed = http.Request.HasFormContentType ? http.Request.Form.ToDictionary(f => f.Key, f => f.Value.FirstOrDefault() ?? "") : [];
        var own = http.Visitor.Actor.Unit?.Value == unit && http.Visitor.May(table, AppraisalPermissions.Object);
        var runs = own && sheet.State == AppraisalState.Published && http.Act().Today <= sheet.ObjectBy;
        return new(sheet, line, runs && sheet.Receipts.All(r => r.Unit != unit) && sheet.Objections.All(o => o.Unit != line.Name), runs, sheet.MayKeep && sheet.State == AppraisalState.Draft, typed, errors);
    }

    private static async Task<IResult> File(HttpContext http, string month, Guid file, AppraisalDesk desk, AppraisalReading reading, AppDb db, FileStore store, CancellationToken ct)
    {
        var sheet = await desk.Find(http, month, ct);
        var seen = reading.Of(http, sheet).Objections.Any(o => o.File == file);
        var row = seen ? await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file && f.MatterKind == AppraisalSheet.MatterKind && f.MatterId == sheet.Id, ct) : null;
        return FileDownload.Of(http, store, row ?? throw new NotThere(), inline: true);
    }
}
