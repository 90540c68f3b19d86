using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

public class ExplanationTests
{
    static readonly LegalClock Clock = new(StateCouncilCalendar.Load());

    [Fact]
    public void Each_day_says_why_it_counts_or_not()
    {
        var explained = Clock.Explain(new(2020, 4, 29), Period.Working(5));

        Assert.Equal(new DateOnly(2020, 5, 9), explained.Due);
        Assert.False(explained.Provisional);
        Assert.Equal(
            [
                "0 起算日不计入", "1 第1个工作日", "1 劳动节", "1 劳动节", "1 劳动节", "1 劳动节", "1 劳动节",
                "2 第2个工作日", "3 第3个工作日", "4 第4个工作日", "5 调休上班，第5个工作日",
            ],
            explained.Days.Select(d => $"{d.Number} {d.Reason}"));
    }

    [Fact]
    public void A_weekend_and_a_stop_are_named()
    {
        var days = Clock.Explain(new(2020, 6, 4), Period.Working(2), [new(new(2020, 6, 8), new(2020, 6, 9), "公示")]).Days;

        Assert.Equal(["起算日不计入", "第1个工作日", "周末", "周末", "第2个工作日"], days.Select(d => d.Reason));
        days = Clock.Explain(new(2020, 6, 4), Period.Working(3), [new(new(2020, 6, 8), new(2020, 6, 9), "公示")]).Days;
        Assert.Equal(["第2个工作日", "时限中止：公示", "第3个工作日"], days.Skip(4).Select(d => d.Reason));
    }

    [Fact]
    public void An_open_stop_ends_the_list_with_its_reason()
    {
        var explained = Clock.Explain(new(2020, 6, 1), Period.Working(5), [new(new(2020, 6, 3), null, "听证")]);

        Assert.Null(explained.Due);
        Assert.Equal(["起算日不计入", "第1个工作日", "第2个工作日", "时限中止：听证"], explained.Days.Select(d => d.Reason));
    }

    [Fact]
    public void A_stop_from_before_the_start_is_shown_too() =>
        Assert.Equal(
            ["起算日不计入", "时限中止"],
            Clock.Explain(new(2020, 6, 1), Period.Working(5), [new(new(2020, 5, 20), null)]).Days.Select(d => d.Reason));

    // 民法典 第二百零三条
    [Fact]
    public void A_moved_natural_day_limit_shows_from_where_to_where()
    {
        var explained = Clock.Explain(new(2020, 6, 3), Period.Calendar(3));

        Assert.Equal(
            ["起算日不计入", "第1个自然日", "第2个自然日", "第3个自然日，逢周末，顺延", "周末，顺延", "顺延至此届满"],
            explained.Days.Select(d => d.Reason));
        Assert.Equal(3, explained.Days.Count(d => d.Counts));
    }

    [Fact]
    public void A_due_date_in_a_year_without_notice_is_provisional()
    {
        Assert.False(Clock.Explain(new(2026, 12, 1), Period.Working(5)).Provisional);
        Assert.True(Clock.Explain(new(2026, 12, 28), Period.Working(5)).Provisional);
        Assert.True(Clock.Explain(new(2026, 12, 28), Period.Calendar(5)).Provisional);
        // what lies between the ends does not move a natural-day limit
        Assert.False(Clock.Explain(new(2018, 12, 28), Period.Calendar(10)).Provisional);
    }
}
