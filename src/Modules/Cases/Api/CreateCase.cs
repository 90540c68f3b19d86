using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Filing;
using Yimen.Cases.Materials;
using Yimen.Cases.Reception;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Api;

/// <summary>A case as a program files it. With a clerk's token it is received at a window; with a person's own it becomes a draft, to which materials are uploaded before it is submitted.</summary>
public sealed record NewCase
{
    /// <summary>The item, as the public catalogue numbers it.</summary>
    [Required(ErrorMessage = "请填写事项标识 itemId。")]
    public Guid? ItemId { get; init; }

    [Required(ErrorMessage = "请填写申请人 applicant。")]
    public ApplicantInput? Applicant { get; init; }

    /// <summary>Of an agent at the window: the number that finds the mandate on record, or the letter of authority that was seen.</summary>
    public Acting.ActingInput? Acting { get; init; }

    /// <summary>What is asked for, up to 2,000 characters.</summary>
    [MaxLength(2000, ErrorMessage = "申请内容不能超过 2000 个字。")]
    public string? Request { get; init; }

    /// <summary>延续: the last day of the licence to be renewed, yyyy-MM-dd. Without an answer by then it is renewed by law.</summary>
    [MaxLength(10, ErrorMessage = "有效期至应为 yyyy-MM-dd。")]
    public string? LicenceUntil { get; init; }

    /// <summary>延续: the number of the licence to be renewed.</summary>
    [MaxLength(50, ErrorMessage = "原许可证编号不能超过 50 个字符。")]
    public string? LicenceNumber { get; init; }

    internal LicenceInput Licence => new(LicenceUntil?.Trim() ?? "", LicenceNumber?.Trim() ?? "");

    /// <summary>The window's code; only with a clerk's token, and then required.</summary>
    [MaxLength(20, ErrorMessage = "窗口编号不能超过 20 个字符。")]
    public string? Window { get; init; }

    /// <summary>The orders (from 1) of the materials handed in on paper, each in its usual way.</summary>
    [MaxLength(200, ErrorMessage = "材料不能超过 200 份。")]
    public IReadOnlyList<int>? Papers { get; init; }

    /// <summary>How each material was met, where it was not in the usual way; only with a clerk's token.</summary>
    [MaxLength(200, ErrorMessage = "材料不能超过 200 份。")]
    public IReadOnlyList<MaterialInput>? Materials { get; init; }
}

/// <summary>A case that was just filed or begun.</summary>
/// <param name="Number">受理编号; empty while a draft.</param>
/// <param name="QueryCode">With the number it opens the progress without an account.</param>
public sealed record FiledCase(Guid Id, string Number, string QueryCode, CaseState State, int Version)
{
    internal static FiledCase Of(Case c) => new(c.Id, c.Number, c.QueryCode, c.State, c.Trail.Count);
}

/// <summary>POST /api/v1/cases, and submitting what was begun.</summary>
internal static class CreateCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/cases", Create).RequireAuthorization().Described("新建办件：窗口人员的令牌为收件，个人令牌为起草（传齐材料后再提交）");
        app.MapPost("/api/v1/cases/{id:guid}/submission", Submit).RequireAuthorization().Described("提交本人起草的办件");
    }

    private static async Task<Results<Created<FiledCase>, ValidationProblem>> Create(
        HttpContext http, NewCase input, ReceiveCase.Reading reception, Drafting drafting, PermissionTable table, CancellationToken ct)
    {
        var errors = new FormErrors();
        var filed = !http.Visitor.IsStaff ? await drafting.Begin(http, input, errors, ct)
            : http.Visitor.May(table, CasePermissions.Receive) ? await reception.Handle(http, input.ItemId!.Value, Reception(input), errors, ct)
            : throw new NotThere();
        if (filed is null)
        {
            return BadInput.Problem(errors);
        }

        http.TellVersion(filed.Version);
        return TypedResults.Created($"{http.Request.PathBase}/api/v1/cases/{filed.Id}", filed);
    }

    private static async Task<Ok<FiledCase>> Submit(HttpContext http, Guid id, SubmitCase.Reading reading, MyCases mine, CancellationToken ct)
    {
        await reading.Submit(http, id, ct);
        var filed = await mine.Filed(http, id, ct);
        http.TellVersion(filed.Trail.Count);
        return TypedResults.Ok(FiledCase.Of(filed));
    }

    private static ReceptionInput Reception(NewCase input) => new()
    {
        Applicant = input.Applicant!, Acting = input.Acting ?? new(), Window = input.Window ?? "", Request = input.Request?.Trim() ?? "", Papers = input.Papers ?? [], Licence = input.Licence,
        Ways = (input.Materials ?? []).DistinctBy(m => m.Order).ToDictionary(m => m.Order, m => m.AsTyped),
    };
}
