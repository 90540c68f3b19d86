using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Editing;

/// <summary>编辑 — the open version as a whole on one form.</summary>
internal static class EditArticle
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/knowledge/{id:guid}/edit", Show).RequirePermission(Rights.Write);
        app.MapPost("/desk/knowledge/{id:guid}/edit", Post).RequirePermission(Rights.Write);
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        var article = await desk.Db.Look(http, id, Rights.Write, ct);
        var draft = article.Editable().Draft;
        var input = ArticleInput.Of(article, draft, await ItemLinks.Named(desk.Db, draft.Items, ct));
        return Page.Of<EditPage>(http, await View(desk, article, input, article.Trail.Count, new(), ct));
    }

    private static async Task<IResult> Post(Guid id, [FromForm] ArticleInput input, HttpContext http, KnowledgeDesk desk, ArticleWriting writing, CancellationToken ct)
    {
        var article = await desk.Db.Look(http, id, Rights.Write, ct);
        article.Editable();
        var (seen, faults) = (Words.VersionFrom(input.Version) ?? article.Trail.Count, new List<ArticleFault>());
        if (await writing.Read(http, input, article.Unit, faults, ct) is not var (_, draft))
        {
            return Page.Again<EditPage>(http, await View(desk, article, input, seen, ArticleWriting.Errors(faults), ct));
        }

        if (seen != article.Trail.Count)
        {
            return await Conflict(http, desk, article, input, draft, ct);
        }

        try
        {
            await Handle(http, id, draft, seen, desk, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            desk.Db.ChangeTracker.Clear();
            return await Conflict(http, desk, await desk.Db.Look(http, id, Rights.Write, ct), input, draft, ct);
        }

        return Page.Then(http, $"/desk/knowledge/{id}", "已保存。");
    }

    internal static Task<Guid> Handle(HttpContext http, Guid id, ArticleDraft draft, long? seen, KnowledgeDesk desk, CancellationToken ct) =>
        desk.Change(http, id, Rights.Write, new((article, act) => article.Edit(draft, act)) { Version = seen }, ct);

    /// <summary>409 — both versions side by side; what was typed stays in the form, and saving again is a decision.</summary>
    private static async Task<IResult> Conflict(HttpContext http, KnowledgeDesk desk, Article article, ArticleInput input, ArticleDraft mine, CancellationToken ct)
    {
        var last = await desk.Db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == Article.MatterKind && j.MatterId == article.Id).OrderByDescending(j => j.Number).FirstAsync(ct);
        var fields = ArticleDifference.Between(article.Editable().Draft, mine).Select(c => new FieldPair(c.Field, c.New, c.Old)).ToList();
        var conflict = new ConflictView($"“{article.Title}”", last.ActorName, last.At, fields, $"/desk/knowledge/{article.Id}/edit");
        return Page.Of<EditPage>(http, await View(desk, article, input, article.Trail.Count, new(), ct) with { Conflict = conflict }, StatusCodes.Status409Conflict);
    }

    private static async Task<EditView> View(KnowledgeDesk desk, Article article, ArticleInput input, long version, FormErrors errors, CancellationToken ct) =>
        new(article.Id, "编辑", input, errors) { Units = [new Choice(article.Unit.Value, await desk.NameOf(article.Unit, ct))], Version = version };
}
