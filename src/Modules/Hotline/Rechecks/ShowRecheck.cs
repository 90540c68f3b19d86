using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Hotline.Files;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Replies;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Rechecks;

/// <summary>What a unit said of it.</summary>
public sealed record ExplanationRow(string Text, string ByName, DateTimeOffset At, DateOnly Due, bool Late, Guid? File);

public sealed record RecheckView(Guid Id, Guid OrderId, string Number, string Title, string Unit, string Verdict, DateOnly SaidOn, DateOnly AskedOn, DateOnly ExplainBy, bool Late, OrderRecheckState State, string Remark, string DecidedByName, DateOnly? DecidedOn, bool FalseReply, int Version)
{
    public required IReadOnlyList<ExplanationRow> Explanations { get; init; }

    /// <summary>Whether the reader may open the order: it may lie with another unit now.</summary>
    public bool OpensOrder { get; init; }

    public bool MayExplain { get; init; }

    public bool MayDecide { get; init; }

    public bool MayRehandle { get; init; }

    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public FormErrors Errors { get; init; } = new();

    public string Of(string field) => Typed.GetValueOrDefault(field, "");
}

/// <summary>An explanation as a program sends it.</summary>
public sealed record ExplanationInput([property: Required(ErrorMessage = "请填写说明 text。"), MinLength(ShowRecheck.Least, ErrorMessage = "请写清情况，不少于 10 个字。"), MaxLength(2000, ErrorMessage = "说明不能超过 2000 个字。")] string? Text);

/// <summary>认可, 退回补充 or 重办.</summary>
public sealed record RecheckAnswerInput(
    [property: Required(ErrorMessage = "请填写 answer：accept、back 或 rehandle。"), RegularExpression("^(accept|back|rehandle)$", ErrorMessage = "answer 应为 accept、back 或 rehandle。")] string? Answer,
    [property: MaxLength(500, ErrorMessage = "意见不能超过 500 个字。")] string? Remark, bool FalseReply);

/// <summary>一件不满意件 — what the caller said, what the unit explains, what the hotline office decides.</summary>
internal static class ShowRecheck
{
    public const int Least = 10;
    private const string One = ListRechecks.Here + "/{id:guid}";

    private static readonly FileLimits Evidence = new(20L << 20, [FileKind.Pdf, .. FileKind.Images]);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(One, async (HttpContext http, Guid id, RecheckDesk desk, CancellationToken ct) => Page.Of<RecheckPage>(http, await desk.View(http, id, new(), ct))).RequirePermission(RecheckPermissions.Read);
        app.MapGet("/api/v1/order-rechecks/{id:guid}", async Task<Ok<RecheckRow>> (HttpContext http, Guid id, RecheckDesk desk, CancellationToken ct) => TypedResults.Ok(await desk.Row(http, id, ct))).RequirePermission(RecheckPermissions.Read).Described("一件不满意件复核");
        app.MapPost(One + "/explanation", Explain).RequirePermission(RecheckPermissions.Explain).TakesFiles();
        app.MapPost(One + "/answer", Answer).RequirePermission(RecheckPermissions.Decide);
        app.MapPost("/api/v1/order-rechecks/{id:guid}/explanation", async Task<Ok<RecheckRow>> (HttpContext http, Guid id, ExplanationInput input, RecheckDesk desk, CancellationToken ct) =>
        {
            await desk.Change(http, id, RecheckPermissions.Explain, null, (r, by) =>
            {
                r.Explain(input.Text!.Trim(), null, by.Act);
                return Task.CompletedTask;
            }, ct);
            return TypedResults.Ok(await desk.Row(http, id, ct));
        }).RequirePermission(RecheckPermissions.Explain).Described("说明不满意件");
        app.MapPost("/api/v1/order-rechecks/{id:guid}/answer", async Task<Ok<RecheckRow>> (HttpContext http, Guid id, RecheckAnswerInput input, RecheckDesk desk, CancellationToken ct) =>
        {
            await desk.Decide(http, id, input.Answer!, input.Remark ?? "", input.FalseReply, ct);
            return TypedResults.Ok(await desk.Row(http, id, ct));
        }).RequirePermission(RecheckPermissions.Decide).Described("复核不满意件");
        app.MapGet(One + "/files/{file:guid}", File).RequirePermission(RecheckPermissions.Read);
    }

    private static async Task<IResult> Explain(HttpContext http, Guid id, IFormCollection form, RecheckDesk desk, FileKeeping keeping, AppDb db, IdSource ids, CancellationToken ct)
    {
        var (text, errors) = (http.Request.Text("text"), new FormErrors());
        if (text.Length < Least)
        {
            errors.Add("text", $"请写清核查的情况和采取的措施，不少于 {Least} 个字。");
        }

        var kept = form.Files.GetFile("evidence") is { Length: > 0 } file && errors.Count == 0 ? await keeping.Receive(file, "evidence", Evidence, errors, ct) : null;
        if (errors.Count > 0)
        {
            return Page.Again<RecheckPage>(http, await desk.View(http, id, errors, ct));
        }

        await desk.Change(http, id, RecheckPermissions.Explain, null, (r, by) =>
        {
            var row = kept is null ? null : db.Add(StoredFile.Of(ids.NewId(by.Act.Now), kept, r.Ref, by.Act)).Entity;
            r.Explain(text, row?.Id, by.Act);
            return Task.CompletedTask;
        }, ct);
        return Page.Then(http, $"{ListRechecks.Here}/{id}", "已说明，等待热线办复核。");
    }

    private static async Task<IResult> Answer(HttpContext http, Guid id, IFormCollection form, RecheckDesk desk, CancellationToken ct)
    {
        var (answer, remark, errors) = (http.Request.Text("answer", 20), http.Request.Text("remark", 500), new FormErrors());
        if (answer is not ("accept" or "back" or "rehandle"))
        {
            errors.Add("answer", "请选择认可、退回补充说明或者要求重办。");
        }
        else if (answer != "accept" && remark.Length < 2)
        {
            errors.Add("remark", answer == "back" ? "退回补充说明须写明要补充什么。" : "要求重办须写明理由。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<RecheckPage>(http, await desk.View(http, id, errors, ct));
        }

        await desk.Decide(http, id, answer, remark, form["falseReply"] == "true", ct);
        return Page.Then(http, $"{ListRechecks.Here}/{id}", answer switch { "accept" => "已认可。", "back" => "已退回补充说明。", _ => "已要求重办，工单退回承办单位。" });
    }

    private static async Task<IResult> File(HttpContext http, Guid id, Guid file, RecheckDesk desk, AppDb db, FileStore store, CancellationToken ct)
    {
        var found = await desk.Find(http, id, ct);
        var row = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file && f.MatterKind == OrderRecheck.MatterKind && f.MatterId == found.Id, ct) ?? throw new NotThere();
        return FileDownload.Of(http, store, row, inline: true);
    }
}
