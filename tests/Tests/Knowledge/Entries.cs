using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Knowledge;
using Yimen.Platform.Data;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Knowledge;

/// <summary>How tests put entries into the town: by the verbs, or by the pages.</summary>
internal static class Entries
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An entry in use, written, reviewed and published by the program.</summary>
    public static Task<Guid> Publish(this Town town, ArticleDraft draft, UnitId? unit = null) => town.InCounty(async (db, services) =>
    {
        var (ids, act) = (services.GetRequiredService<IdSource>(), new Act(Actor.System, town.Time.Now()));
        var article = Yimen.Knowledge.Article.Compile(ids.NewId(act.Now), ids.NewId(act.Now), unit ?? TownPeople.Market, draft with { Answer = draft.Answer.Length == 0 ? "答复。" : draft.Answer, Class = draft.Class.Length == 0 ? "市场监管" : draft.Class }, act);
        article.Pass(ArticleVersionVerb.Submit, act);
        article.Approve(true, act);
        article.Publish((ids.NewId(act.Now), act.Today.AddMonths(6)), act);
        await services.GetRequiredService<Writer>().Write(act, () => { db.Add(article); return Task.CompletedTask; }, Ct);
        return article.Id;
    });

    public static Task<Article> Article(this Town town, Guid id) => town.Rows(db => db.ArticlesWhole.AsNoTracking().FirstAsync(a => a.Id == id, Ct));

    public static Task<List<string>> OpenTasks(this Town town, Guid id) => town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id && t.ClosedAt == null).Select(t => t.Code).OrderBy(c => c).ToListAsync(Ct));

    /// <summary>Posts the form of a short page.</summary>
    public static async Task Do(this Town town, HttpClient browser, string action, params (string, string?)[] fields)
    {
        var answer = await town.PostForm(browser, action, action, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{action} answered {(int)answer.StatusCode}: {(await Town.PageOf(answer)).Body!.TextContent}");
    }

    public static (string, string?)[] Form(string title = "食品小作坊怎样登记？", string unit = "SCJG", string? items = "食品小作坊登记") =>
    [
        ("title", title), ("variants", "开小作坊要办什么证\n家里做米粉卖要登记吗"), ("answer", "先向所在地市场监管所申请登记。\n带身份证件和场所证明。"), ("class", "市场监管"),
        ("legalBasis", "食品安全法 第三十六条"), ("validFrom", ""), ("validTo", ""), ("unit", unit), ("visibility", "public"), ("items", items),
    ];

    public static Guid IdIn(this HttpResponseMessage answer) => Guid.Parse(answer.Headers.Location!.OriginalString.Split('/').First(p => Guid.TryParse(p, out _)));
}
