using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Figures;
using Yimen.Platform.Identity;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>The demo world's hotline: 83 member units, orders in every state, all through the room's own verbs.</summary>
[Collection(nameof(Lechang))]
public sealed class OrdersWorldTests(Lechang lechang)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task There_are_orders_in_every_state_and_each_has_a_number_and_a_journal()
    {
        var orders = await lechang.Rows(db => db.Orders.AsNoTracking().ToListAsync());

        Assert.True(orders.Count > 300, $"{orders.Count}");
        Assert.Empty(Enum.GetValues<OrderState>().Except(orders.Select(o => o.State)));
        Assert.All(orders, o => Assert.True(o.Number.Length > 0 && o.Trail.Count > 0 && !o.Title.Contains('{') && !o.Content.Contains('{'), o.Number));
        Assert.All(orders.GroupBy(o => o.Number[..10]), day => Assert.Equal(Enumerable.Range(1, day.Count()), day.Select(o => int.Parse(o.Number[10..])).Order()));
    }

    [Fact]
    public async Task Eighty_three_member_units_have_a_liaison_each_and_somebody_who_signs()
    {
        var people = await lechang.Rows(db => db.Users.Include(a => a.Grants).AsNoTracking().ToListAsync());
        var liaisons = people.SelectMany(a => a.Grants.Where(g => g.Role == Roles.Liaison)).Select(g => g.UnitCode).ToList();
        var heads = people.SelectMany(a => a.Grants.Where(g => g.Role == Roles.UnitHead)).Select(g => g.UnitCode).ToHashSet();

        Assert.Equal((83, 83), (liaisons.Count, liaisons.Distinct().Count()));
        Assert.Empty(liaisons.Except(heads));
        var units = await lechang.Rows(db => db.UnitRefs.AsNoTracking().ToListAsync());
        Assert.Equal([UnitKind.Bureau, UnitKind.Institution, UnitKind.Enterprise, UnitKind.Town], units.Where(u => liaisons.Contains(u.Id.Value)).Select(u => u.Kind).Distinct().Order());
    }

    [Fact]
    public async Task Every_figure_counts_what_it_lists_and_a_ratio_divides_them()
    {
        var book = lechang.Host.Services.GetRequiredService<FigureBook>();
        var today = new DateOnly(2020, 11, 2);
        var scope = new FigureScope(today, new(2020, 8, 1), today.AddDays(1));

        foreach (var figure in OrderFigures.All)
        {
            var value = await lechang.Rows(db => book.Compute(db, figure, scope, Ct));
            if (figure.Rows is null)
            {
                Assert.True(value.Value is >= 0 and <= 100, $"{figure.Id} {value.Value}");
                continue;
            }

            var rows = await lechang.Rows(db => figure.Rows(db, scope).ToListAsync(Ct));
            Assert.Equal((value.Numerator, rows.Count), (rows.Count, rows.DistinctBy(r => r.Key).Count()));
            Assert.True(value.Numerator > 0, $"{figure.Id} {figure.Name} counts nothing in the demo world");
        }
    }
}
