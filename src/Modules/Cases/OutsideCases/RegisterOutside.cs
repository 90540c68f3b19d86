using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Text;
using Yimen.Platform.Ui;

namespace Yimen.Cases.OutsideCases;

/// <summary>An outside matter as a program registers it: five fields.</summary>
/// <param name="Item">The item's id, its name, or its basic code with the two digits of its handling.</param>
/// <param name="Number">The other system's number.</param>
/// <param name="Applicant">Name only.</param>
/// <param name="AcceptedOn">yyyy-MM-dd, as the other system dated it.</param>
/// <param name="Window">The window's code.</param>
public sealed record NewOutsideCase(
    [property: Required(ErrorMessage = "请填写事项 item。")] string? Item,
    [property: Required(ErrorMessage = "请填写外部编号 number。")] string? Number,
    [property: Required(ErrorMessage = "请填写申请人 applicant。")] string? Applicant,
    [property: Required(ErrorMessage = "请填写受理日期 acceptedOn。")] string? AcceptedOn,
    [property: Required(ErrorMessage = "请填写窗口 window。")] string? Window);

/// <summary>What was registered.</summary>
/// <param name="Due">Computed here from the item's promise; the other system may know better.</param>
public sealed record RegisteredOutside(Guid Id, string Number, DateOnly? Due);

/// <summary>登记外部系统办件 — the clerk finds the item, fills four fields more, and is done; a program sends the same five.</summary>
internal static class RegisterOutside
{
    private const int Most = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/outside-cases/new", Show).RequirePermission(OutsidePermissions.Register);
        app.MapPost("/desk/outside-cases", Post).RequirePermission(OutsidePermissions.Register);
        app.MapPost("/api/v1/outside-cases", Create).RequirePermission(OutsidePermissions.Register).Described("登记一件在外部系统办理的办件（五个字段）");
    }

    private static async Task<IResult> Show(HttpContext http, string? q, string? item, Reading reading, CancellationToken ct) =>
        Page.Of<RegisterOutsidePage>(http, await reading.View(http, q?.Trim() ?? "", new(1, item ?? "", "", "", $"{http.Act().Today:yyyy-MM-dd}", http.Request.Cookies["window"] ?? ""), new(), ct));

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, OutsideRegister register, Reading reading, CancellationToken ct)
    {
        var line = OutsideLine.Of(form);
        try
        {
            var made = await register.Register(http, [line], null, ct);
            return Page.Then(http, $"/desk/outside-cases/{made.Ids[0]}", "已登记。办理状态由外部系统回传。");
        }
        catch (FaultyLines faulty)
        {
            var errors = new FormErrors();
            faulty.Faults.ToList().ForEach(f => errors.Add(f.Field, f.Reason + "。"));
            return Page.Again<RegisterOutsidePage>(http, await reading.View(http, "", line, errors, ct));
        }
    }

    private static async Task<Results<Created<RegisteredOutside>, ValidationProblem>> Create(HttpContext http, NewOutsideCase input, OutsideRegister register, AppDb db, CancellationToken ct)
    {
        try
        {
            var line = new OutsideLine(1, input.Item!.Trim(), input.Number!.Trim(), input.Applicant!.Trim(), input.AcceptedOn!.Trim(), input.Window!.Trim());
            var id = (await register.Register(http, [line], null, ct)).Ids[0];
            var made = await db.OutsideCases.AsNoTracking().Where(c => c.Id == id).Select(c => new RegisteredOutside(c.Id, c.Number, c.Due)).FirstAsync(ct);
            return TypedResults.Created($"{http.Request.PathBase}/api/v1/outside-cases/{id}", made);
        }
        catch (FaultyLines faulty)
        {
            return BadInput.Problem(faulty.ByField(f => f.Field));
        }
    }

    internal sealed class Reading(AppDb db, OutsideItems items)
    {
        public async Task<RegisterOutsideView> View(HttpContext http, string query, OutsideLine typed, FormErrors errors, CancellationToken ct)
        {
            var windows = await items.Windows(http.Visitor, http.Act().Today).OrderBy(w => w.Code).Select(w => new Choice(w.Code, w.Code + " " + w.Name, null, null)).ToListAsync(ct);
            var chosen = Guid.TryParse(typed.Item, out var id) ? (await Rows(items.All.Where(s => s.Item.Id == id)).ToListAsync(ct)).FirstOrDefault() : null;
            return new(query, query.Length == 0 ? [] : await Found(query, ct), chosen, windows, typed, errors, http.IdempotencyKey);
        }

        private async Task<IReadOnlyList<OutsideItemRow>> Found(string query, CancellationToken ct) => await (
            from hit in TextIndex.Hits(db, "item", query)
            join s in items.All on hit.Id equals s.Item.Id
            join u in db.UnitRefs on s.Item.Unit equals u.Id
            orderby hit.TitleHit descending, hit.TitleLength, s.Item.Id
            select new OutsideItemRow(s.Item.Id, s.Version.Name, u.ShortName, s.Version.HandledIn)).Take(Most).ToListAsync(ct);

        private IQueryable<OutsideItemRow> Rows(IQueryable<OutsideSubject> subjects) =>
            from s in subjects join u in db.UnitRefs on s.Item.Unit equals u.Id select new OutsideItemRow(s.Item.Id, s.Version.Name, u.ShortName, s.Version.HandledIn);
    }
}

public sealed record OutsideItemRow(Guid Id, string Name, string Unit, HandledIn System);

/// <param name="Chosen">The item, once it is chosen: then the form stands there.</param>
public sealed record RegisterOutsideView(
    string Query, IReadOnlyList<OutsideItemRow> Items, OutsideItemRow? Chosen, IReadOnlyList<Choice> Windows, OutsideLine Typed, FormErrors Errors, string? Key);
