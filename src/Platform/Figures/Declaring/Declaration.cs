using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Switches;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Figures.Declaring;

public sealed record DeclarationInput
{
    public string? Figure { get; init; }

    public string? Name { get; init; }

    public string? From { get; init; }

    public string? Through { get; init; }

    public string? Comparator { get; init; }

    public string? Text { get; init; }

    public string? Unit { get; init; }

    public string? Document { get; init; }

    public string? Section { get; init; }

    public string? Note { get; init; }
}

public sealed record DeclarationView(DeclarationInput Input, FormErrors Errors, IReadOnlyList<Choice> Figures, string? Key);

/// <summary>登记申报值 — a number from a document is entered beside the figure it speaks of.</summary>
internal static class Declaration
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/figures/declared/new", Show).RequirePermission("figures.declare").ExcludeFromDescription();
        app.MapPost("/desk/figures/declared", Enter).RequirePermission("figures.declare").ExcludeFromDescription();
    }

    private static IResult Show(HttpContext http, string? figure, FigureBook book) => Page.Of<DeclarationPage>(http, View(http, new() { Figure = figure, Unit = book.Find(figure ?? "")?.Unit }, new(), book));

    private static async Task<IResult> Enter(HttpContext http, [FromForm] DeclarationInput input, FigureBook book, AppDb db, Writer writer, IdSource ids, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (DeclarationForm.Read(input, book, errors) is not { } said)
        {
            return Page.Again<DeclarationPage>(http, View(http, input, errors, book));
        }

        try
        {
            var act = http.Act();
            await writer.Write(act, http.IdempotencyKey, () => Add(db, said, act, ids, ct), ct);
        }
        catch (RuleViolation refused) when (refused.Code == "declared-already")
        {
            errors.Add("figure", refused.Message);
            return Page.Again<DeclarationPage>(http, View(http, input, errors, book));
        }

        return Page.Then(http, "/desk/figures/declared", $"已登记“{said.Name}”的申报值 {said.Text} {said.Unit}。");
    }

    /// <summary>One number stands for a figure and period: a second one needs the first withdrawn.</summary>
    private static async Task<Guid> Add(AppDb db, DeclaredValue said, Act act, IdSource ids, CancellationToken ct)
    {
        if (await db.Set<DeclaredFigure>().AnyAsync(d => d.FigureId == said.FigureId && d.From == said.From && d.Through == said.Through && d.State == DeclaredState.Standing, ct))
        {
            throw new RuleViolation("declared-already", "这项指标在同一期间已有申报值。请先撤回原值，再登记新值。");
        }

        var declared = DeclaredFigure.Declare(ids.NewId(act.Now), said, act);
        db.Add(declared);
        return declared.Id;
    }

    private static DeclarationView View(HttpContext http, DeclarationInput input, FormErrors errors, FigureBook book) =>
        new(input, errors, [.. book.All.Where(f => f.Switch is null || http.OnSwitches.Contains(f.Switch)).Select(f => new Choice(f.Id, $"{f.Id} {f.Name}", null, f.Group.Length == 0 ? "其他" : f.Group))], http.Request.HasFormContentType ? http.IdempotencyKey : null);
}
