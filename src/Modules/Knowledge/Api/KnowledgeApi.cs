using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Editing;
using Yimen.Knowledge.Registry;
using Yimen.Knowledge.Review;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Api;

/// <summary>The knowledge base for programs: the same use cases as the pages'; <c>Idempotency-Key</c> makes a retry harmless, <c>If-Match</c> an edit safe.</summary>
internal static class KnowledgeApi
{
    private const string Tag = "知识库";
    private const string Here = "/api/v1/knowledge";
    private const int MostSuggested = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, List).RequirePermission(Rights.Read).WithTags(Tag).WithSummary("知识条目列表：搜索、筛选、分页");
        app.MapGet(Here + "/suggestions", Suggest).RequirePermission(Rights.Read).WithTags(Tag).WithSummary("与一段文字最相近的答复，含内部条目");
        app.MapGet(Here + "/{id:guid}", Get).RequirePermission(Rights.Read).WithTags(Tag).WithSummary("一个知识条目；ETag 供修改时 If-Match 使用");
        app.MapPost(Here, Create).RequirePermission(Rights.Write).WithTags(Tag).WithSummary("新写一个知识条目");
        app.MapPut(Here + "/{id:guid}/draft", Edit).RequirePermission(Rights.Write).WithTags(Tag).WithSummary("修改编写中的版本，须带 If-Match");
        app.MapPost(Here + "/{id:guid}/revision", async (Guid id, HttpContext http, KnowledgeDesk desk, CancellationToken ct) =>
            await Done(http, await ReviseArticle.Handle(http, id, Seen(http), desk, ct), desk, ct)).RequirePermission(Rights.Write).WithTags(Tag).WithSummary("修订：在使用中的版本旁开始新版本");
        foreach (var step in ArticleSteps.All)
        {
            app.MapPost($"{Here}/{{id:guid}}/{step.Noun}", (Guid id, StepBody? body, HttpContext http, KnowledgeDesk desk, CancellationToken ct) => Do(step, id, body, http, desk, ct))
                .RequirePermission(Rights.Work).WithTags(Tag).WithSummary(step.Verb);
        }
    }

    private static async Task<Ok<ArticlesFound>> List(HttpContext http, [AsParameters] ArticleFilter filter, KnowledgeDesk desk, CancellationToken ct)
    {
        var rows = desk.Db.Rows(desk.Db.Articles.AsNoTracking().Readable(http), filter, http.Act().Today);
        var paging = Paging.Of(filter.Page, filter.Size, await rows.CountAsync(ct));
        var page = await rows.Sorted(filter.Sort).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        return TypedResults.Ok(new ArticlesFound(paging.Total, paging.Page, paging.Size, page.ConvertAll(r => new ArticleLine(r.Id, r.Title, r.Unit, r.Class, r.State, r.Visibility, r.ValidFrom, r.ValidTo, r.RecheckDue, r.Uses))));
    }

    private static async Task<Ok<IReadOnlyList<Suggestion>>> Suggest(HttpContext http, string? text, int? take, KnowledgeSearch search, CancellationToken ct) =>
        TypedResults.Ok(await search.Suggest(text ?? "", http.Act().Today, Math.Clamp(take ?? 5, 1, MostSuggested), ct));

    private static async Task<Ok<ArticleBody>> Get(Guid id, HttpContext http, KnowledgeDesk desk, CancellationToken ct) => await Done(http, id, desk, ct);

    private static async Task<IResult> Create(EntryBody body, HttpContext http, KnowledgeDesk desk, ArticleWriting writing, CancellationToken ct)
    {
        var faults = new List<ArticleFault>();
        if (await CompileArticle.Handle(http, body.AsInput(), faults, desk, writing, ct) is not { } id)
        {
            return Refused(faults.Select(f => (f.Field, f.Message)));
        }

        var made = await Done(http, id, desk, ct);
        return Results.Created($"{http.Request.PathBase}{Here}/{id}", made.Value);
    }

    private static async Task<IResult> Edit(Guid id, EntryBody body, HttpContext http, KnowledgeDesk desk, ArticleWriting writing, CancellationToken ct)
    {
        if (Seen(http) is not { } seen)
        {
            return Results.Problem("修改须带 If-Match，值为读取时的 ETag。", statusCode: StatusCodes.Status428PreconditionRequired, title: "缺少版本");
        }

        var (article, faults) = (await desk.Db.Look(http, id, Rights.Write, ct), new List<ArticleFault>());
        return await writing.Read(http, body.AsInput(), article.Unit, faults, ct) is not var (_, draft)
            ? Refused(faults.Select(f => (f.Field, f.Message)))
            : await Done(http, await EditArticle.Handle(http, id, draft, seen, desk, ct), desk, ct);
    }

    private static async Task<IResult> Do(ArticleStep step, Guid id, StepBody? body, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        var input = new StepInput { Reason = body?.Reason, Secrecy = body?.Secrecy == true ? "true" : null, ValidTo = $"{body?.ValidTo:yyyy-MM-dd}", Version = $"{Seen(http)}" };
        return step.Faults(input) is { Count: > 0 } faults ? Refused(faults.Select(f => (f.Field, f.Message))) : await Done(http, await step.Handle(http, id, input, desk, ct), desk, ct);
    }

    private static async Task<Ok<ArticleBody>> Done(HttpContext http, Guid id, KnowledgeDesk desk, CancellationToken ct)
    {
        desk.Db.ChangeTracker.Clear();
        var article = await desk.Db.Look(http, id, Rights.Read, ct);
        http.Response.Headers.ETag = $"\"{article.Trail.Count}\"";
        return TypedResults.Ok(ArticleBody.Of(article, http.MayWork(article.Unit), http.Act().Today));
    }

    /// <summary>The version that the program saw, from If-Match; null when it sent none.</summary>
    private static long? Seen(HttpContext http) => Words.VersionFrom(http.Request.Headers.IfMatch.FirstOrDefault()?.Trim('"'));

    private static IResult Refused(IEnumerable<(string Field, string Message)> faults) =>
        Results.ValidationProblem(faults.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray()), title: "内容不符合要求");
}
