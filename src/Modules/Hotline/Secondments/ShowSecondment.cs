using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Hotline.Files;
using Yimen.Kernel;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Secondments;

/// <summary>Where a secondment stands after an act.</summary>
public sealed record SecondmentStanding(Guid Id, SecondmentState State, string PersonName, DateOnly? From, DateOnly? Until);

/// <summary>Who is sent, as a program says it. Days are as 2020-12-01.</summary>
public sealed record SecondmentInput(
    [property: Required(ErrorMessage = "请填写人员的账号 person。")] Guid? Person,
    [property: Required(ErrorMessage = "请填写到岗日期 from。")] DateOnly? From,
    [property: Required(ErrorMessage = "请填写结束日期 until。")] DateOnly? Until);

/// <summary>A training as a program sends it.</summary>
public sealed record TrainingInput(
    [property: Required(ErrorMessage = "请填写日期 on。")] DateOnly? On,
    [property: Required(ErrorMessage = "请填写内容 subject。"), MaxLength(100, ErrorMessage = "培训内容不能超过 100 个字。")] string? Subject,
    [property: Required(ErrorMessage = "请填写学时 hours。")] int? Hours);

/// <summary>Why a secondment ends, or a unit is let off.</summary>
public sealed record SecondmentEndInput([property: Required(ErrorMessage = "请填写 why。"), MinLength(2, ErrorMessage = "请写明原因。"), MaxLength(200, ErrorMessage = "原因不能超过 200 个字。")] string? Why);

