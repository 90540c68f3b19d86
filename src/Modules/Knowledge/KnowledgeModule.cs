using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Knowledge.Api;
using Yimen.Knowledge.Changes;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Corrections;
using Yimen.Knowledge.Demand;
using Yimen.Knowledge.Editing;
using Yimen.Knowledge.Import;
using Yimen.Knowledge.Limits;
using Yimen.Knowledge.Points;
using Yimen.Knowledge.Questions;
using Yimen.Knowledge.Rechecks;
using Yimen.Knowledge.Registry;
using Yimen.Knowledge.Review;
using Yimen.Knowledge.Search;
using Yimen.Knowledge.Use;
using Yimen.Knowledge.Votes;
using Yimen.Knowledge.World;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Impacts;
using Yimen.Platform.Jobs;
using Yimen.Platform.Journal;
using Yimen.Platform.Limits;
using Yimen.Platform.Sheets;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;

namespace Yimen.Knowledge;

/// <summary>知识库: what is asked again and again, with the answer that its owner unit stands by.</summary>
public static class KnowledgeModule
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddPermissions(Rights.Rows);
        services.AddScoped<KnowledgeDesk>().AddScoped<ArticleWriting>().AddScoped<RecheckCalls>().AddScoped<FollowItems>().AddScoped<TallyKeeper>();
        services.AddSingleton<Tally>().AddSingleton<QuestionIndexes>();
        services.AddScoped(p => new KnowledgeSearch(p.GetRequiredService<AppDb>(), p.GetRequiredService<CountyScope>(), p.GetRequiredService<QuestionIndexes>()));
        services.AddSingleton(new RailEntry(300, "知识库", "知识库", "/desk/knowledge", "document", Rights.Read));
        services.AddSingleton(new RailEntry(301, "知识库", "知识纠错", "/desk/knowledge/corrections", "edit", Rights.Read));
        services.AddSingleton(new RailEntry(302, "知识库", "热门和未答问题", "/desk/knowledge/demand", "figure", Rights.Demand));
        services.AddSingleton(new RailEntry(303, "知识库", "知识库时限", "/desk/knowledge/limits", "clock", Rights.Read));
        services.AddWorldPart(35, "知识库", KnowledgeWorld.Load);
        AddPoints(services);
        AddWork(services);
        return services.AddFigures(KnowledgeFigures.All).AddModel(KnowledgeMapping.Map).AddModel(Correction.Map).AddModel(ArticleUse.Map).AddModel(UnansweredQuestion.Map).AddModel(ArticleVote.Map)
            .AddModel(KnowledgeStamp.Map).AddCacheVersion(KnowledgeStamp.Read);
    }

    /// <summary>What this room says where other rooms ask: the desk's search, an item's guide and change preview, the journal.</summary>
    private static void AddPoints(IServiceCollection services)
    {
        services.AddSingleton(ArticleSource.Source).AddSingleton(GuideQuestions.Part).AddImpact(ArticleImpact.Linked);
        services.AddTaskWords(Article.MatterKind, ("write-article", "编写条目"), ("check-article", "单位审核"), ("publish-article", "审核发布"), ("recheck-1", "定期复审"), ("recheck-2", "事项变更复审"), ("recheck-3", "政策变动更新"));
        services.AddTaskWords(Correction.MatterKind, ("answer-correction", "答复纠错"));
        services.AddJournalKind(Article.MatterKind, "知识条目", id => $"/desk/knowledge/{id}").AddJournalKind(Correction.MatterKind, "知识纠错", id => $"/desk/knowledge/corrections/{id}")
            .AddLimits(KnowledgeLimitTable.The);
        services.AddFollower<Article>(TextFollower.Follow);
    }

    private static void AddWork(IServiceCollection services)
    {
        services.AddNightly<RecheckCalls>("knowledge-rechecks", new TimeOnly(3, 30), (calls, now, ct) => calls.Run(now, ct));
        services.AddEvery<FollowItems>("knowledge-items", TimeSpan.FromMinutes(1), (items, now, ct) => items.Run(now, ct));
        services.AddRetention<AppDb>(("vain-searches", "没有找到答复的搜索", 365), (db, before, ct) => db.Set<UnansweredQuestion>().Where(q => q.On < ChinaTime.DateOf(before)).ExecuteDeleteAsync(ct));
        services.AddEvery<TallyKeeper>("knowledge-tally", TimeSpan.FromMinutes(1), (keeper, now, ct) => keeper.Run(now, ct));
    }

    public static void MapKnowledge(this IEndpointRouteBuilder app)
    {
        ListQuestions.Map(app);
        ShowQuestion.Map(app);
        CastVote.Map(app);
        ListArticles.Map(app);
        ShowArticle.Map(app);
        CompareVersions.Map(app);
        CompileArticle.Map(app);
        EditArticle.Map(app);
        ReviseArticle.Map(app);
        ArticleSteps.Map(app);
        AskCorrection.Map(app);
        ListCorrections.Map(app);
        AnswerCorrection.Map(app);
        app.MapLimits(KnowledgeLimitTable.The, Rights.Read, Rights.SetLimits);
        ShowDemand.Map(app);
        app.MapImports(ArticleImport.Door);
        KnowledgeApi.Map(app);
    }
}
