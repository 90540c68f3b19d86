using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Editing;

/// <summary>采编 — a unit's liaison, or the hotline office for a unit, writes a new entry. <c>?asked=</c> begins with a question that found no answer.</summary>
internal static class CompileArticle
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/knowledge/new", Show).RequirePermission(Rights.Write);
        app.MapPost("/desk/knowledge/new", Post).RequirePermission(Rights.Write);
    }

    private static async Task<IResult> Show(HttpContext http, string? asked, ArticleWriting writing, CancellationToken ct) =>
        Page.Of<EditPage>(http, await View(http, new ArticleInput { Title = Words.WithoutNumbers(asked, ArticleRules.LongestTitle), Visibility = "public" }, new(), writing, ct));

    private static async Task<IResult> Post([FromForm] ArticleInput input, HttpContext http, KnowledgeDesk desk, ArticleWriting writing, CancellationToken ct)
    {
        var faults = new List<ArticleFault>();
        return await Handle(http, input, faults, desk, writing, ct) is { } id
            ? Page.Then(http, $"/desk/knowledge/{id}", "已保存，可以提交审核。")
            : Page.Again<EditPage>(http, await View(http, input, ArticleWriting.Errors(faults), writing, ct));
    }

    /// <summary>From the page or the API. Answers the entry's id, or null with what is wrong.</summary>
    internal static async Task<Guid?> Handle(HttpContext http, ArticleInput input, List<ArticleFault> faults, KnowledgeDesk desk, ArticleWriting writing, CancellationToken ct)
    {
        if (await writing.Read(http, input, null, faults, ct) is not var (unit, draft))
        {
            return null;
        }

        var act = http.Act();
        return await desk.Write(http, act, () =>
        {
            var article = Article.Compile(desk.Ids.NewId(act.Now), desk.Ids.NewId(act.Now), unit, draft, act);
            desk.Db.Add(article);
            return Task.FromResult(article.Id);
        }, ct);
    }

    private static async Task<EditView> View(HttpContext http, ArticleInput input, FormErrors errors, ArticleWriting writing, CancellationToken ct) =>
        new(null, "新写一条", input, errors) { Units = await writing.Units(http, ct) };
}
