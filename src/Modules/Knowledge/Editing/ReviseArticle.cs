using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Knowledge.Review;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Knowledge.Editing;

/// <summary>修订 — a new version opens beside the one in use, which stays until the new one is published.</summary>
internal static class ReviseArticle
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/knowledge/{id:guid}/revision", Show).RequirePermission(Rights.Write);
        app.MapPost("/desk/knowledge/{id:guid}/revision", Post).RequirePermission(Rights.Write);
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        var article = await desk.Db.Look(http, id, Rights.Write, ct);
        article.Changeable();
        return Page.Of<VerbPage>(http, new VerbView(id, article.Title, "修订", "revision", article.Trail.Count)
        {
            WillHappen = ["复制正在使用的内容，开始编写新版本。", "新版本经本单位和热线办审核发布以前，现在的答复照常使用。"],
        });
    }

    private static async Task<IResult> Post(Guid id, [FromForm] StepInput input, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        await Handle(http, id, Words.VersionFrom(input.Version), desk, ct);
        return Page.Then(http, $"/desk/knowledge/{id}/edit", "已开始编写新版本。");
    }

    internal static Task<Guid> Handle(HttpContext http, Guid id, long? seen, KnowledgeDesk desk, CancellationToken ct) =>
        desk.Change(http, id, Rights.Write, new((article, act) => { desk.Db.Add(article.BeginChange(desk.Ids.NewId(act.Now), act)); }) { Version = seen }, ct);
}
