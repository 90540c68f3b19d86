using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Rechecks;
using Yimen.Hotline.Secondments;
using Yimen.Platform.Figures;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>The demo world's last two months, appraised: there is something of everything, and the numbers are those of the rows.</summary>
[Collection(nameof(Lechang))]
public sealed class AppraisalWorldTests(Lechang lechang)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_sheet_is_final_and_one_is_published_with_objections_to_be_answered()
    {
        var sheets = await lechang.Rows(db => db.Set<AppraisalSheet>().AsNoTracking().Whole.OrderBy(s => s.Month).ToListAsync(Ct));

        Assert.Equal([AppraisalState.Final, AppraisalState.Published], sheets.Select(s => s.State));
        Assert.Contains(sheets[0].Exclusions, x => x.Allowed == true);
        Assert.NotEmpty(sheets[1].Objections);
        Assert.All(sheets, s => Assert.True(s.Lines.Count(l => l.Rank is not null) > 5, $"{s.Key}"));
        Assert.All(sheets.SelectMany(s => s.Lines), l => Assert.True(l.Score is null or (>= 0 and <= 10000)));
        Assert.All(sheets.SelectMany(s => s.Lines.GroupBy(l => l.Group)), g => Assert.True(g.All(l => l.Rank is null) || g.Any(l => l.Rank == 1)));
        Assert.Contains(sheets[0].Lines, l => l.Honour == Honour.Red);
        Assert.All(sheets[1].Lines, l => Assert.Null(l.Honour)); // nobody who may still be right
    }

    [Fact]
    public async Task Every_mark_of_the_published_sheet_is_what_its_figure_counts()
    {
        var book = lechang.Host.Services.GetRequiredService<FigureBook>();
        var sheet = await lechang.Rows(db => db.Set<AppraisalSheet>().AsNoTracking().Whole.SingleAsync(s => s.State == AppraisalState.Published, Ct));
        foreach (var line in sheet.Lines)
        {
            foreach (var mark in line.Marks.Where(m => m.Criterion != Criterion.Knowledge))
            {
                var scope = AppraisalCounting.ScopeOf(sheet.Month) with { Unit = line.Unit };
                var all = await lechang.Rows(db => book.Find(mark.Criterion.FigureOf())!.Rows!(db, scope).CountAsync(Ct));
                Assert.Equal((line.Unit, mark.Criterion, mark.All), (line.Unit, mark.Criterion, all));
            }
        }
    }

    [Fact]
    public async Task Dissatisfied_orders_stand_in_every_state_and_somebody_was_sent_to_the_call_floor()
    {
        var rechecks = await lechang.Rows(db => db.Set<OrderRecheck>().AsNoTracking().ToListAsync(Ct));
        var seconded = await lechang.Rows(db => db.Set<Secondment>().AsNoTracking().Include(s => s.Trainings).ToListAsync(Ct));

        Assert.Empty(Enum.GetValues<OrderRecheckState>().Except(rechecks.Select(r => r.State)));
        Assert.Contains(seconded, s => s.State is SecondmentState.Serving or SecondmentState.Ended && s.Trainings.Count > 0 && s.PersonName.Length > 0);
        Assert.All(seconded, s => Assert.NotNull(s.Why));
    }
}
