using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Open311;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Open311;

/// <summary>The demo world's application: a known key, and reports with places, open and answered.</summary>
[Collection(nameof(Lechang))]
public sealed class WorldTests(Lechang lechang)
{
    [Fact]
    public async Task Its_reports_are_orders_with_a_place_some_answered()
    {
        var reports = await lechang.Rows(db => db.Orders.AsNoTracking().Where(o => o.Source == OrderSource.Open311).ToListAsync());

        Assert.True(reports.Count > 10);
        Assert.All(reports, o => Assert.True(o.Latitude is > 24.9 and < 25.5 && o.Longitude is > 113.0 and < 113.7 && o.Number.Length > 0));
        Assert.Contains(reports, o => o.State == OrderState.Closed);
        Assert.Contains(reports, o => o.State == OrderState.Received);
        Assert.Equal(Open311Key.DigestOf("o311_yimen-demo"), await lechang.Rows(db => db.Set<Open311Key>().Select(k => k.Digest).SingleAsync()));
    }
}
