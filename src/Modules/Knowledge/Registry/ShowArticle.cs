using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Corrections;
using Yimen.Knowledge.Editing;
using Yimen.Knowledge.Use;
using Yimen.Knowledge.Votes;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Registry;

/// <summary>知识条目 — one entry as the desk reads it. <c>?version=2</c> shows an earlier edition.</summary>
internal static class ShowArticle
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/knowledge/{id:guid}", Show).RequirePermission(Rights.Read);

    private static async Task<IResult> Show(Guid id, int? version, HttpContext http, KnowledgeDesk desk, JournalChanges changes, Tally tally, Platform.Counties.CountyScope scope, CancellationToken ct)
    {
        var (db, today) = (desk.Db, http.Act().Today);
        var article = await db.Look(http, id, Rights.Read, ct);
        var mayWork = http.MayWork(article.Unit);
        var shown = Shown(article, version, mayWork);
        if (article.AnswersOn(today) && shown.Id == article.Current && !mayWork)
        {
            tally.Read(scope.County.Code, id, today);
        }

        return Page.Of<ArticlePage>(http, new ArticleView(id, shown.Title, article.State, await desk.NameOf(article.Unit, ct))
        {
            Standing = Words.Standing(article.State, article.ValidFrom, article.ValidTo, today),
            Version = Line(shown, shown),
            Text = TextOf(article, shown),
            Items = [.. (await ItemLinks.Named(db, shown.Items, ct)).Values.OrderBy(i => i.Code)],
            Versions = [.. article.Versions.Where(v => mayWork || v.PublishedAt is not null).OrderByDescending(v => v.Number).Select(v => Line(v, shown))],
            Rechecks = [.. article.Rechecks.OrderByDescending(r => r.IsOpen).ThenByDescending(r => r.Due).Select(r => LineOf(r, today))],
            Use = await UseOf(db, id, ct),
            Timeline = mayWork ? await db.Story(changes, article.Ref, ct) : [],
            Verbs = [.. ArticleVerbs.Of(article, http)],
            Returned = article.Working?.State == ArticleVersionState.Editing ? await LastReturn(db, article, ct) : null,
            OpenCorrections = await db.Set<Correction>().CountAsync(c => c.ArticleId == id && c.State == CorrectionState.Open, ct),
            OnPortal = article.AnswersOn(today) && article.Visibility == Visibility.Public,
            MayVote = article.AnswersOn(today) && shown.Id == article.Current && http.MaySomewhere(Rights.Correct),
        });
    }

    // what others are still writing is not for everybody's eyes
    private static ArticleVersion Shown(Article article, int? version, bool mayWork)
    {
        var newest = mayWork ? article.Newest : article.Published ?? throw new NotThere();
        return version is null ? newest : article.Versions.FirstOrDefault(v => v.Number == version && (mayWork || v.PublishedAt is not null)) ?? throw new NotThere();
    }

    private static VersionLine Line(ArticleVersion version, ArticleVersion shown) => new(version.Number, version.State, version.EditedAt, version.EditedByName, version == shown);

    private static VersionText TextOf(Article article, ArticleVersion v)
    {
        var (from, to) = v.Id == article.Current ? (article.ValidFrom, article.ValidTo) : (v.ValidFrom, v.ValidTo);
        return new(v.Title, v.Variants, v.Answer, v.LegalBasis, v.Class, $"{Words.Day(from, "发布之日")}起，{(to is null ? "长期有效" : $"{Dates.Day(to.Value)}止")}", v.Visibility,
            v.SecrecyCheckedOn is { } day ? $"{v.ReviewedByName}，{Dates.Day(day)}（含保密审查）" : "", v.PublishedAt is { } at ? $"{v.PublishedByName}，{Dates.Moment(at)}" : "");
    }

    private static RecheckLine LineOf(Recheck r, DateOnly today) => new(Label.Of(r.Kind), r.Why, r.Due,
        r.ClosedOn is { } day ? $"{Dates.Day(day)} {r.ClosedByName} {Label.Of(r.Outcome!.Value)}" : r.CalledOn is null ? "未到提醒日" : "待复审", r.IsOpen, (r.ClosedOn ?? today) > r.Due);

    private static async Task<UseLine> UseOf(AppDb db, Guid id, CancellationToken ct)
    {
        var uses = await db.Set<ArticleUse>().Where(u => u.ArticleId == id).GroupBy(u => u.Kind).Select(g => new { g.Key, Sum = g.Sum(u => u.Count) }).ToDictionaryAsync(g => g.Key, g => g.Sum, ct);
        var votes = await db.Set<ArticleVote>().Where(v => v.ArticleId == id).GroupBy(v => v.Useful).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(uses.GetValueOrDefault(UseKind.Read), uses.GetValueOrDefault(UseKind.Answer), votes.GetValueOrDefault(true), votes.GetValueOrDefault(false));
    }

    private static async Task<string?> LastReturn(AppDb db, Article article, CancellationToken ct)
    {
        var last = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == Article.MatterKind && j.MatterId == article.Id && j.Verb != Label.Of(ArticleVersionVerb.Edit))
            .OrderByDescending(j => j.Number).FirstOrDefaultAsync(ct);
        return last?.Verb == Label.Of(ArticleVersionVerb.Return) ? $"{last.ActorName}：{last.Reason}" : null;
    }
}
