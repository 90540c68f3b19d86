using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Knowledge.Votes;

public sealed record VoteInput
{
    /// <summary>yes or no.</summary>
    public string? Useful { get; init; }
}

/// <summary>有用、没用 — one click under an answer, on the portal and at the desk. A second click of the same form counts once.</summary>
internal static class CastVote
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/questions/{id:guid}/votes", async (Guid id, [FromForm] VoteInput input, HttpContext http, KnowledgeDesk desk, CancellationToken ct) =>
            await Post($"/questions/{id}", desk.Db.Articles.AnsweringOn(http.Act().Today).ForThePublic.Where(a => a.Id == id), input, http, desk, ct)).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/desk/knowledge/{id:guid}/votes", async (Guid id, [FromForm] VoteInput input, HttpContext http, KnowledgeDesk desk, CancellationToken ct) =>
            await Post($"/desk/knowledge/{id}", desk.Db.Articles.AnsweringOn(http.Act().Today).Where(a => a.Id == id), input, http, desk, ct)).RequirePermission(Rights.Correct);
    }

    private static async Task<IResult> Post(string page, IQueryable<Article> which, VoteInput input, HttpContext http, KnowledgeDesk desk, CancellationToken ct)
    {
        var useful = input.Useful == "yes" || (input.Useful == "no" ? false : throw new NotThere());
        var at = await which.Join(desk.Db.ArticleVersions, a => a.Current, v => v.Id, (a, v) => new { a.Id, v.Number }).FirstOrDefaultAsync(ct) ?? throw new NotThere();
        var act = http.Act();
        await desk.Write(http, act, () =>
        {
            desk.Db.Add(new ArticleVote { ArticleId = at.Id, VersionNumber = at.Number, Useful = useful, On = act.Today });
            return Task.FromResult(true);
        }, ct);
        return Page.Then(http, page, useful ? "谢谢，您的评价已记录。" : "谢谢，您的评价已记录。可以告诉我们哪里不对。");
    }
}
