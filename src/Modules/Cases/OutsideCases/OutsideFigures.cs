using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Cases.OutsideCases;

/// <summary>What is registered of other systems, beside and never within the figures of 一门一网.</summary>
internal static class OutsideFigures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        Count("C61", "外部系统登记", "期间内受理、在省统一受理平台或垂管专网系统办理并在本中心窗口登记的件数，按外部系统的受理日期计。作废的登记不计。不属于一门一网受理业务，不计入 C01 至 C24。",
            (db, s) => Rows(Narrowed(db, s).Where(c => c.AcceptedOn >= s.From && c.AcceptedOn < s.To), finished: false)),
        Count("C62", "外部系统办结", "期间内由外部系统回传为准予、不予或终止的件数，按外部系统的办结日期计。",
            (db, s) => Rows(Narrowed(db, s).Where(c => c.FinishedOn >= s.From && c.FinishedOn < s.To), finished: true)),
        Count("C63", "外部系统超承诺期未办结", "时点当日，按事项承诺时限推算的日期已过而外部系统没有回传办结的件数。期限由本系统推算，以外部系统为准，不作为逾期考核。",
            (db, s) => Rows(Narrowed(db, s).Where(c => c.Due < s.AsOf && c.AcceptedOn <= s.AsOf && (c.FinishedOn == null || c.FinishedOn > s.AsOf)), finished: false)) with { Standing = true },
    ];

    private static Figure Count(string id, string name, string definition, Func<AppDb, FigureScope, IQueryable<FigureRow>> rows) =>
        Figure.Count(id, name, "件", definition, rows) with { Group = "外部系统", By = FigureBy.Unit | FigureBy.Window };

    private static IQueryable<OutsideCase> Narrowed(AppDb db, FigureScope scope)
    {
        var cases = db.OutsideCases.Standing;
        cases = scope.Unit is { } unit ? cases.Where(c => c.Unit == unit) : cases;
        return scope.Window is { } window ? cases.Where(c => c.Window == window) : cases;
    }

    private static IQueryable<FigureRow> Rows(IQueryable<OutsideCase> cases, bool finished) => finished
        ? cases.Select(c => new FigureRow { Key = c.Number, Title = c.ItemName, Detail = c.Window, On = c.FinishedOn, Href = "/desk/outside-cases/" + c.Id, Origin = c.ImportId != null ? OriginCount.Imported : OriginCount.Outside })
        : cases.Select(c => new FigureRow { Key = c.Number, Title = c.ItemName, Detail = c.Window, On = c.AcceptedOn, Href = "/desk/outside-cases/" + c.Id, Origin = c.ImportId != null ? OriginCount.Imported : OriginCount.Outside });
}
