using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Cases;

/// <summary>The figures this room answers for: over the dated facts of a case, never over its present status (ruling 40). C01–C03 as in the report (domain A1).</summary>
internal static class CasesFigures
{
    private const FigureBy Every = FigureBy.Unit | FigureBy.Window | FigureBy.Channel;
    private const string LeftOutWords = "剔除统计的异常办件不计，剔除件数注明在旁。";
    private static readonly Channel[] Hall = [Channel.Hall];
    private static readonly Channel[] Grassroots = [Channel.Town, Channel.Village];
    private static readonly Channel[] Windows = [Channel.Hall, Channel.Town, Channel.Village];

    public static readonly IReadOnlyList<Figure> All =
    [
        AtWindows("C01", "各级窗口一门一网受理业务", Windows, "期间内由各级窗口收件并受理的办件数，按受理日期计；等于市级窗口与镇村窗口之和。网上申办另计，见 C12。在省平台和垂管专网办理的不计。"),
        AtWindows("C02", "市级窗口受理", Hall, "期间内由本级政务服务大厅窗口收件并受理的办件数，按受理日期计。"),
        AtWindows("C03", "镇村窗口受理", Grassroots, "期间内由镇（街）、村（社区）窗口收件并受理的办件数，按受理日期计。"),
        Received("C11", "收件", "期间内收到的申请数，按法定收件日计：窗口收件为当日，网上申办在下班后或休息日提交的为下一工作日。草稿不计。", null),
        Received("C12", "网上申办", "期间内收到的申请中，由申请人在网上提交的件数，按法定收件日计。", Channel.Online),
        Percent("C13", "网上申办率", "C12", "C11", "期间内网上申办件数 ÷ 期间内收件数。"),
        Accepted("C14", "受理", "期间内受理的办件数，按受理日期计，含网上申办。", null),
        Accepted("C15", "受理即办件", "期间内受理的办件中，办件类型为即办件的件数。", Catalog.Contracts.ProjectType.Instant),
        Percent("C16", "即办件率", "C15", "C14", "期间内受理的即办件数 ÷ 期间内受理数。"),
        Decided("C17", "办结", "期间内作出准予或不予决定的办件数，按决定日期计；制证、送达不影响办结日期。", c => c),
        Decided("C18", "准予", "期间内作出准予决定的办件数。", c => c.Where(x => x.Decision!.Granted)),
        Decided("C19", "不予", "期间内作出不予决定的办件数。", c => c.Where(x => !x.Decision!.Granted)),
        Decided("C20", "按时办结", "期间内办结且决定日期不晚于承诺办结日的办件数。", c => c.Where(x => x.DecidedOn <= x.Due)),
        Percent("C21", "按时办结率", "C20", "C17", "期间内按时办结数 ÷ 期间内办结数。"),
        Decided("C22", "提前办结", "期间内办结且决定日期早于承诺办结日的办件数；当日到期当日办结的不计。", c => c.Where(x => x.DecidedOn < x.Due)),
        Percent("C23", "提前办结率", "C22", "C17", "期间内提前办结数 ÷ 期间内办结数。"),
        Told("C25", "一次性补正告知", "期间内在受理前发出一次性补正告知的办件数，一件只计一次，按告知日期计；再次补正和审查阶段补正不计。"),
        Ended("C26", "不受理", "期间内因不需要取得许可等告知不受理的办件数，按办结日期计。", CaseOutcome.NotRequired),
        Ended("C27", "不予受理", "期间内决定不予受理的办件数，按决定日期计。", CaseOutcome.Refused),
        Ended("C28", "转报", "期间内初审后转报上级机关的办件数，按转报日期计。", CaseOutcome.TransferredUp),
        Ended("C29", "终止", "期间内未作决定而终止的办件数，按终止日期计：申请人撤回、终止办理和逾期未补正退件。", CaseOutcome.Withdrawn, CaseOutcome.Terminated, CaseOutcome.Expired),
        Overdue("C24", "逾期未办结", "时点当日承诺办结日已过，而尚未作出决定、也没有终止或者转报的办件数。时点以后才办结的，仍算未办结。"),
    ];

    private static Figure AtWindows(string id, string name, Channel[] channels, string definition) =>
        Count(id, name, definition, Fact.Acceptance, (cases, s) => cases.Where(c => c.AcceptedOn >= s.From && c.AcceptedOn < s.To && channels.Contains(c.Channel)));

    private static Figure Received(string id, string name, string definition, Channel? channel) =>
        Count(id, name, definition, Fact.Receipt, (cases, s) => cases.Real.Where(c => c.ReceivedOn >= s.From && c.ReceivedOn < s.To && (channel == null || c.Channel == channel)));

    private static Figure Accepted(string id, string name, string definition, Catalog.Contracts.ProjectType? type) =>
        Count(id, name, definition, Fact.Acceptance, (cases, s) => cases.Where(c => c.AcceptedOn >= s.From && c.AcceptedOn < s.To && (type == null || c.Terms.ProjectType == type)));

