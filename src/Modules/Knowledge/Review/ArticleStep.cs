using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Review;

/// <summary>One step of an entry, as a noun of the address and in words; each is a short page and a post, and the same use case for programs.</summary>
/// <param name="Right">Whose step it is, by the entry's state.</param>
/// <param name="Check">Throws where the tables do not allow it.</param>
internal sealed record ArticleStep(string Noun, string Verb, Func<Article, string> Right, Action<Article> Check, Func<KnowledgeDesk, StepInput, Article, Act, Task> Do)
{
    public required IReadOnlyList<string> WillHappen { get; init; }

    public string? ReasonLabel { get; init; }

    public bool ReasonOptional { get; init; }

    public bool AsksSecrecy { get; init; }

    public bool AsksValidTo { get; init; }

    public bool ShowsVersion { get; init; }

    public bool Dangerous { get; init; }

    public VerbKind Kind => Dangerous ? VerbKind.Danger : Prominent ? VerbKind.Primary : VerbKind.Quiet;

    /// <summary>The button that most visitors want next.</summary>
    public bool Prominent { get; init; }

    public void Map(IEndpointRouteBuilder app)
    {
        // whose step it is depends on the state, so the exact right is asked where the entry is known
        app.MapGet($"/desk/knowledge/{{id:guid}}/{Noun}", Show).RequirePermission(Rights.Work);
        app.MapPost($"/desk/knowledge/{{id:guid}}/{Noun}", Post).RequirePermission(Rights.Work);
    }

    /// <summary>Whether the visitor may do it now: the button is shown.</summary>
    public bool IsOpen(Article article, HttpContext http)
    {
        try
        {
            Check(article);
        }
        catch (RuleViolation)
        {
            return false;
        }

        return http.May(Right(article), article.Unit);
    }

    /// <summary>The step itself, from the page or the API.</summary>
    public Task<Guid> Handle(HttpContext http, Guid id, StepInput input, KnowledgeDesk desk, CancellationToken ct)
    {
        var act = http.Act(input.Reason);
        return desk.Write(http, act, async () =>
        {
            var article = await desk.Db.Take(http, id, Rights.Work, Words.VersionFrom(input.Version), ct);
            Ask(article, http);
            await Do(desk, input, article, act);
            return article.Id;
        }, ct);
    }

    private async Task<IResult> Show(Guid id, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        var article = await desk.Db.Look(http, id, Rights.Read, ct);
        Ask(article, http);
        Check(article);
        return Page.Of<VerbPage>(http, View(article, article.Trail.Count, new()));
    }

    private async Task<IResult> Post(Guid id, [FromForm] StepInput input, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        var errors = Faults(input);
        if (errors.Count > 0)
        {
            var article = await desk.Db.Look(http, id, Rights.Read, ct);
            Ask(article, http);
            return Page.Again<VerbPage>(http, View(article, Words.VersionFrom(input.Version) ?? article.Trail.Count, input) with { Errors = errors });
        }

        await Handle(http, id, input, desk, ct);
        return Page.Then(http, $"/desk/knowledge/{id}", $"已{Verb}。");
    }

    /// <summary>What the input lacks, at its fields.</summary>
    public FormErrors Faults(StepInput input)
    {
        var errors = new FormErrors();
        if (ReasonLabel is not null && !ReasonOptional && string.IsNullOrWhiteSpace(input.Reason))
        {
            errors.Add("reason", $"请填写{ReasonLabel}。");
        }

        if (AsksSecrecy && input.Secrecy != "true")
        {
            errors.Add("secrecy", "请先完成保密审查，再勾选。");
        }

        if (AsksValidTo && !string.IsNullOrWhiteSpace(input.ValidTo) && ValidTo(input) is null)
        {
            errors.Add("validTo", "有效期至应为日期，如 2021-12-31；不填即长期有效。");
        }

        return errors;
    }

    internal static DateOnly? ValidTo(StepInput input) => DateOnly.TryParseExact(input.ValidTo?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <exception cref="NotThere">The step is not the visitor's.</exception>
    private void Ask(Article article, HttpContext http)
    {
        if (!http.May(Right(article), article.Unit))
        {
            throw new NotThere();
        }
    }

    private VerbView View(Article article, long version, StepInput input) => new(article.Id, article.Newest.Title, Verb, Noun, version)
    {
        WillHappen = WillHappen,
        ReasonLabel = ReasonLabel,
        ReasonOptional = ReasonOptional,
        AsksSecrecy = AsksSecrecy,
        AsksValidTo = AsksValidTo,
        Subject = ShowsVersion ? VerbSubject.Of(article) : null,
        Input = input,
        Dangerous = Dangerous,
    };
}

/// <summary>All steps there are, for the buttons of an entry's page and for programs.</summary>
internal static class ArticleSteps
{
    public static readonly IReadOnlyList<ArticleStep> All = [.. ReviewSteps.All, .. Publication.PublicationSteps.All, .. Rechecks.RecheckSteps.All];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var step in All)
        {
            step.Map(app);
        }
    }
}
