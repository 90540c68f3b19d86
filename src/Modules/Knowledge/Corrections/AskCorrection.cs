using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge.Limits;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Corrections;

public sealed record CorrectionInput
{
    public string? Text { get; init; }

    public string? Outcome { get; init; }

    public string? Reply { get; init; }

    public string? Version { get; init; }
}

public sealed record AskCorrectionView(Guid Id, string Title, CorrectionInput Input, FormErrors Errors);

/// <summary>提出纠错 — any member of staff about any answer, anybody about a public one. The portal asks for no name.</summary>
internal static class AskCorrection
{
    private const int Longest = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/knowledge/{id:guid}/correction", ShowDesk).RequirePermission(Rights.Correct);
        app.MapPost("/desk/knowledge/{id:guid}/correction", PostDesk).RequirePermission(Rights.Correct);
        app.MapGet("/questions/{id:guid}/correction", ShowPublic).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/questions/{id:guid}/correction", PostPublic).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowDesk(Guid id, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        var article = await desk.Db.Look(http, id, Rights.Read, ct);
        return Page.Of<AskCorrectionPage>(http, new AskCorrectionView(id, article.Title, new(), new()));
    }

    private static async Task<IResult> PostDesk(Guid id, [FromForm] CorrectionInput input, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        var article = await desk.Db.Look(http, id, Rights.Read, ct);
        var errors = Faults(input);
        if (errors.Count > 0)
        {
            return Page.Again<AskCorrectionPage>(http, new AskCorrectionView(id, article.Title, input, errors));
        }

        var asked = await Handle(http, article, input.Text!, desk, ct);
        return Page.Then(http, $"/desk/knowledge/corrections/{asked}", "已转给主办单位，请等待答复。");
    }

    private static async Task<IResult> ShowPublic(Guid id, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        var article = await Public(id, http, desk, ct);
        return Page.Of<PublicCorrectionPage>(http, new AskCorrectionView(id, article.Title, new(), new()));
    }

    private static async Task<IResult> PostPublic(Guid id, [FromForm] CorrectionInput input, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        var article = await Public(id, http, desk, ct);
        var errors = Faults(input);
        if (errors.Count > 0)
        {
            return Page.Again<PublicCorrectionPage>(http, new AskCorrectionView(id, article.Title, input, errors));
        }

        await Handle(http, article, input.Text!, desk, ct);
        return Page.Then(http, $"/questions/{id}", "谢谢，已转给主办单位核对。");
    }

    internal static async Task<Guid> Handle(HttpContext http, Article article, string text, KnowledgeDesk desk, CancellationToken ct)
    {
        var act = http.Visitor.IsStaff ? http.Act() : http.Act() with { By = Visitor.Nobody.Actor };
        var due = await desk.Due(KnowledgeLimitCode.CorrectionAnswer, act.Today, ct);
        return await desk.Write(http, act, () =>
        {
            var correction = Correction.Ask(desk.Ids.NewId(act.Now), article, Words.WithoutNumbers(text, Longest), due, act);
            desk.Db.Add(correction);
            return Task.FromResult(correction.Id);
        }, ct);
    }

    internal static FormErrors Faults(CorrectionInput input)
    {
        var errors = new FormErrors();
        if (input.Text?.Trim() is not { Length: >= 4 and <= Longest })
        {
            errors.Add("text", $"请写明哪里不对、应当怎样，4 至 {Longest} 字。");
        }

        return errors;
    }

    private static async Task<Article> Public(Guid id, HttpContext http, KnowledgeDesk desk, CancellationToken ct) =>
        await desk.Db.ArticlesWhole.AsNoTracking().AnsweringOn(http.Act().Today).ForThePublic.FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotThere();
}
