using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Cases.Payments;

/// <summary>What was charged, reduced and paid in a period: sums of 分 over dated facts, shown in 元.</summary>
internal static class PaymentFigures
{
    private const FigureBy By = FigureBy.Unit | FigureBy.Window;

    public static readonly IReadOnlyList<Figure> All =
    [
        Sum("C71", "应收费用", "期间内开具的缴款通知的应收金额之和，按开具日期计，减免前；撤销的通知不计。",
            (db, s) => Narrowed(db, s).Where(p => p.IssuedOn >= s.From && p.IssuedOn < s.To)
                .Select(p => new FigureRow { Key = p.Code, Title = p.ItemName, Detail = p.CaseNumber, On = p.IssuedOn, Href = "/desk/payments/" + p.Id, Amount = p.ChargedFen })),
        Sum("C72", "减免费用", "期间内登记的减免金额之和，按减免日期计，每笔写明依据和批准人；撤销的通知不计。",
            (db, s) => from r in db.Set<Reduction>()
                where r.On >= s.From && r.On < s.To
                join p in Narrowed(db, s) on r.PaymentId equals p.Id
                select new FigureRow { Key = p.Code + "-" + r.Id, Title = p.ItemName, Detail = r.Basis, On = r.On, Href = "/desk/payments/" + p.Id, Amount = r.AmountFen }),
        Sum("C73", "已缴费用", "期间内登记缴清的金额之和，按非税票据的缴款日期计。",
            (db, s) => from f in db.Set<PaymentFact>()
                where f.PaidOn >= s.From && f.PaidOn < s.To
                join p in Narrowed(db, s) on f.PaymentId equals p.Id
                select new FigureRow { Key = p.Code, Title = p.ItemName, Detail = f.BillNumber, On = f.PaidOn, Href = "/desk/payments/" + p.Id, Amount = p.ChargedFen - p.ReducedFen }),
        Figure.Count("C74", "未缴通知", "份", "时点当日已开具而没有缴清或全额减免的缴款通知份数；撤销的不计。",
            (db, s) => Narrowed(db, s).Where(p => p.IssuedOn <= s.AsOf && (p.SettledOn == null || p.SettledOn > s.AsOf))
                .Select(p => new FigureRow { Key = p.Code, Title = p.ItemName, Detail = p.CaseNumber, On = p.IssuedOn, Href = "/desk/payments/" + p.Id })) with { Group = "缴款", By = By, Standing = true },
    ];

    private static Figure Sum(string id, string name, string definition, Func<AppDb, FigureScope, IQueryable<FigureRow>> rows) => Figure.Money(id, name, definition, rows) with { Group = "缴款", By = By };

    private static IQueryable<PaymentNotice> Narrowed(AppDb db, FigureScope scope)
    {
        var notices = db.Payments.Standing;
        notices = scope.Unit is { } unit ? notices.Where(p => p.Unit == unit) : notices;
        return scope.Window is { } window ? notices.Where(p => p.Window == window) : notices;
    }
}
