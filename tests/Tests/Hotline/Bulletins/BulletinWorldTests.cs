using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Bulletins;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Bulletins;

/// <summary>The demo world holds issued bulletins, a withdrawn one, and orders that were overdue at a month's end.</summary>
[Collection(nameof(Lechang))]
public sealed class BulletinWorldTests(Lechang lechang)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_months_are_issued_and_one_of_them_anew_after_it_was_withdrawn()
    {
        var all = await lechang.Rows(db => db.Set<Bulletin>().AsNoTracking().Include(b => b.To).OrderBy(b => b.IssuedAt).ToListAsync(Ct));

        Assert.Equal([(1, 1, BulletinState.Withdrawn), (1, 2, BulletinState.Issued), (2, 1, BulletinState.Issued)], all.Select(b => (b.Sequence, b.Edition, b.State)));
        Assert.All(all, b => Assert.True(b.IsWhole && b.To.Count > 50 && b.Position > 0, b.Serial));
        Assert.All(all, b => Assert.NotEqual("0", BulletinContent.Read(b.Content).Lines.Single(l => l.Id == "H01").Value));
    }

    [Fact]
    public async Task Some_order_was_overdue_at_a_month_s_end_and_costs_its_unit_once()
    {
        var spans = await lechang.Rows(db => db.Set<OverdueSpan>().AsNoTracking().ToListAsync(Ct));

        Assert.NotEmpty(spans);
        Assert.All(spans, s => Assert.True(s.Due < s.On && s.Unit is not null));
        Assert.Equal(spans.Count, spans.Select(s => (s.OrderId, s.Round)).Distinct().Count());
    }

    [Fact]
    public async Task Of_the_published_appraisal_some_units_have_read_and_some_are_still_asked()
    {
        var sheet = await lechang.Rows(db => db.Set<AppraisalSheet>().AsNoTracking().Whole.SingleAsync(s => s.State == AppraisalState.Published, Ct));

        Assert.NotEmpty(sheet.Receipts);
        Assert.Contains(sheet.Lines, l => sheet.Awaits(l.Unit));
    }
}
