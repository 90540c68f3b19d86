using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Filing;

/// <summary>填写申请 — who asks and what for. A draft is saved with gaps; going on asks for the whole.</summary>
internal static class EditDraft
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/my/cases/{id:guid}/edit", Show).RequireAuthorization();
        app.MapPost("/my/cases/{id:guid}/edit", Post).RequireAuthorization();
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, MyCases mine, CountyScope scope, CancellationToken ct)
    {
        var found = await mine.Find(http, id, ct);
        return found.State != CaseState.Draft
            ? Page.Then(http, $"/my/cases/{id}")
            : Page.Of<EditPage>(http, new EditView(id, found.ItemName, ApplicantInput.Of(found.Applicant, scope.County.Keys), found.Request, found.Trail.Count, new()) { IsRenewal = found.IsRenewal, Licence = new($"{found.LicenceUntil:yyyy-MM-dd}", found.LicenceNumber) });
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, MyCases mine, OnBehalf behalf, CountyScope scope, CancellationToken ct)
    {
        var (input, request) = (ApplicantInput.From(form), form["request"].FirstOrDefault()?.Trim() ?? "");
        var (later, errors) = (form["then"] == "later", new FormErrors());
        var applicant = await Read(http, input, later, errors, behalf, scope.County.Keys, ct);
        if (request.Length > 2000)
        {
            errors.Add("request", $"不能超过 2000 个字，现有 {request.Length} 个字。");
        }

        var typed = Renewal.Posted(form);
        var licence = Renewal.Read(typed, errors);
        if (applicant is null || errors.Count > 0)
        {
            var found = await mine.Find(http, id, ct);
            return Page.Again<EditPage>(http, new EditView(id, found.ItemName, input, request, http.Request.SeenVersion ?? found.Trail.Count, errors) { IsRenewal = found.IsRenewal, Licence = typed });
        }

        await mine.Change(http, id, new CaseChange((c, act, _) =>
        {
            c.Save(applicant, request, act);
            c.Renews(licence, act);
        })
        {
            Version = http.Request.SeenVersion, Typed = Typed(input, request),
        }, ct);
        return later
            ? Page.Then(http, $"/my/cases/{id}/edit", "草稿已保存。下次从“我的办件”打开，可以接着填写。")
            : Page.Then(http, $"/my/cases/{id}/materials");
    }

    // a draft may name anybody as yet; who goes on must have leave
    private static async Task<Applicant?> Read(HttpContext http, ApplicantInput input, bool later, FormErrors errors, OnBehalf behalf, CountyKeys keys, CancellationToken ct) =>
        input.Read(keys, errors, later) is not { } applicant ? null : later ? applicant : await behalf.Settle(http, applicant, errors, ct);

    private static IReadOnlyList<TypedField> Typed(ApplicantInput input, string request) =>
        [new("姓名或单位名称", input.Name, c => c.Applicant.Name), new("联系地址", input.Address, c => c.Applicant.Address), new("申请内容", request, c => c.Request)];
}

public sealed record EditView(Guid Id, string Item, ApplicantInput Input, string Request, int Version, FormErrors Errors)
{
    /// <summary>延续: the form asks for the licence to be renewed.</summary>
    public bool IsRenewal { get; init; }

    public LicenceInput Licence { get; init; } = LicenceInput.None;
}
