using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge.Corrections;
using Yimen.Knowledge.Use;
using Yimen.Knowledge.Votes;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Knowledge;

/// <summary>What this room answers for: over dated facts, never over present states (ruling 40).</summary>
internal static class KnowledgeFigures
{
    private const string Group = "知识库";

    public static IReadOnlyList<Figure> All =>
    [
        Standing("Q01", "知识条目数", "条", "截至当日在用、并在有效期内的知识条目数，含对外公开和内部条目；按在用起止日期和有效期计，不按当前状态。", (db, s) => Entries(db, s, publicOnly: false)),
        Standing("Q02", "对外公开条目数", "条", "Q01 中公开范围为对外公开的条目数。", (db, s) => Entries(db, s, publicOnly: true)),
        Period("Q03", "应复审", "次", "期间内到期的复审次数，按复审期限计，含定期复审、事项变更复审和政策变动更新；因下架而了结的不计。", (db, s) => Due(db, s)),
        Period("Q04", "按期复审", "次", "Q03 中在复审期限当日或以前确认有效、修订发布的次数。", (db, s) => Due(db, s).Where(r => r.ClosedOn <= r.Due)),
        Percent("Q05", "按期复审率", "Q04", "Q03", "按期复审次数 ÷ 期间内到期的复审次数。"),
        Standing("Q06", "到期未复审", "次", "截至当日复审期限已过、还没有确认有效、修订发布或者下架的复审次数；当日以后才了结的，仍算未复审。", (db, s) => db.Set<Recheck>().Where(r => r.OpenedOn <= s.AsOf && r.Due < s.AsOf && (r.ClosedOn == null || r.ClosedOn > s.AsOf))),
        Period("Q07", "纠错应答复", "件", "期间内到期应答复的纠错件数，按答复期限计。", (db, s) => Corrections(db, s)),
        Period("Q08", "纠错按期答复", "件", "Q07 中在答复期限当日或以前答复的件数，采纳和不采纳都计。", (db, s) => Corrections(db, s).Where(c => c.AnsweredOn <= c.Due)),
        Percent("Q09", "纠错按期答复率", "Q08", "Q07", "纠错按期答复件数 ÷ 期间内到期应答复的纠错件数。"),
        Period("Q10", "知识条目评价", "次", "期间内对知识条目作出的有用、没用评价次数。", (db, s) => Votes(db, s)),
        Period("Q11", "有用评价", "次", "Q10 中评价为有用的次数。", (db, s) => Votes(db, s).Where(v => v.Useful)),
        Percent("Q12", "知识条目有用率", "Q11", "Q10", "有用评价次数 ÷ 评价次数。没有人评价时不适用。"),
        Period("Q13", "知识条目用于答复", "次", "期间内用知识条目直接答复的事件数；一件事引用几个条目就计几次。", (db, s) => Answers(db, s)),
    ];

    private static IQueryable<InUse> Entries(AppDb db, FigureScope s, bool publicOnly) =>
        db.Set<InUse>().Where(d => d.From <= s.AsOf && (d.To == null || d.To > s.AsOf) && (d.ValidTo == null || d.ValidTo >= s.AsOf) && (!publicOnly || d.Public));

    private static IQueryable<Recheck> Due(AppDb db, FigureScope s) =>
        db.Set<Recheck>().Where(r => r.Due >= s.From && r.Due < s.To && (r.Outcome == null || r.Outcome != RecheckOutcome.TakenDown));

    private static IQueryable<Correction> Corrections(AppDb db, FigureScope s) => db.Set<Correction>().Where(c => c.Due >= s.From && c.Due < s.To);

    private static IQueryable<ArticleVote> Votes(AppDb db, FigureScope s) => db.Set<ArticleVote>().Where(v => v.On >= s.From && v.On < s.To);

    private static IQueryable<ArticleUse> Answers(AppDb db, FigureScope s) => db.Set<ArticleUse>().Where(u => u.Kind == UseKind.Answer && u.On >= s.From && u.On < s.To);

    private static Figure Standing(string id, string name, string unit, string definition, Func<AppDb, FigureScope, IQueryable<object>> facts) => Of(id, name, unit, definition, facts) with { Standing = true };

    private static Figure Period(string id, string name, string unit, string definition, Func<AppDb, FigureScope, IQueryable<object>> facts) => Of(id, name, unit, definition, facts);

    private static Figure Of(string id, string name, string unit, string definition, Func<AppDb, FigureScope, IQueryable<object>> facts) =>
        Figure.Count(id, name, unit, definition, (db, s) => KnowledgeFigureRows.Of(db, facts(db, s), s)) with { Group = Group, By = FigureBy.Unit };

    private static Figure Percent(string id, string name, string numerator, string denominator, string definition) => Figure.Percent(id, name, numerator, denominator, definition) with { Group = Group };
}