/// <summary>一次选派 — 选派业务骨干 by the unit; 登记培训, 结束选派, 免予选派 by the hotline office.</summary>
internal static class ShowSecondment
{
    private const string One = ListSecondments.Here + "/{id:guid}";
    private const string Api = "/api/v1/secondments/{id:guid}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(One, async (HttpContext http, Guid id, SecondmentDesk desk, CancellationToken ct) => Page.Of<SecondmentPage>(http, await desk.View(http, id, "", new(), ct))).RequirePermission(SecondmentPermissions.Read);
        app.MapPost(One + "/naming", Name).RequirePermission(SecondmentPermissions.Name);
        app.MapPost(One + "/trainings", Train).RequirePermission(SecondmentPermissions.Keep).TakesFiles();
        app.MapGet(One + "/files/{file:guid}", Open).RequirePermission(SecondmentPermissions.Read);
        app.MapPost(One + "/ending", (HttpContext http, Guid id, IFormCollection form, SecondmentDesk desk, FileKeeping keeping, CancellationToken ct) => Close(http, id, "ending", "请写明选派的成效或者提前结束的原因。", (s, act, file) => s.End(act, file), (desk, keeping), ct)).RequirePermission(SecondmentPermissions.Keep).TakesFiles();
        app.MapPost(One + "/waiver", (HttpContext http, Guid id, IFormCollection form, SecondmentDesk desk, FileKeeping keeping, CancellationToken ct) => Close(http, id, "waiver", "请写明为什么免予选派。", (s, act, _) => s.Waive(act), (desk, keeping), ct)).RequirePermission(SecondmentPermissions.Keep);
        app.MapPost(Api + "/naming", async Task<Ok<SecondmentStanding>> (HttpContext http, Guid id, SecondmentInput input, SecondmentDesk desk, CancellationToken ct) =>
        {
            var person = await desk.Person((await desk.Find(http, id, ct)).Unit, $"{input.Person}", ct) ?? throw new RuleViolation("secondment-person", "请选择本单位的工作人员。");
            await desk.Change(http, id, SecondmentPermissions.Name, null, (s, act) => s.Name(person, input.From!.Value, input.Until!.Value, act), ct);
            return await Standing(http, id, desk, ct);
        }).RequirePermission(SecondmentPermissions.Name).Described("选派业务骨干");
        app.MapPost(Api + "/trainings", async Task<Ok<SecondmentStanding>> (HttpContext http, Guid id, TrainingInput input, SecondmentDesk desk, CancellationToken ct) =>
        {
            await desk.Change(http, id, SecondmentPermissions.Keep, null, (s, act) => s.Train(input.On!.Value, input.Subject!.Trim(), input.Hours!.Value, act), ct);
            return await Standing(http, id, desk, ct);
        }).RequirePermission(SecondmentPermissions.Keep).Described("登记选派人员培训");
        MapEnds(app, "ending", "结束选派", (s, act) => s.End(act));
        MapEnds(app, "waiver", "免予选派", (s, act) => s.Waive(act));
    }

    private static void MapEnds(IEndpointRouteBuilder app, string noun, string words, Action<Secondment, Act> verb) =>
        app.MapPost($"{Api}/{noun}", async Task<Ok<SecondmentStanding>> (HttpContext http, Guid id, SecondmentEndInput input, SecondmentDesk desk, CancellationToken ct) =>
        {
            await desk.Change(http, id, SecondmentPermissions.Keep, input.Why, verb, ct);
            return await Standing(http, id, desk, ct);
        }).RequirePermission(SecondmentPermissions.Keep).Described(words);

    private static async Task<Ok<SecondmentStanding>> Standing(HttpContext http, Guid id, SecondmentDesk desk, CancellationToken ct) =>
        await desk.Find(http, id, ct) is var s ? TypedResults.Ok(new SecondmentStanding(s.Id, s.State, s.PersonName, s.From, s.Until)) : throw new NotThere();

    private static async Task<IResult> Name(HttpContext http, Guid id, IFormCollection form, SecondmentDesk desk, CancellationToken ct)
    {
        var (errors, found, today) = (new FormErrors(), await desk.Find(http, id, ct), http.Act().Today);
        var (person, from, until) = (await desk.Person(found.Unit, http.Request.Text("person", 60), ct), Day(http, "from", errors), Day(http, "until", errors));
        if (person is null)
        {
            errors.Add("person", "请选择本单位的工作人员。");
        }

        if (from < today)
        {
            errors.Add("from", "到岗日期不能早于今天。");
        }

        if (until < from)
        {
            errors.Add("until", "结束日期不能早于到岗日期。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<SecondmentPage>(http, await desk.View(http, id, "naming", errors, ct));
        }

        await desk.Change(http, id, SecondmentPermissions.Name, null, (s, act) => s.Name(person!.Value, from!.Value, until!.Value, act), ct);
        return Page.Then(http, $"{ListSecondments.Here}/{id}", "已选派，请按时到岗。");
    }

    private static async Task<IResult> Train(HttpContext http, Guid id, IFormCollection form, SecondmentDesk desk, FileKeeping keeping, CancellationToken ct)
    {
        var (errors, found, subject) = (new FormErrors(), await desk.Find(http, id, ct), http.Request.Text("subject", 100));
        var on = Day(http, "on", errors);
        if (on > http.Act().Today || on < found.From)
        {
            errors.Add("on", "培训日期应在到岗以后、今天以前。");
        }

        if (subject.Length < 2)
        {
            errors.Add("subject", "请写明培训内容。");
        }

        if (!int.TryParse(http.Request.Text("hours", 10), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours is < 1 or > 12)
        {
            errors.Add("hours", "学时应为 1 至 12 的整数。");
        }

        var kept = await Evidence(form, keeping, errors, ct);
        if (errors.Count > 0)
        {
            return Page.Again<SecondmentPage>(http, await desk.View(http, id, "trainings", errors, ct));
        }

        await desk.Change(http, id, SecondmentPermissions.Keep, null, (s, act) => s.Train(on!.Value, subject, hours, act, kept?.Name), ct, kept);
        return Page.Then(http, $"{ListSecondments.Here}/{id}", "已登记培训。");
    }

    private static async Task<IResult> Close(HttpContext http, Guid id, string noun, string missing, Action<Secondment, Act, string?> verb, (SecondmentDesk Desk, FileKeeping Keeping) by, CancellationToken ct)
    {
        var (why, errors) = (http.Request.Text("why", 200), new FormErrors());
        if (why.Length < 2)
        {
            errors.Add("why", missing);
        }

        var kept = await Evidence(http.Request.Form, by.Keeping, errors, ct);
        if (errors.Count > 0)
        {
            return Page.Again<SecondmentPage>(http, await by.Desk.View(http, id, noun, errors, ct));
        }

        await by.Desk.Change(http, id, SecondmentPermissions.Keep, why, (s, act) => verb(s, act, kept?.Name), ct, kept);
        return Page.Then(http, $"{ListSecondments.Here}/{id}", noun == "ending" ? "选派已结束。" : "已免予选派。");
    }

    // nothing is kept once something else is wrong with the form
    private static async Task<ReceivedFile?> Evidence(IFormCollection form, FileKeeping keeping, FormErrors errors, CancellationToken ct) =>
        errors.Count == 0 && form.Files.GetFile("evidence") is { Length: > 0 } file ? await keeping.Receive(file, "evidence", FileKeeping.Papers, errors, ct) : null;

    private static async Task<IResult> Open(HttpContext http, Guid id, Guid file, SecondmentDesk desk, FileStore store, CancellationToken ct)
    {
        var found = await desk.Find(http, id, ct);
        return FileDownload.Of(http, store, await desk.Files(found.Id).FirstOrDefaultAsync(f => f.Id == file, ct) ?? throw new NotThere(), inline: true);
    }

    private static DateOnly? Day(HttpContext http, string field, FormErrors errors)
    {
        if (DateOnly.TryParseExact(http.Request.Text(field, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(field, "请填写日期，如 2020-12-01。");
        return null;
    }
}