    private static Figure Decided(string id, string name, string definition, Func<IQueryable<Case>, IQueryable<Case>> which) =>
        Count(id, name, definition, Fact.Decision, (cases, s) => which(cases.Where(c => c.DecidedOn >= s.From && c.DecidedOn < s.To)));

    private static Figure Ended(string id, string name, string definition, params CaseOutcome[] outcomes) =>
        Count(id, name, definition, Fact.End, (cases, s) => cases.Where(c => c.ClosedOn >= s.From && c.ClosedOn < s.To && outcomes.Contains(c.Outcome!.Value)));

    private static Figure Told(string id, string name, string definition) => Count(id, name, definition, Fact.Receipt, (cases, s) =>
    {
        var (from, to) = (ChinaTime.StartOf(s.From), ChinaTime.StartOf(s.To));
        return cases.Where(c => c.Corrections.Any(x => x.Sequence == 1 && x.StopsClock && x.At >= from && x.At < to));
    });

    private static Figure Overdue(string id, string name, string definition) =>
        Count(id, name, definition, Fact.Due, (cases, s) => cases.Where(c => c.Due < s.AsOf && c.AcceptedOn <= s.AsOf && (c.ClosedOn == null || c.ClosedOn > s.AsOf))) with { Standing = true };

    private static Figure Count(string id, string name, string definition, Fact fact, Func<IQueryable<Case>, FigureScope, IQueryable<Case>> which) =>
        Count(id, name, definition, cases => Rows(cases, fact), (cases, s, _) => which(cases, s));

    // 异常办件剔除: the same cases once without and once only with those that are left out
    internal static Figure Count(string id, string name, string definition, Func<IQueryable<Case>, IQueryable<FigureRow>> rows, Func<IQueryable<Case>, FigureScope, AppDb, IQueryable<Case>> which) =>
        Figure.Count(id, name, "件", definition + LeftOutWords, (db, s) => rows(which(Narrowed(db, s).Counted(), s, db))) with
        {
            Group = "办件",
            By = Every,
            // asked of the few late entries and not of every case
            Elsewhere = (db, s) => rows(which(Narrowed(db, s).Counted(), s, db).Where(c => db.Set<LateEntryFact>().Select(l => l.CaseId).Contains(c.Id))),
            LeftOut = (db, s) => rows(which(Narrowed(db, s).Counted(leftOut: true), s, db)),
        };

    private static Figure Percent(string id, string name, string numerator, string denominator, string definition) =>
        Figure.Percent(id, name, numerator, denominator, definition) with { Group = "办件", By = Every };

    private static IQueryable<Case> Narrowed(AppDb db, FigureScope scope)
    {
        var cases = db.Cases.AsQueryable();
        cases = scope.Unit is { } unit ? cases.Where(c => c.Unit == unit) : cases;
        cases = scope.Window is { } window ? cases.Where(c => c.Window == window) : cases;
        return scope.Channel is null ? cases : Enum.TryParse<Channel>(scope.Channel, out var channel) ? cases.Where(c => c.Channel == channel) : cases.Where(_ => false);
    }

    // one projection a fact: which of the case's days it was counted on
    private static IQueryable<FigureRow> Rows(IQueryable<Case> cases, Fact fact) => fact switch
    {
        Fact.Receipt => cases.Select(c => new FigureRow { Key = c.Number, Title = c.ItemName, Detail = c.Number, On = c.ReceivedOn, Href = "/desk/cases/" + c.Id, Origin = c.LateEntry != null ? OriginCount.Late : null }),
        Fact.Acceptance => cases.Select(c => new FigureRow { Key = c.Number, Title = c.ItemName, Detail = c.Number, On = c.AcceptedOn, Href = "/desk/cases/" + c.Id, Origin = c.LateEntry != null ? OriginCount.Late : null }),
        Fact.Decision => cases.Select(c => new FigureRow { Key = c.Number, Title = c.ItemName, Detail = c.Number, On = c.DecidedOn, Href = "/desk/cases/" + c.Id, Origin = c.LateEntry != null ? OriginCount.Late : null }),
        Fact.End => cases.Select(c => new FigureRow { Key = c.Number, Title = c.ItemName, Detail = c.Number, On = c.ClosedOn, Href = "/desk/cases/" + c.Id, Origin = c.LateEntry != null ? OriginCount.Late : null }),
        _ => cases.Select(c => new FigureRow { Key = c.Number, Title = c.ItemName, Detail = c.Number, On = c.Due, Href = "/desk/cases/" + c.Id, Origin = c.LateEntry != null ? OriginCount.Late : null }),
    };

    private enum Fact
    {
        Receipt,
        Acceptance,
        Decision,
        End,
        Due,
    }
}
