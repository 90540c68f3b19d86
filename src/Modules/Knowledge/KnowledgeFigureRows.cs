using Yimen.Knowledge.Corrections;
using Yimen.Knowledge.Use;
using Yimen.Knowledge.Votes;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Knowledge;

/// <summary>How each kind of fact stands as a row of a figure: the entry that it belongs to, and the day that counts.</summary>
internal static class KnowledgeFigureRows
{
    public static IQueryable<FigureRow> Of(AppDb db, IQueryable<object> facts, FigureScope s) => facts switch
    {
        IQueryable<InUse> days => Entries(db, days, s),
        IQueryable<Recheck> rechecks => Rechecks(db, rechecks, s),
        IQueryable<Correction> corrections => Corrections(db, corrections, s),
        IQueryable<ArticleVote> votes => Votes(db, votes, s),
        IQueryable<ArticleUse> uses => Uses(db, uses, s),
        _ => throw new ArgumentException("A figure of this room counts none of its facts.", nameof(facts)),
    };

    private static IQueryable<FigureRow> Entries(AppDb db, IQueryable<InUse> days, FigureScope s) =>
        from d in days
        join v in db.ArticleVersions on d.VersionId equals v.Id
        join a in db.Articles on d.ArticleId equals a.Id
        join u in db.UnitRefs on a.Unit equals u.Id
        where s.Unit == null || a.Unit == s.Unit
        select new FigureRow { Key = a.Id.ToString(), Title = v.Title, Detail = u.ShortName, On = d.From, Href = "/desk/knowledge/" + a.Id };

    private static IQueryable<FigureRow> Rechecks(AppDb db, IQueryable<Recheck> rechecks, FigureScope s) =>
        from r in rechecks
        join a in db.Articles on r.ArticleId equals a.Id
        join u in db.UnitRefs on a.Unit equals u.Id
        where s.Unit == null || a.Unit == s.Unit
        select new FigureRow
        {
            Key = r.Id.ToString(), Title = a.Title, On = r.Due, Href = "/desk/knowledge/" + a.Id,
            Detail = u.ShortName + " " + (r.Kind == RecheckKind.Scheduled ? "定期复审" : r.Kind == RecheckKind.ItemChanged ? "事项变更复审" : "政策变动更新"),
        };

    private static IQueryable<FigureRow> Corrections(AppDb db, IQueryable<Correction> corrections, FigureScope s) =>
        from c in corrections
        join u in db.UnitRefs on c.Unit equals u.Id
        where s.Unit == null || c.Unit == s.Unit
        select new FigureRow { Key = c.Id.ToString(), Title = c.Title, Detail = u.ShortName, On = c.Due, Href = "/desk/knowledge/corrections/" + c.Id };

    private static IQueryable<FigureRow> Votes(AppDb db, IQueryable<ArticleVote> votes, FigureScope s) =>
        from v in votes
        join a in db.Articles on v.ArticleId equals a.Id
        join u in db.UnitRefs on a.Unit equals u.Id
        where s.Unit == null || a.Unit == s.Unit
        select new FigureRow { Key = v.Id.ToString(), Title = a.Title, Detail = u.ShortName + " " + (v.Useful ? "有用" : "没用"), On = v.On, Href = "/desk/knowledge/" + a.Id };

    private static IQueryable<FigureRow> Uses(AppDb db, IQueryable<ArticleUse> uses, FigureScope s) =>
        from x in uses
        join a in db.Articles on x.ArticleId equals a.Id
        join u in db.UnitRefs on a.Unit equals u.Id
        where s.Unit == null || a.Unit == s.Unit
        select new FigureRow { Key = x.Id.ToString(), Title = a.Title, Detail = u.ShortName, On = x.On, Href = "/desk/knowledge/" + a.Id };
}
