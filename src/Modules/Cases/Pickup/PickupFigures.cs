using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Limits;

namespace Yimen.Cases.Pickup;

/// <summary>Results that nobody has come for.</summary>
internal static class PickupFigures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        CasesFigures.Count("C31", "逾期未领", "时点当日，办理结果可以领取已满规定天数（时限规则“逾期未领”）而尚未送达的办件数。",
            cases => cases.Select(c => new FigureRow { Key = c.Number, Title = c.ItemName, Detail = c.Number, On = c.ReadyOn, Href = "/desk/cases/" + c.Id, Origin = c.LateEntry != null ? OriginCount.Late : null }),
            (cases, s, db) =>
            {
                var before = s.AsOf.AddDays(-CaseLimitTable.The.On(db, s.AsOf)[CaseLimitCode.Uncollected]);
                return cases.Where(c => c.ReadyOn <= before && (c.DeliveredOn == null || c.DeliveredOn > s.AsOf));
            }) with { Standing = true },
    ];
}
